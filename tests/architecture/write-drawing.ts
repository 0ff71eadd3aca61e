import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { drawFolders } from "./draw-folders";
import { folders } from "./folders.cjs";

/** `npm run draw` writes the drawing of the folders into src/ARCHITECTURE.md again. */
const file = path.resolve(__dirname, "../../src/ARCHITECTURE.md");
const text = readFileSync(file, "utf8");
writeFileSync(
  file,
  text.replace(
    /(<!-- folders:begin -->\n)[\s\S]*?(\n<!-- folders:end -->)/,
    (_all, begin: string, end: string) => begin + drawFolders(folders) + end,
  ),
);
