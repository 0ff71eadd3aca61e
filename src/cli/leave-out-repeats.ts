import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { documentIdOf } from "../server/services/inspect-filing";
import { type PassedOver } from "./find-files";

export interface DistinctFiles {
  readonly files: readonly string[];
  /** The same bytes as a file before them. */
  readonly repeats: readonly PassedOver[];
  /** Other bytes under the name of a file before them: they would take its place in the store. */
  readonly nameTaken: readonly PassedOver[];
}

/** A document is known by its file's name: of several files of one name, or of the same bytes, only the first is kept. */
export async function leaveOutRepeats(files: readonly string[]): Promise<DistinctFiles> {
  const prints = await printsOfEqualSizes(files);
  const byPrint = new Map<string, string>();
  const byId = new Map<string, string>();
  const kept: string[] = [];
  const repeats: PassedOver[] = [];
  const nameTaken: PassedOver[] = [];
  for (const file of files) {
    const print = prints.get(file);
    const id = documentIdOf(file);
    const same = print === undefined ? undefined : byPrint.get(print);
    const sameName = byId.get(id);
    if (same !== undefined) repeats.push({ file, why: `it is the same as ${same}, byte for byte` });
    else if (sameName !== undefined) {
      const why = `"${file}" would take the place of "${sameName}": a document is known by its file's name, "${id}". Give one of them another name.`;
      nameTaken.push({ file, why });
    } else kept.push(file);
    if (print !== undefined && same === undefined) byPrint.set(print, file);
    if (sameName === undefined && same === undefined) byId.set(id, file);
  }
  return { files: kept, repeats, nameTaken };
}

/** Only files of equal size can be the same: the others are not read for this. */
async function printsOfEqualSizes(files: readonly string[]): Promise<Map<string, string>> {
  const bySize = new Map<number, string[]>();
  for (const file of files) {
    const size = (await stat(file).catch(() => null))?.size ?? 0;
    if (size > 0) bySize.set(size, [...(bySize.get(size) ?? []), file]);
  }
  const prints = new Map<string, string>();
  for (const alike of bySize.values()) {
    if (alike.length < 2) continue;
    for (const file of alike) {
      const print = await printOf(path.resolve(file));
      if (print !== null) prints.set(file, print);
    }
  }
  return prints;
}

/** Null where it cannot be read: why not is said where it is added. */
async function printOf(file: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    await pipeline(createReadStream(file), hash);
    return hash.digest("hex");
  } catch {
    return null;
  }
}
