import { type Concept } from "./concept-definition";
import { concepts } from "./dictionary";
import { normalizeLabel } from "./normalize-label";

const joining = new Set(["the", "of", "and", "for", "in", "on", "to", "from", "by", "a", "an", "&", "/"]);

/** Order, joining words and plurals taken away: "Expenses, operating" and "operating expense" agree. */
export function wordSetKey(words: readonly string[]): string {
  return [...new Set(words.filter((word) => !joining.has(word)).map(singular))].sort().join(" ");
}

function singular(word: string): string {
  if (word.length < 4 || word.endsWith("ss")) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.endsWith("s") ? word.slice(0, -1) : word;
}

const bySynonym = new Map<string, Concept[]>();
const byWordSet = new Map<string, Concept[]>();

function add(index: Map<string, Concept[]>, key: string, concept: Concept): void {
  const entry = index.get(key);
  if (key === "" || entry?.includes(concept)) return;
  if (entry) entry.push(concept);
  else index.set(key, [concept]);
}

for (const concept of concepts) {
  for (const name of [concept.name, ...concept.synonyms]) {
    const { text, words } = normalizeLabel(name);
    add(bySynonym, text, concept);
    add(byWordSet, wordSetKey(words), concept);
  }
}

/** Concepts called exactly so (normalised); several where a word has several senses ("tax"). */
export function conceptsBySynonym(normalized: string): readonly Concept[] {
  return bySynonym.get(normalized) ?? [];
}

export function conceptsByWordSet(key: string): readonly Concept[] {
  return byWordSet.get(key) ?? [];
}

/** Words of the longest synonym: how far a search in running text must look ahead. */
export const longestSynonymWords = Math.max(...[...bySynonym.keys()].map((text) => text.split(" ").length));
