import { type ParsedDocument } from "../contracts/document";
import { assembleDocument } from "./assemble-document";
import { type DocumentHints } from "./document-hints";
import { baseName } from "./document-id";
import { NotAFilingError } from "./filing-errors";
import { openSourceFile } from "./open-source-file";
import { readSource } from "./read-source";

/** Reads markup or plain text at once, where a PDF would need a thread. Throws as `readDocument` does. */
export function readTextDocument(bytes: Uint8Array, hints: DocumentHints): ParsedDocument {
  const file = openSourceFile(bytes, hints.fileName);
  const name = baseName(hints.fileName);
  if ("bytes" in file) {
    const what = file.kind === "pdf" ? "a PDF" : "a zip archive (or an Office file)";
    throw new NotAFilingError(name, `it is ${what} where text is expected`);
  }
  return assembleDocument(readSource(file, name), hints);
}
