import { type ParsedDocument } from "../contracts/document";
import { assembleDocument } from "./assemble-document";
import { type DocumentHints } from "./document-hints";
import { baseName } from "./document-id";
import { readDocx } from "./notes/read-docx";
import { openSourceFile } from "./open-source-file";
import { readPdf } from "./pdf/read-pdf";
import { readSource } from "./read-source";
import { type Source } from "./source";

/**
 * Reads one document whole, whatever its format: text, sections, tables, passages and facts.
 *
 * @throws NotAFilingError, FilingTooLargeError, FilingUnreadableError
 */
export async function readDocument(bytes: Uint8Array, hints: DocumentHints): Promise<ParsedDocument> {
  return assembleDocument(await readAny(bytes, hints.fileName), hints);
}

async function readAny(bytes: Uint8Array, fileName: string): Promise<Source> {
  const file = openSourceFile(bytes, fileName);
  const name = baseName(fileName);
  if (!("bytes" in file)) return readSource(file, name);
  return file.kind === "pdf" ? readPdf(file.bytes, name) : readDocx(file.bytes, name);
}
