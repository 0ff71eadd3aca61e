import { mkdtemp, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { openStore } from "../../src/storage/open-store";
import { containerOf, xlsxOf } from "../workbook/xlsx-package";
import { type CliRun, runCli } from "./run-cli";

jest.setTimeout(180_000);

const sample = path.resolve(__dirname, "../../assets/sample");
const model = path.join(sample, "fernhollow-model.xlsx");
const annualReport = path.join(sample, "filings/fernhollow-10-k-2024.htm");

/** One line that names the thing, and nothing else. */
function expectOneLine(run: CliRun, words: string): void {
  expect({ code: run.code, stdout: run.stdout, lines: run.stderr.split("\n").length }).toEqual({
    code: 1,
    stdout: "",
    lines: 2,
  });
  expect(run.stderr).toContain(words);
}

/** As many rows as a sheet can have. */
function workbookOfAllRows(cellOfRow: (row: number) => string): Uint8Array {
  const rows = Array.from({ length: 1_048_576 }, (_, i) => `<row r="${i + 1}">${cellOfRow(i + 1)}</row>`);
  return xlsxOf(`<sheetData>${rows.join("")}</sheetData>`);
}

describe("bad input on the command line", () => {
  let folder: string;
  const run = (...words: string[]) => runCli(folder, ...words);
  const write = async (name: string, content: string | Uint8Array): Promise<string> => {
    await writeFile(path.join(folder, name), content);
    return name;
  };
  const sparse = async (name: string): Promise<string> => {
    await write(name, "");
    await truncate(path.join(folder, name), 210_000_000);
    return name;
  };

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-bad-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("names a filing that is not one", async () => {
    const image = await write("chart.htm", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]));
    const json = await write("facts.htm", '{"facts": [1, 2, 3]}');
    const workbook = await write("model.htm", await readFile(model));
    expectOneLine(await run("inspect", image, "--json"), '"chart.htm" is not a filing: it is a PNG image.');
    expectOneLine(await run("inspect", json), '"facts.htm" is not a filing: it holds JSON data.');
    expectOneLine(
      await run("inspect", workbook),
      '"model.htm" is not a filing: it is a workbook (.xlsx), which is opened in Excel beside the pane.',
    );
  });

  it("names a filing that is too large, also one that only inflates to it", async () => {
    expectOneLine(await run("inspect", await sparse("large.htm")), '"large.htm" has more than 200 MB');
    const bomb = await write("bomb.htm.gz", gzipSync(Buffer.alloc(201_000_000)));
    expectOneLine(await run("inspect", bomb), '"bomb.htm.gz" inflates to more than 200 MB');
  });

  it("marks a filing that was cut off, and names a file or folder that is not there", async () => {
    const cut = await write("cut.htm", (await readFile(annualReport)).subarray(0, 60_000));
    const read = await run("inspect", cut, "--json");
    expect([read.code, read.stderr]).toEqual([
      0,
      "note: the file ends in the middle of the document (its closing tags are missing)\n",
    ]);
    expectOneLine(await run("filings", "add", "nowhere.htm"), '"nowhere.htm" cannot be read: there is no such file.');
    expectOneLine(await run("inspect", "."), '"." cannot be read: it is a folder.');
    expectOneLine(await run("review", "nowhere.xlsx"), '"nowhere.xlsx" cannot be read: there is no such file.');
  });

  it("stores nothing of a filing that fails", async () => {
    const image = await write("image.htm", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
    const added = await run("filings", "add", image, "--data", "kept", "--json");
    expectOneLine(added, '"image.htm" is not a filing: it is a JPEG image.');
    const store = await openStore({ kind: "pglite", folder: path.join(folder, "kept") });
    expect(await store.listDocuments()).toEqual([]);
    // While this process has the folder, another is told so.
    const refused = await run("ask", "What was revenue?", "--data", "kept", "--json");
    await store.close();
    expectOneLine(refused, `kept is in use by process ${process.pid}`);
  });

  it("stores the other filings where one of several fails, and says at the end which and why", async () => {
    const image = await write("picture.htm", new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]));
    const added = await run("filings", "add", image, annualReport, "--data", "several");
    expect(added.code).not.toBe(0);
    expect(added.stderr).toMatch(/^1 of 2, .* left: not added\. "picture\.htm" is not a filing: it is a JPEG image\./);
    expect(added.stderr).toContain("1 of 2 files was not added; the reason stands above. The others are stored.");
    expect(added.stdout).toContain(`Not added: ${image}. "picture.htm" is not a filing`);
    expect(added.stdout).toContain("1 of 2 files are in the store.");
  });

  it("says that a data folder cannot be one", async () => {
    await write("taken", "not a folder");
    expectOneLine(await run("filings", "list", "--data", "taken"), "cannot be opened: the folder cannot be made");
  });

  it("says what is wrong with a workbook that cannot be read", async () => {
    const whole = await readFile(model);
    const damaged = Uint8Array.from(whole, (byte, i) => (i > 2000 && i < 9000 ? byte ^ 0x5a : byte));
    const files = {
      text: await write("text.xlsx", "a,b\n1,2\n"),
      cut: await write("cut.xlsx", whole.subarray(0, whole.length / 2)),
      damaged: await write("damaged.xlsx", damaged),
      locked: await write(
        "locked.xlsx",
        containerOf({ EncryptionInfo: new Uint8Array(8), EncryptedPackage: new Uint8Array(4096) }, "cfb"),
      ),
      large: await sparse("large.xlsx"),
    };
    const review = async (file: string) => run("review", file, "--offline", "--json");
    expectOneLine(await review(files.text), "text.xlsx is not an Excel workbook");
    expectOneLine(await review(files.cut), "cut.xlsx is damaged or cut off");
    expectOneLine(await review(files.damaged), "damaged.xlsx is damaged or cut off");
    expectOneLine(await review(files.locked), "locked.xlsx is protected by a password");
    expectOneLine(await review(files.large), '"large.xlsx" cannot be read: it has more than 200 MB.');
  });

  it("counts the formulas it cannot read", async () => {
    const file = await write(
      "odd.xlsx",
      xlsxOf('<sheetData><row r="1"><c r="A1"><v>5</v></c><c r="B1"><f>A1+))(</f><v>1</v></c></row></sheetData>'),
    );
    const reviewed = await run("review", file, "--offline", "--json");
    expect(reviewed.code).toBe(0);
    expect(reviewed.json()).toMatchObject({ stats: { cells: 2, formulas: 1, unreadFormulas: 1 } });
  });

  it("reviews a sheet of 1,048,576 rows of numbers, and refuses one of as many formulas by name", async () => {
    const numbers = await write(
      "rows.xlsx",
      workbookOfAllRows((row) => `<c r="A${row}"><v>${row}</v></c>`),
    );
    const reviewed = await run("review", numbers, "--offline", "--json");
    expect(reviewed.code).toBe(0);
    expect(reviewed.json()).toMatchObject({ stats: { cells: 1_048_576, formulas: 0 } });

    const formulas = await write(
      "formulas.xlsx",
      workbookOfAllRows((row) => `<c r="A${row}"><f>B${row}</f><v>1</v></c>`),
    );
    const refused = await run("review", formulas, "--offline", "--json");
    expectOneLine(refused, "formulas.xlsx is too large, with more than 500,000 formulas");
  });

  it("refuses a question of 100 kB", async () => {
    const asked = await run("ask", "x".repeat(100_000), "--data", "kept", "--json");
    expectOneLine(asked, "The question cannot be used: a question has at most 4,000 characters.");
  });

  it("exits with 2 where the command is written wrongly", async () => {
    const wrong = [
      ["review", model, "--as-of", "2024-02-30"],
      ["ask", "a question", "--frobnicate"],
      ["ask"],
      ["search", "words", "-k", "0"],
      ["nonsense"],
    ];
    for (const words of wrong) {
      const { code, stdout, stderr } = await run(...words);
      expect({ words, code, stdout }).toEqual({ words, code: 2, stdout: "" });
      expect(stderr).not.toMatch(/^\s+at /m);
      expect(stderr).not.toBe("");
    }
  });
});
