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
    throw new NotAFilingError(
      name,
      file.kind === "pdf" ? "it is a PDF where text is expected" : "it is a zip archive (or an Office file)",
    );
  }
  return assembleDocument(readSource(file, name), hints);
}
