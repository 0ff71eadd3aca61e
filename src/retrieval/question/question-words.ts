import { legalForms } from "../words/company-words";
import { stopWords } from "../words/stop-words";
import { wordsOf } from "../words/tokenize";

/** What is left to search for once names and everyday words are taken away; each once, in reading order. */
export function questionWords(question: string, taken: readonly string[]): string[] {
  const names = new Set(taken.length === 0 ? [] : [...taken.flatMap(wordsOf), ...legalForms]);
  const words = wordsOf(question).filter(
    (word) =>
      !stopWords.has(word) &&
      !names.has(word) &&
      (word.length > 1 || /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word)),
  );
  return [...new Set(words)].slice(0, 60);
}
