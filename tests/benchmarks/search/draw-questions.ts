import { stopWords } from "../../../src/retrieval/words/stop-words";
import { type RealCorpus } from "./expand-corpus";
import { type Random } from "./seeded-random";

const fewestTerms = 3;
const mostTerms = 7;

/** Terms as questions have them: neighbouring words of a real passage, without those that every question holds. */
export function drawQuestions(corpus: RealCorpus, count: number, random: Random): ReadonlyMap<string, number>[] {
  const questions: ReadonlyMap<string, number>[] = [];
  while (questions.length < count) {
    const report = corpus.reports[Math.floor(random() * corpus.reports.length)]!;
    const { words } = report.passages[Math.floor(random() * report.passages.length)]!;
    const telling = [...new Set(words.filter((word) => /^\p{L}{3}/u.test(word) && !stopWords.has(word)))];
    if (telling.length < mostTerms) continue;
    const terms = fewestTerms + Math.floor(random() * (mostTerms - fewestTerms + 1));
    const from = Math.floor(random() * (telling.length - terms + 1));
    questions.push(new Map(telling.slice(from, from + terms).map((word) => [word, 1])));
  }
  return questions;
}
