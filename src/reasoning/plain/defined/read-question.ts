import { conceptById } from "../../../concepts/dictionary";
import { readConceptsInText } from "../../../concepts/find-concepts-in-text";
import { sentenceSpans } from "../../../concepts/sentence-spans";
import { type ConceptId } from "../../../contracts/concept";
import { type Asked, conceptsOfAsked, type Definition } from "./asked-tree";
import { findDefinitions, type WrittenDefinition } from "./find-definitions";
import { nameBefore, namesOfTerm } from "./names-of-term";
import { parseWords } from "./parse-words";
import { rootsOf, figuresOf, unusedDefinition } from "./reached-definitions";
import { isFigure, parseRegion, wordsOf } from "./read-region";
import { isComposite, withNameless } from "./shape-of-asked";
import { type FormulaToken, type NamesKnown, noNames, readWords } from "./read-words";

/** What a question asks to be computed by its own words. */
export interface QuestionRead {
  readonly kind: "calculation";
  readonly asked: Asked;
  readonly definitions: readonly Definition[];
  /** Figures it says to use, without saying how. */
  readonly uses: readonly ConceptId[];
  /** Words of the question that are no part of its definitions or of what is computed, as names are compared. */
  readonly beside: ReadonlySet<string>;
  /** The question without its definitions. */
  readonly rest: string;
  /** The statement from which it says a change is to be taken; null where it names neither, or both. */
  readonly changesFrom: "balance-sheet" | "cash-flow" | null;
}

export type ReadQuestion =
  | QuestionRead
  /** The question defines something, and this is what of it was not understood. */
  | { readonly kind: "not-understood"; readonly why: string }
  | { readonly kind: "none" };

/** Reads the definitions of a question and the calculation it asks for; none where it only names a figure. */
export function readQuestion(question: string): ReadQuestion {
  const found = findDefinitions(question);
  const defines = found.definitions.length > 0;
  const named = namesOf(found.definitions);
  if (typeof named === "string") return { kind: "not-understood", why: named };
  const definitions: Definition[] = [];
  for (const [index, written] of found.definitions.entries()) {
    const read = readDefinition(written, index, named);
    if (typeof read === "string") return { kind: "not-understood", why: read };
    definitions.push(read);
  }
  const uses = found.uses.flatMap((text) => (readWords(text, noNames) ?? []).flatMap((token) => token.kind === "concept" ? [token.id] : [])); // prettier-ignore
  const main = readMain(found.rest, named, definitions);
  if (main === null) {
    if (!defines) return { kind: "none" };
    return { kind: "not-understood", why: "what is asked for by the definitions of the question is not clear" };
  }
  const { nameless } = main;
  // The formula takes the place of the dictionary's, and its result is read as that is.
  if (nameless !== undefined)
    definitions.forEach((one, index) => {
      if (one.term === null) definitions[index] = { ...one, concept: nameless };
    });
  const owned = new Set(found.definitions.flatMap(({ before }) => (before === undefined ? [] : nameBefore(before))));
  const beside = new Set([...main.beside].filter((word) => !owned.has(word)));
  if (!defines && uses.length === 0 && !isComposite(main.asked)) return { kind: "none" };
  const unused = defines ? unusedDefinition(main.asked, definitions) : null;
  if (unused !== null)
    return { kind: "not-understood", why: `the question defines ${unused}, and asks for something else` };
  return {
    kind: "calculation",
    asked: main.asked,
    definitions,
    uses,
    beside,
    rest: found.rest,
    changesFrom: changesFrom(question),
  };
}

/** Every concept that a question's own definitions and calculation may read. */
export function conceptsOfQuestion(question: string): ConceptId[] {
  const read = readQuestion(question);
  if (read.kind !== "calculation") return [];
  const trees = [read.asked, ...read.definitions.map((definition) => definition.formula)];
  return [...new Set([...trees.flatMap(conceptsOfAsked), ...read.uses])];
}

function changesFrom(question: string): QuestionRead["changesFrom"] {
  const balance = /\bbalance sheets?\b|\bstatements? of financial (?:position|condition)\b/i.test(question);
  const flows = /\bcash ?flows? statements?\b|\bstatements? of (?:consolidated )?cash ?flows?\b/i.test(question);
  return balance === flows ? null : balance ? "balance-sheet" : "cash-flow";
}

