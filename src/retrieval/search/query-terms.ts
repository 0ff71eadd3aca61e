import { conceptById } from "../../concepts/dictionary";
import { type ConceptId } from "../../contracts/concept";
import { type QuestionIntent } from "../../contracts/intent";
import { operandConcepts } from "../question/statements-asked";
import { otherWordings } from "../words/other-wordings";
import { tokenize } from "../words/tokenize";
import { stopWords } from "../words/stop-words";
import { topics } from "../question/topics";

export interface QueryTerms {
  /** Stems of the question's own words. */
  readonly asked: ReadonlyMap<string, number>;
  /** Those and what filings call the same things, each with its weight. */
  readonly all: ReadonlyMap<string, number>;
}

const synonymWeight = 0.6;
const operandWeight = 0.5;
const topicWeight = 0.4;
/** What the question says in other words: many of them for one of its own, so each counts little. */
const wordingWeight = 0.3;
/** A year stands in every column head of a filing: it tells little about a passage. */
const numberWeight = 0.3;

/** The terms of a question and their weights, before rarity. */
export function queryTerms(question: string, intent: QuestionIntent): QueryTerms {
  const asked = new Map<string, number>();
  for (const word of intent.terms) {
    for (const term of tokenize(word)) asked.set(term, /^\d/.test(term) ? numberWeight : 1);
  }
  const all = new Map(asked);
  const add = (text: string, weight: number) => {
    for (const word of text.split(/\s+/)) {
      if (stopWords.has(word.toLowerCase())) continue;
      for (const term of tokenize(word)) {
        if (term.length > 1 && weight > (all.get(term) ?? 0)) all.set(term, weight);
      }
    }
  };
  for (const id of intent.concepts.slice(0, 8)) {
    add(namesOf(id, 4), synonymWeight);
    for (const operand of operandConcepts(id)) add(namesOf(operand, 2), operandWeight);
  }
  for (const topic of topics) if (topic.asked.test(question)) add(topic.words, topicWeight);
  for (const term of otherWordings(question)) if (wordingWeight > (all.get(term) ?? 0)) all.set(term, wordingWeight);
  return { asked, all };
}

function namesOf(id: ConceptId, synonyms: number): string {
  const concept = conceptById(id);
  return concept === null ? "" : [concept.name, ...concept.synonyms.slice(0, synonyms)].join(" ");
}
