/** A statement's text as words and references, in order. */
export type TextPiece =
  | { readonly kind: "words"; readonly text: string }
  | {
      readonly kind: "reference";
      readonly to: "fact" | "cell" | "calc";
      readonly id: string;
      readonly written: string;
    };

const placeholder = /\{\{\s*(fact|cell|calc)\s*:\s*([^{}]{1,140}?)\s*\}\}/g;

export function readReferences(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  for (const match of text.matchAll(placeholder)) {
    if (match.index > at) pieces.push({ kind: "words", text: text.slice(at, match.index) });
    const [written, to = "", id = ""] = match;
    pieces.push({
      kind: "reference",
      to: to as "fact" | "cell" | "calc",
      id: to === "cell" ? cellId(id) : id,
      written,
    });
    at = match.index + written.length;
  }
  if (at < text.length) pieces.push({ kind: "words", text: text.slice(at) });
  return pieces;
}

/** "'My sheet'!$B$4" and "My sheet!B4" are one cell. */
function cellId(id: string): string {
  const bang = id.lastIndexOf("!");
  if (bang < 0) return id;
  const sheet = id
    .slice(0, bang)
    .replace(/^'(.*)'$/, "$1")
    .replaceAll("''", "'");
  return `${sheet}!${id
    .slice(bang + 1)
    .replaceAll("$", "")
    .toUpperCase()}`;
}
