import { type Dirent } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { CannotReadError } from "./cli-errors";

export interface PassedOver {
  readonly file: string;
  readonly why: string;
}

export interface FoundFiles {
  /** In the order of their paths. */
  readonly files: readonly string[];
  /** What stands in a folder and is not read, with the reason. */
  readonly passedOver: readonly PassedOver[];
  /** Folders looked into, those given and all below them. */
  readonly folders: number;
}

const readable = /\.(htm|html|xhtml|txt|pdf|xml|md|markdown|docx|json)(\.gz)?$/i;

/** The files that are meant by files and folders, those in folders below as well. Throws `cli/cannot-read`. */
export async function findFiles(given: readonly string[]): Promise<FoundFiles> {
  const files: string[] = [];
  const passedOver: PassedOver[] = [];
  let folders = 0;
  for (const one of given) {
    const found = await stat(one).catch(() => null);
    if (found === null) {
      throw new CannotReadError(
        one,
        "there is no such file. Give the path of a filing's .htm, .html, .txt or .pdf file, of a note (.docx, .md, .txt), a ticker or a CIK number",
      );
    }
    if (!found.isDirectory()) {
      files.push(one);
      continue;
    }
    const inside = await filesUnder(one);
    if (inside.files.length === 0) {
      throw new CannotReadError(one, "the folder holds no .htm, .html, .txt, .pdf, .docx or .md file");
    }
    files.push(...inside.files);
    passedOver.push(...inside.passedOver);
    folders += inside.folders;
  }
  return { files, passedOver, folders };
}

async function filesUnder(top: string): Promise<FoundFiles> {
  const files: string[] = [];
  const passedOver: PassedOver[] = [];
  const waiting = [top];
  let folders = 0;
  for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
    folders++;
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
      if (folder === top) throw new CannotReadError(top, "you may not look into the folder", error);
      passedOver.push({ file: folder, why: "you may not look into the folder" });
      return [];
    });
    for (const entry of entries) {
      // Systems and programs keep their own things under such names.
      if (entry.name.startsWith(".")) continue;
      const place = path.join(folder, entry.name);
      if (entry.isDirectory()) waiting.push(place);
      else if (await isLinkToFolder(entry, place))
        passedOver.push({ file: place, why: "links to folders are not followed" });
      else if (readable.test(entry.name)) files.push(place);
      else passedOver.push({ file: place, why: "files of this kind are not read" });
    }
  }
  return { files: files.sort(), passedOver: passedOver.sort((a, b) => (a.file < b.file ? -1 : 1)), folders };
}

/** Following them could lead round for ever. */
async function isLinkToFolder(entry: Dirent, place: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) return false;
  return (await stat(place).catch(() => null))?.isDirectory() === true;
}
