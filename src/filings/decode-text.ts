import { FilingUnreadableError, NotAFilingError } from "./filing-errors";

export interface DecodedText {
  readonly text: string;
  readonly warnings: readonly string[];
}

/**
 * Bytes to text: byte order mark, then the zero bytes of UTF-16, then UTF-8 where it is valid,
 * then the charset the file declares, then windows-1252, which old filings are in whatever they declare.
 */
export function decodeText(bytes: Uint8Array, name: string): DecodedText {
  const wide = utf16Kind(bytes);
  if (wide !== null) return { text: decode(bytes, wide, name), warnings: [] };
  if (isBinary(bytes)) throw new NotAFilingError(name, "it holds binary data, not text");
  const text = decodeStrictUtf8(bytes);
  if (text !== null) return { text, warnings: [] };
  const declared = declaredCharset(bytes);
  const charset = declared === null || /^utf-?8$/i.test(declared) ? "windows-1252" : declared;
  const warning =
    declared !== null && /^utf-?8$/i.test(declared)
      ? ["the file says UTF-8 but is not; it was read as windows-1252"]
      : [];
  return { text: decode(bytes, charset, name), warnings: warning };
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return withoutCutCharacter(bytes);
  }
}

/** A file cut in the middle of a character is still UTF-8. */
function withoutCutCharacter(bytes: Uint8Array): string | null {
  for (let cut = 1; cut <= 3 && cut < bytes.length; cut++) {
    const lead = bytes[bytes.length - cut]!;
    if (lead < 0xc0) continue;
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
    } catch {
      return null;
    }
  }
  return null;
}

function decode(bytes: Uint8Array, charset: string, name: string): string {
  let decoder: TextDecoder;
  try {
    decoder = new TextDecoder(charset);
  } catch (error) {
    throw new FilingUnreadableError(name, `it is in a charset we do not know ("${charset.slice(0, 40)}")`, error);
  }
  return decoder.decode(bytes);
}

function utf16Kind(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const seen = Math.min(bytes.length, 512);
  if (seen < 16) return null;
  let evenZeros = 0;
  let oddZeros = 0;
  for (let index = 0; index < seen; index++) {
    if (bytes[index] !== 0) continue;
    if (index % 2 === 0) evenZeros++;
    else oddZeros++;
  }
  if (oddZeros > seen * 0.35 && evenZeros < seen * 0.05) return "utf-16le";
  if (evenZeros > seen * 0.35 && oddZeros < seen * 0.05) return "utf-16be";
  return null;
}

function isBinary(bytes: Uint8Array): boolean {
  const seen = Math.min(bytes.length, 65_536);
  let odd = 0;
  for (let index = 0; index < seen; index++) {
    const byte = bytes[index]!;
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27 && byte !== 26)) odd++;
  }
  return odd > seen * 0.01;
}

function declaredCharset(bytes: Uint8Array): string | null {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)/i.exec(start)?.[1] ?? null;
}
