import { stem } from "./stem";

const wordOrNumber = /\p{L}+|\d+(?:[.,]\d+)*/gu;

/** The words and numbers of a text, lower case, without accents, in reading order. */
export function wordsOf(text: string): string[] {
  const plain = text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]s\b/g, "")
    .replace(/['’]/g, "");
  return plain.match(wordOrNumber) ?? [];
}

/** The terms a text is found by: stems of its words and its numbers. */
export function tokenize(text: string): string[] {
  return wordsOf(text).map(stem);
}
