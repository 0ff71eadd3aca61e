import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { type ParsedDocument } from "../../contracts/document";
import { documentId } from "../../filings/document-id";
import { FilingTooLargeError } from "../../filings/filing-errors";
import { maxDocumentBytes } from "../../filings/open-source-file";
import { readDocument } from "../../filings/read-document";
import { CannotReadFileError } from "../server-errors";
import { type FilingHints } from "./services";

/** Reads one filing whole; nothing is stored. Throws `filings/*`, or `server/cannot-read-file`. */
export async function inspectFiling(file: string, hints: FilingHints): Promise<ParsedDocument> {
  return readDocument(await readBytes(file), { ...hints, fileName: path.basename(file) });
}

/** What a file's document is known by in a store. */
export function documentIdOf(file: string): string {
  return documentId({ fileName: path.basename(file) });
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    const found = await stat(file);
    if (found.isDirectory()) throw new CannotReadFileError(file, "it is a folder");
    // Asked before reading: a file too large for us must not be held in memory to find that out.
    if (found.size > maxDocumentBytes) throw new FilingTooLargeError(path.basename(file), maxDocumentBytes, false);
    return await readFile(file);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT") throw new CannotReadFileError(file, "there is no such file", error);
    if (code === "EACCES" || code === "EPERM") throw new CannotReadFileError(file, "you may not read it", error);
    throw error;
  }
}
