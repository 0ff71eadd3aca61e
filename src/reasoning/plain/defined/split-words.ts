import { type TextToken, tokensOfWord } from "../../../concepts/find-concepts-in-text";

/** A written word, number or sign of a formula, with the words that names are compared by. */
export interface Piece {
  readonly kind: "word" | "number" | "sign";
  readonly text: string;
  readonly value: number;
  readonly words: readonly TextToken[];
}

const mostPieces = 400;
const signs: Readonly<Record<string, string>> = {
  "×": "*",
  "·": "*",
  "∙": "*",
  "⋅": "*",
  "÷": "/",
  "−": "-",
  "–": "-",
  "—": "-",
  "[": "(",
  "{": "(",
  "]": ")",
  "}": ")",
};
const piece = /\d+(?:,\d{3})*(?:\.\d+)?(?![\p{L}\p{N}])|[\p{L}\p{N}][\p{L}\p{N}&'’]*(?:[-./][\p{L}\p{N}&'’]+)*|\S/gu;

/** A formula's text in pieces; null where it is longer than any formula. */
export function splitWords(text: string): Piece[] | null {
  const pieces: Piece[] = [];
  for (const [found] of text.matchAll(piece)) {
    if (pieces.length >= mostPieces) return null;
    if (/^[\d,]+(?:\.\d+)?$/.test(found) && /^\d/.test(found))
      pieces.push({ kind: "number", text: found, value: Number(found.replaceAll(",", "")), words: [] });
    else if (/^[\p{L}\p{N}%]/u.test(found))
      pieces.push({ kind: "word", text: found, value: NaN, words: tokensOfWord(found) });
    else pieces.push({ kind: "sign", text: signs[found] ?? found, value: NaN, words: [] });
  }
  return pieces;
}

/** A word in parts at its dashes or strokes: "DIO+DSO-DPO" typed without spaces is arithmetic. */
export function splitAtSigns(word: Piece): Piece[] {
  return word.text
    .split(/([-/])/)
    .map((part): Piece =>
      part === "-" || part === "/"
        ? { kind: "sign", text: part, value: NaN, words: [] }
        : { kind: "word", text: part, value: NaN, words: tokensOfWord(part) },
    );
}