function namesOf(definitions: readonly WrittenDefinition[]): NamesKnown | string {
  const names = definitions.flatMap(({ term }, index) =>
    term === null ? [] : namesOfTerm(term).map((words) => ({ words, index })),
  );
  const concepts = new Map<ConceptId, number>();
  for (const [index, { term }] of definitions.entries()) {
    const id = term === null ? null : conceptOfTerm(term);
    if (id === null) continue;
    if (concepts.has(id)) return `the question defines ${conceptById(id)?.name ?? id} twice`;
    concepts.set(id, index);
  }
  return { names, concepts };
}

/** The dictionary's concept of a term, where the term is its name and no more. */
function conceptOfTerm(term: string): ConceptId | null {
  for (const words of [term, ...namesOfTerm(term).map((name) => name.join(" "))]) {
    const { ids, rest } = readConceptsInText(words.replace(/\bunadjusted\b/gi, " "));
    if (ids.length === 1 && rest.every((word) => /^(?:the|total|net)$/.test(word))) return ids[0]!;
  }
  return null;
}

function readDefinition(written: WrittenDefinition, index: number, known: NamesKnown): Definition | string {
  const { term } = written;
  const called = term === null ? "the definition in the question" : `the definition of “${term}”`;
  const narrowed = term === null ? null : narrowingWord(term);
  if (narrowed !== null)
    return `whether “${narrowed}” in “${term}” narrows its figures to a part of the company is not said`;
  // A definition that names itself builds on the dictionary's: "EBITDA as EBITDA plus share-based compensation".
  const others: NamesKnown = {
    names: known.names.filter((name) => name.index !== index),
    concepts: new Map([...known.concepts].filter(([, of]) => of !== index)),
  };
  const tokens = readWords(written.formula, others);
  if (tokens === null) return `${called} is too long to be read`;
  const unknown = tokens.find((token) => token.kind === "unknown");
  if (unknown?.kind === "unknown") return `in ${called} I do not understand “${unknown.text}”`;
  if (!tokens.some((token) => token.kind === "concept" || token.kind === "defined"))
    return `${called} names no figure that filings report`;
  const parsed = parseWords(tokens);
  if (!parsed.ok)
    return parsed.at === null ? `${called} ends too early` : `in ${called} I do not understand “${parsed.at}”`;
  const concept = term === null ? null : conceptOfTerm(term);
  return { term, concept, formula: parsed.asked, loose: parsed.loose };
}

/** "Europe" and "the retail segment" are parts of a company, and no name of a formula makes its figures theirs. */
function narrowingWord(term: string): string | null {
  const words = term.replace(/[()]/g, " ").split(/\s+/);
  const part = words.find((word) => /^(?:segments?|divisions?|regions?|regional|domestic|international|geograph\w*|subsidiar\w*|products?|adjusted|organic|quarterly)$/i.test(word)); // prettier-ignore
  return part === undefined || /^adjusted$/i.test(part) ? null : part;
}

interface Main {
  readonly asked: Asked;
  /** The concept that a formula without a name stands for. */
  readonly nameless?: ConceptId;
  readonly beside: ReadonlySet<string>;
}

/** The one calculation that the question itself names, its definitions taken out. */
function readMain(rest: string, known: NamesKnown, definitions: readonly Definition[]): Main | null {
  const sentences = sentenceSpans(rest).map(({ start, end }) => rest.slice(start, end));
  const read = sentences.map((sentence) => readWords(sentence, known) ?? []);
  const nameless = definitions.findIndex((definition) => definition.term === null);
  const at = read.findIndex((tokens) => tokens.some(isFigure));
  const beside = new Set<string>();
  const setBeside = (tokens: readonly FormulaToken[]) =>
    tokens.forEach((token) => wordsOf(token).forEach((word) => beside.add(word)));
  if (at < 0) {
    read.forEach(setBeside);
    const [only] = definitions.length === 1 ? [0] : rootsOf(definitions);
    return only === undefined || rootsOf(definitions).length > 1
      ? null
      : { asked: { kind: "defined", index: only, when: null }, beside };
  }
  const { asked, left } = parseRegion(read[at]!);
  read.forEach((tokens, index) => setBeside(index === at ? left : tokens));
  if (asked === null) return null;
  const told = new Set([...figuresOf(asked), ...definitions.flatMap((definition) => figuresOf(definition.formula))]);
  const others = read.filter((_, index) => index !== at).flat();
  if (others.some((token) => token.kind === "concept" && !told.has(token.id))) return null;
  if (nameless < 0) return { asked, beside };
  const replaced = withNameless(asked, nameless);
  const [stoodFor] = conceptsOfAsked(asked);
  return replaced === null || stoodFor === undefined ? null : { asked: replaced, beside, nameless: stoodFor };
}
