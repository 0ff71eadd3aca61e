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
  if (file.kind === "pdf") throw new NotAFilingError(baseName(hints.fileName), "it is a PDF where text is expected");
  return assembleDocument(readSource(file), file.kind, hints);
}
