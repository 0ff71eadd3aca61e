import { type Concept } from "./concept-definition";
import { type ConceptId } from "../contracts/concept";
import { concepts } from "./dictionary";
import { analystNames } from "./dictionary/analyst-names";
import { modelNames } from "./dictionary/model-names";
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

interface NameIndex {
  readonly byName: ReadonlyMap<string, readonly Concept[]>;
  readonly byWordSet: ReadonlyMap<string, readonly Concept[]>;
}

/** A model's own concept takes its names from the broader one of the same statement: in a model "APIC" is no share capital. */
function add(index: Map<string, Concept[]>, key: string, concept: Concept): void {
  if (key === "") return;
  const entry = (index.get(key) ?? []).filter((known) => known === concept || !isNarrowerThan(concept, known));
  index.set(key, entry.includes(concept) ? entry : [...entry, concept]);
}

function isNarrowerThan(concept: Concept, known: Concept): boolean {
  return (
    !concept.inQuestions && known.inQuestions && concept.statement === known.statement && concept.unit === known.unit
  );
}

type FurtherNames = Readonly<Record<ConceptId, readonly string[]>>;

function indexNames(named: readonly Concept[], further: readonly FurtherNames[]): NameIndex {
  const byName = new Map<string, Concept[]>();
  const byWordSet = new Map<string, Concept[]>();
  for (const concept of named) {
    for (const name of [concept.name, ...concept.synonyms, ...further.flatMap((names) => names[concept.id] ?? [])]) {
      const { text, words } = normalizeLabel(name);
      add(byName, text, concept);
      add(byWordSet, wordSetKey(words), concept);
    }
  }
  return { byName, byWordSet };
}

const ofLabels = indexNames(concepts, [modelNames, analystNames]);
const ofQuestions = indexNames(
  concepts.filter((concept) => concept.inQuestions),
  [],
);

/** Concepts a label of just these words (normalised) names; several where a word has several senses ("tax"). */
export function conceptsByLabel(normalized: string): readonly Concept[] {
  return ofLabels.byName.get(normalized) ?? [];
}

export function conceptsByLabelWords(key: string): readonly Concept[] {
  return ofLabels.byWordSet.get(key) ?? [];
}

/** The same for words of a question, which speak of fewer concepts than models hold. */
export function conceptsBySynonym(normalized: string): readonly Concept[] {
  return ofQuestions.byName.get(normalized) ?? [];
}

export function conceptsByWordSet(key: string): readonly Concept[] {
  return ofQuestions.byWordSet.get(key) ?? [];
}

/** Words of the longest synonym: how far a search in running text must look ahead. */
export const longestSynonymWords = Math.max(...[...ofQuestions.byName.keys()].map((text) => text.split(" ").length));

/** Every word a label may hold, for mending a slip of the pen. */
export const labelWords: ReadonlySet<string> = new Set([...ofLabels.byName.keys()].flatMap((text) => text.split(" ")));
