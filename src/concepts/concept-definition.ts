import { type ConceptId, type Statement, type UnitKind } from "../contracts/concept";
import { type Formula } from "./formula";

/** A concept as its table states it; what is left out is empty. */
export interface ConceptEntry {
  readonly id: ConceptId;
  readonly name: string;
  /** Words analysts and filers use, abbreviations among them; the name itself need not be repeated. */
  readonly synonyms: readonly string[];
  /** Qualified us-gaap (or dei) tags, preferred first. */
  readonly tags?: readonly string[];
  readonly statement: Statement;
  readonly unit: UnitKind;
  /** Sign a company usually shows, as filers report it. */
  readonly plausibleSign: "positive" | "negative" | "either";
  readonly periodKind: "duration" | "instant" | "none";
  /** Ways to compute it from others, preferred first. */
  readonly formulas?: readonly Formula[];
  /** Read beside it to understand it. */
  readonly neighbours?: readonly ConceptId[];
  /** Concepts that modellers rightly put in its place: a link between the two contradicts nothing. */
  readonly interchangeable?: readonly ConceptId[];
  /** Says which figure of something it is (opening, median, budget), not of what: too general to contradict a label. */
  readonly isGeneric?: boolean;
  /** False where only models call it so; filings and questions mean other things by the words, or do not speak of it. */
  readonly inQuestions?: boolean;
}

export type Concept = Required<ConceptEntry>;
