import { type ParsedDocument } from "../contracts/document";
import { assembleDocument } from "./assemble-document";
import { type DocumentHints } from "./document-hints";
import { baseName } from "./document-id";
import { openSourceFile } from "./open-source-file";
import { readPdf } from "./pdf/read-pdf";
import { readSource } from "./read-source";

/**
 * Reads one document whole, whatever its format: text, sections, tables, passages and facts.
 *
 * @throws NotAFilingError, FilingTooLargeError, FilingUnreadableError
 */
export async function readDocument(bytes: Uint8Array, hints: DocumentHints): Promise<ParsedDocument> {
  const file = openSourceFile(bytes, hints.fileName);
  const source = file.kind === "pdf" ? await readPdf(file.bytes, baseName(hints.fileName)) : readSource(file);
  return assembleDocument(source, file.kind, hints);
}
