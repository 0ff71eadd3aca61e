import { conceptById } from "../concepts/dictionary";
import { readConceptsInText } from "../concepts/find-concepts-in-text";
import { type ConceptId } from "../contracts/concept";
import { type QuestionIntent } from "../contracts/intent";
import { legalForms } from "./company-words";
import { withoutFormNames } from "./find-forms";
import { isNeutral } from "./neutral-words";
import { withoutStatementNames } from "./statements-asked";
import { stem } from "./stem";
import { wordsOf } from "./tokenize";

/**
 * The words of a question that nothing understood explains, each once, in reading order. A figure of the company as a
 * whole answers the question only where there are none. `text` is the question without its names and periods.
 */
export function unexplainedWords(
  text: string,
  about: { concepts: readonly ConceptId[]; kind: QuestionIntent["kind"]; names: readonly string[] },
): string[] {
  const names = new Set([...about.names.flatMap(wordsOf), ...legalForms]);
  const conceptNames = new Set(about.concepts.flatMap((id) => wordsOf(conceptById(id)?.name ?? "")));
  const stems = new Set([...conceptNames].map(stem));
  const left = readConceptsInText(withoutStatementNames(withoutFormNames(text))).rest;
  return [...new Set(left)].filter(
    (word) => !names.has(word) && !stems.has(stem(word)) && !isNeutral(word, about.kind, conceptNames),
  );
}
