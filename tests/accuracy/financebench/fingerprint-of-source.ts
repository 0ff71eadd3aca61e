import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const source = path.resolve(__dirname, "../../../src");

/** A hash over files of src, all they import from there, and whole folders: it changes where any of these does. */
export function fingerprintOfSource(entries: readonly string[], folders: readonly string[]): string {
  const files = new Set<string>();
  const follow = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const [, imported] of readFileSync(file, "utf8").matchAll(/\bfrom "(\.[^"]+)"/g)) {
      const target = path.resolve(path.dirname(file), `${imported}.ts`);
      if (existsSync(target)) follow(target);
    }
  };
  for (const entry of entries) follow(path.join(source, entry));
  for (const folder of folders)
    for (const name of readdirSync(path.join(source, folder))) files.add(path.join(source, folder, name));
  const hash = createHash("sha1");
  for (const file of [...files].sort()) hash.update(path.relative(source, file)).update(readFileSync(file));
  return hash.digest("hex");
}
