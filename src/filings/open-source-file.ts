import { gunzipSync } from "node:zlib";
import { decodeText } from "./decode-text";
import { baseName } from "./document-id";
import { FilingTooLargeError, FilingUnreadableError, NotAFilingError } from "./filing-errors";

export const maxDocumentBytes = 200_000_000;

export interface SourceText {
  readonly kind: "markup" | "plain" | "markdown" | "call";
  readonly text: string;
  readonly warnings: readonly string[];
}

/** What only a library opens. */
export interface SourceBytes {
  readonly kind: "pdf" | "docx";
  readonly bytes: Uint8Array;
}

const zipSignature = [0x50, 0x4b, 0x03, 0x04];
const signatures: readonly { readonly what: string; readonly bytes: readonly number[] }[] = [
  { what: "a PNG image", bytes: [0x89, 0x50, 0x4e, 0x47] },
  { what: "a JPEG image", bytes: [0xff, 0xd8, 0xff] },
  { what: "a GIF image", bytes: [0x47, 0x49, 0x46, 0x38] },
  { what: "an old Office file (.doc, .xls or .ppt); save it as .docx or .pdf", bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { what: "a program", bytes: [0x7f, 0x45, 0x4c, 0x46] },
];

/** The file's text, inflated and decoded, or its bytes where it is a PDF or a Word file; throws where it is too large, damaged or not a document at all. */
export function openSourceFile(bytes: Uint8Array, fileName: string): SourceText | SourceBytes {
  const name = baseName(fileName);
  if (bytes.length > maxDocumentBytes) throw new FilingTooLargeError(name, maxDocumentBytes, false);
  const content = isGzip(bytes) ? inflate(bytes, name) : bytes;
  if (isPdf(content)) return { kind: "pdf", bytes: content };
  if (startsWith(content, zipSignature)) return { kind: "docx", bytes: content };
  refuseOtherFormats(content, name);
  const decoded = decodeText(content, name);
  const start = decoded.text.slice(0, 4096);
  if (/^\s*[{[]/.test(start) && looksLikeJson(decoded.text)) {
    return { kind: "call", text: decoded.text, warnings: decoded.warnings };
  }
  return { kind: kindOf(start, name), text: decoded.text, warnings: decoded.warnings };
}

function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Some writers put a few bytes before the signature, and readers of PDFs allow it. */
function isPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes("%PDF-");
}

function inflate(bytes: Uint8Array, name: string): Uint8Array {
  try {
    return gunzipSync(bytes, { maxOutputLength: maxDocumentBytes });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ERR_BUFFER_TOO_LARGE") throw new FilingTooLargeError(name, maxDocumentBytes, true);
    throw new FilingUnreadableError(name, "its gzip compression is damaged or cut off", error);
  }
}

function refuseOtherFormats(bytes: Uint8Array, name: string): void {
  if (bytes.length === 0) throw new NotAFilingError(name, "it is empty");
  if (isGzip(bytes)) throw new NotAFilingError(name, "it is an archive within an archive");
  for (const signature of signatures) {
    if (startsWith(bytes, signature.bytes)) throw new NotAFilingError(name, `it is ${signature.what}`);
  }
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** A name tells only what the text does not: a page saved as .txt or .md is a page. */
function kindOf(start: string, name: string): SourceText["kind"] {
  if (/\.(?:md|markdown)(?:\.gz)?$/i.test(name) && !/^\s*<(?:!doctype|html|sec-document)/i.test(start))
    return "markdown";
  return looksLikeMarkup(start) || /\.x?html?(?:\.gz)?$/i.test(name) ? "markup" : "plain";
}

/** Markup may begin with comments, a doctype or the tags of a submission; JSON and prose do not hold a tag early on. */
function looksLikeMarkup(start: string): boolean {
  return /<(?:!doctype\s+html|html|body|head|div|p|table|font|center|span|ix:)[\s>]/i.test(start);
}

function looksLikeJson(text: string): boolean {
  const end = text.slice(-200).trimEnd();
  return /^\s*(?:\{\s*(?:"|\})|\[\s*(?:[{["\d\]-]|true|false|null))/.test(text.slice(0, 400)) && /[}\]]$/.test(end);
}
