import { findConceptsInText } from "../../concepts/find-concepts-in-text";
import { conceptById } from "../../concepts/dictionary";
import { type ConceptId } from "../../contracts/concept";
import { type Problem } from "./problem";

/** What one reference of a sentence stands for. */
export interface ReferenceMeaning {
  readonly written: string;
  /** Years it may be called by; empty where it has none. */
  readonly years: ReadonlySet<number>;
  readonly concepts: ReadonlySet<ConceptId>;
  readonly company: string | null;
  /** The change a calculation states: its sign; null for anything else. */
  readonly changeSign: -1 | 0 | 1 | null;
}

/** A sentence: its words with references as `\u0001`, and what the references mean, in order. */
export interface BoundSentence {
  readonly words: string;
  readonly references: readonly ReferenceMeaning[];
}

const rising =
  /\b(?:rose|rises?|rising|grew|grows?|growing|increas\w+|up|climb\w*|expand\w*|gain\w*|improv\w+|higher)\b/i;
const falling =
  /\b(?:fell|falls?|falling|declin\w+|decreas\w+|down|drop\w*|shr[aiu]nk\w*|contract(?:ed|s|ing)|lower|slid|lost)\b/i;

/** Whether words and references say the same period, concept, company and direction. */
export function checkBindings(sentence: BoundSentence, statement: number, companies: readonly string[]): Problem[] {
  const problems: Problem[] = [];
  const years = [...sentence.words.matchAll(/(?<![\d.,])(?:19|20)\d\d(?![\d.,]*\d)/g)].map((match) => Number(match[0]));
  const dated = sentence.references.filter((reference) => reference.years.size > 0);
  const inOrder = years.length === dated.length;
  dated.forEach((reference, index) => {
    const said = inOrder ? years.slice(index, index + 1) : years;
    if (years.length > 0 && !said.some((year) => reference.years.has(year)))
      problems.push({
        kind: "wrong-period",
        statement,
        message: `${reference.written} belongs to ${[...reference.years].join("/")}, but the sentence says ${said.join(", ")}.`,
      });
  });

  const concepts = findConceptsInText(sentence.words.replaceAll("\u0001", " ; "));
  const meant = sentence.references.filter((reference) => reference.concepts.size > 0);
  for (const reference of meant) {
    if (concepts.length > 0 && !concepts.some((id) => isAbout(reference, id)))
      problems.push({
        kind: "wrong-concept",
        statement,
        message: `${reference.written} is ${[...reference.concepts].join(", ")}, but the sentence speaks of ${concepts.join(", ")}.`,
      });
  }
  if (meant.length === concepts.length && meant.length > 1) {
    meant.forEach((reference, index) => {
      const said = concepts[index];
      if (said !== undefined && !isAbout(reference, said))
        problems.push({
          kind: "wrong-concept",
          statement,
          message: `${reference.written} stands where the sentence speaks of ${said}; it is ${[...reference.concepts].join(", ")}.`,
        });
    });
  }

  const named = companies.filter((company) => mentionsCompany(sentence.words, company));
  for (const reference of sentence.references) {
    if (reference.company !== null && named.length > 0 && !named.includes(reference.company))
      problems.push({
        kind: "wrong-company",
        statement,
        message: `${reference.written} is of ${reference.company}, but the sentence names ${named.join(", ")}.`,
      });
  }

  const changes = sentence.references.filter((reference) => reference.changeSign !== null);
  const [up, down] = [rising.test(sentence.words), falling.test(sentence.words)];
  for (const change of up === down ? [] : changes) {
    if ((up && change.changeSign === -1) || (down && change.changeSign === 1))
      problems.push({
        kind: "wrong-direction",
        statement,
        message: `${change.written} is ${change.changeSign === 1 ? "an increase" : "a decrease"}, and the sentence says the opposite.`,
      });
  }
  return problems;
}

/** A ratio may be spoken of by its own name or by those of its operands. */
function isAbout(reference: ReferenceMeaning, said: ConceptId): boolean {
  if (reference.concepts.has(said)) return true;
  const concept = conceptById(said);
  if (concept === null) return false;
  if (concept.interchangeable.some((id) => reference.concepts.has(id))) return true;
  // A calculation carries its operands' concepts: "gross margin" is said of gross profit over revenue.
  return reference.concepts.size > 1 || reference.changeSign !== null
    ? concept.neighbours.some((id) => reference.concepts.has(id)) ||
        concept.unit === "percent" ||
        concept.unit === "multiple"
    : false;
}

/** By the first telling word of its name: "Acme" for "Acme Holdings, Inc.". */
function mentionsCompany(words: string, company: string): boolean {
  const first = company.split(/[\s,.]+/).find((word) => word.length > 2 && !/^the$/i.test(word));
  if (first === undefined) return false;
  return new RegExp(`(?<!\\p{L})${first.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?!\\p{L})`, "iu").test(words);
}
