import { conceptById } from "../../concepts/dictionary";
import { findConceptsInText } from "../../concepts/find-concepts-in-text";
import { operandsOf } from "../../concepts/formula";
import { type ConceptId } from "../../contracts/concept";
import { type Evidence } from "../../contracts/evidence";
import { type QuestionIntent } from "../../contracts/intent";

/** Words by which a sentence gives a reason. */
export const tellingReason =
  /\b(?:because|due to|driven|primarily|result(?:ed|ing)? (?:from|in)|offset|reflect\w*|attributable)\b/i;

/** Words as a question and a sentence share them: of any length, by their first letters, numbers too. */
export function wordStems(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{2,}|\d+/gu) ?? [];
  return new Set(words.map((word) => word.slice(0, 5).replace(/(?<=\p{L}{3})[eis]$/u, "")));
}

/** The concepts by whose name a passage speaks of what is asked: growth of revenue is spoken of as revenue. */
export function conceptsSpokenOf(intent: QuestionIntent): ReadonlySet<ConceptId> {
  const bases = intent.concepts.flatMap((id) => {
    const formula = conceptById(id)?.formulas[0];
    return formula === undefined || !id.endsWith("-growth") ? [] : operandsOf(formula);
  });
  return new Set([...intent.concepts, ...bases]);
}

export function namesConcept(text: string, concepts: ReadonlySet<ConceptId>): boolean {
  return concepts.size > 0 && findConceptsInText(text).some((id) => concepts.has(id));
}

/** How far a passage's place answers such a question: reasons stand in the discussion of results, not in the risks. */
export function placeWeight(item: Evidence, kind: QuestionIntent["kind"]): number {
  if (kind !== "reason") return 0;
  const form = item.document.form ?? "";
  if (item.item === "1A") return -2;
  if (/^10-Q/.test(form) ? item.item === "2" && item.part !== "II" : item.item === "7") return 1.5;
  return /^8-K|transcript/i.test(form) ? 0.5 : 0;
}

const figure = /\d/;
/** Days, years, spans of time, footnotes: no figures of anything. */
const dates =
  /\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d{1,2},?(?:\s+(?:19|20)\d\d)?|\b(?:19|20)\d\d\b|\b(?:items?|notes?)\s+\d+\w?|\(\d{1,2}\)|\b\d+(?:st|nd|rd|th)\b|\b\d+[- ](?:weeks?|days?|months?)\b/gi;

/** True where a number stands in it that is no date. */
export function statesFigure(text: string): boolean {
  return figure.test(text.replace(dates, " "));
}

const lookingAhead =
  /\b(?:expects?|expected|anticipates?|guidance|outlook|forecasts?|targets?|may|could|will|plans?)\b/i;
const countsThings: ReadonlySet<string> = new Set(["shares", "count"]);
/** A number of things: neither money nor a percentage. */
const bareCount =
  /(?<![$€£\d.,])\b\d[\d,.]*(?!\d)(?!\s*(?:%|percent|of|$))(?:\s+(?:million|thousand|billion))?\s+\p{L}/u;
/** A longer sentence speaks of several things, and its figure may be any other's. */
const longestStatement = 240;
const comparesShares = /\b(?:shares?|proportion|percent\w*)\b/i;

/**
 * Whether a sentence states, with a figure, what a question about a number asks: every word that narrows the question
 * stands in it, most of the rest does, and it is of the year asked.
 */
export function statesAnswer(
  text: string,
  item: Evidence,
  asked: { readonly intent: QuestionIntent; readonly leftover: readonly string[]; readonly years: ReadonlySet<string> },
): boolean {
  const { intent, leftover, years } = asked;
  if (text.length > longestStatement || !statesFigure(text) || lookingAhead.test(text)) return false;
  // The narrowing word beside a figure of something else answers nothing: "iPhone" in a sentence on margins.
  const shareOf = comparesShares.test(intent.terms.join(" ")) && /%|percent/i.test(text);
  if (intent.concepts.length > 0 && !shareOf && !namesConcept(text, conceptsSpokenOf(intent))) return false;
  if (intent.concepts.some((id) => countsThings.has(conceptById(id)?.unit ?? "")) && !bareCount.test(text))
    return false;
  const said = wordStems(text);
  const has = (word: string): boolean =>
    [...wordStems(word)].every((stem) => said.has(stem)) || (comparesShares.test(word) && /%|percent/i.test(text));
  if (!leftover.every(has)) return false;
  if (!standsTogether(text, leftover, intent)) return false;
  const narrowing = new Set(leftover.flatMap((word) => [...wordStems(word)]));
  const rest = intent.terms.filter((term) => ![...wordStems(term)].every((stem) => narrowing.has(stem)));
  // Of a share the sentence may say "accounted for"; of anything else it must hold every word of the question.
  const enough = shareOf ? rest.filter(has).length * 2 >= rest.length : rest.every(has);
  if (!enough) return false;
  const named = text.match(/\b(?:19|20)\d\d\b/g) ?? [];
  if (years.size === 0) return true;
  return named.length > 0
    ? [...years].every((year) => text.includes(year))
    : [...years].every((year) => item.document.periodEnd?.startsWith(year) ?? false);
}

/** The narrowing words and the thing they narrow in one clause: elsewhere in a sentence they narrow something else. */
function standsTogether(text: string, leftover: readonly string[], intent: QuestionIntent): boolean {
  if (leftover.length === 0) return true;
  const narrowing = leftover.flatMap((word) => [...wordStems(word)]);
  const things = intent.terms.flatMap((term) => [...wordStems(term)]).filter((stem) => !narrowing.includes(stem));
  return text.split(/[,;|](?!\d)/).some((clause) => {
    const said = wordStems(clause);
    return narrowing.every((stem) => said.has(stem)) && (things.length === 0 || things.some((stem) => said.has(stem)));
  });
}
