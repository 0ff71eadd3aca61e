import { conceptById } from "../../concepts/dictionary";
import { readConceptsInText } from "../../concepts/find-concepts-in-text";
import { type ConceptId } from "../../contracts/concept";
import { type QuestionIntent } from "../../contracts/intent";
import { legalForms } from "../words/company-words";
import { withoutFormNames } from "./find-forms";
import { isNeutral } from "./neutral-words";
import { statementsNamed, withoutStatementNames } from "./statements-asked";
import { stem } from "../words/stem";
import { wordsOf } from "../words/tokenize";

/**
 * The words of a question that nothing understood explains, each once, in reading order. A figure of the company as a
 * whole answers the question only where there are none. `text` is the question without its names and periods.
 */
export function unexplainedWords(
  text: string,
  about: { concepts: readonly ConceptId[]; kind: QuestionIntent["kind"]; names: readonly string[] },
): string[] {
  const names = new Set([...about.names.flatMap(wordsOf), ...legalForms]);
  // The one legal form that is a business as well: a bank's trust fees are not its fees.
  names.delete("trust");
  const conceptNames = new Set(about.concepts.flatMap((id) => wordsOf(conceptById(id)?.name ?? "")));
  // "Net" changes nothing where filings call the thing so: receivables and plant are always shown net.
  if (about.concepts.some(isShownNet)) conceptNames.add("net");
  const stems = new Set([...conceptNames].map(stem));
  const left = readConceptsInText(
    withoutStatementNames(withoutFormNames(withoutSources(text.replace(hedge, " ")))),
  ).rest;
  return [...new Set(left)].filter(
    (word) =>
      !names.has(word) &&
      !names.has(word.replace(/s$/, "")) &&
      !stems.has(stem(word)) &&
      !isNeutral(word, about.kind, conceptNames),
  );
}

/** How exact a number may be: "a reasonable approximation (or exact number if possible)". */
const hedge = /\bor (?:an |the )?exact (?:number|figure|amount|value)s?\b/gi;

function isShownNet(id: ConceptId): boolean {
  const concept = conceptById(id);
  return concept?.periodKind === "instant" && concept.synonyms.some((name) => /\bnet\b/.test(name));
}

const exception = /\b(?:exclud\w*|except\w*|without|not|before|after|net|adjust\w*|instead)\b/i;

/** Leaves out clauses that only say where to look: they name a statement and no figure, and take nothing away. */
function withoutSources(text: string): string {
  return text
    .split(/(?<=[.?:;])\s+|,\s+/)
    .filter(
      (clause) =>
        statementsNamed(clause).length === 0 ||
        exception.test(clause) ||
        readConceptsInText(withoutStatementNames(clause)).ids.length > 0,
    )
    .join(" ");
}
