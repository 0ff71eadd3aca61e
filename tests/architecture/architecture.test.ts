import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { drawFolders } from "./draw-folders";
import { folders } from "./folders.cjs";

const root = path.resolve(__dirname, "../..");

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? filesUnder(path.join(folder, entry.name)) : [path.join(folder, entry.name)],
  );
}

describe("the house", () => {
  it("has the folders of its table and no others", () => {
    const found = readdirSync(path.join(root, "src"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(found.map((entry) => entry.name).sort()).toEqual(Object.keys(folders).sort());
  });

  it("is drawn in ARCHITECTURE.md as its table says", () => {
    const text = readFileSync(path.join(root, "src/ARCHITECTURE.md"), "utf8");
    const drawn = /<!-- folders:begin -->\n([\s\S]*?)\n<!-- folders:end -->/.exec(text)?.[1];
    expect(drawn).toBe(drawFolders(folders));
  });

  it("imports run one way: every folder stands after those it may import", () => {
    const order = Object.keys(folders);
    const backwards = order.flatMap((name, position) =>
      folders[name]!.mayImport.filter((other) => order.indexOf(other) > position).map((other) => `${name} -> ${other}`),
    );
    // The browser folders stand together and office is listed before those that use it.
    expect(backwards).toEqual([]);
  });

  it("keeps tests where their sources are", () => {
    const tests = Object.keys(folders)
      .map((name) => path.join(root, "tests", name))
      .filter((folder) => existsSync(folder))
      .flatMap(filesUnder)
      .filter((file) => /\.test\.tsx?$/.test(file));
    const strays = tests.filter(
      (file) => !existsSync(path.dirname(file.replace(path.join(root, "tests"), path.join(root, "src")))),
    );
    expect(strays.map((file) => path.relative(root, file))).toEqual([]);
  });

  it("has sources that are words of the field, not of convenience", () => {
    const vague = filesUnder(path.join(root, "src")).filter((file) =>
      /(^|[-/])(utils?|helpers?|manager|common|misc)([-./]|$)/.test(path.relative(root, file)),
    );
    expect(vague.map((file) => path.relative(root, file))).toEqual([]);
  });
});
