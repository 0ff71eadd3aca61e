import { type ConceptId } from "../../../contracts/concept";
import { type QuestionIntent } from "../../../contracts/intent";
import { type PeriodWanted } from "../../facts/select-fact";
import { type FactWithCitation } from "../../ports";
import { type FactBook } from "../fact-book";
import { type Definition } from "./asked-tree";

/** What a formula is computed against: one company's facts and the question around it. */
export interface Setting {
  readonly book: FactBook;
  readonly intent: QuestionIntent;
  readonly definitions: readonly Definition[];
  /** The periods the question asks for, oldest first. */
  readonly periods: readonly PeriodWanted[];
  /** The statement a change is to be taken from; null where the question does not say. */
  readonly changesFrom: "balance-sheet" | "cash-flow" | null;
}

/** Where in the tree something is written: for which period, within which definitions. */
export interface Scope {
  readonly at: PeriodWanted;
  readonly depth: number;
  readonly within: ReadonlySet<number>;
  readonly isOuter: boolean;
}

/** Why a formula is not computed, in the analyst's words; with the figures that differ, where that is why. */
export class Refused extends Error {
  constructor(
    message: string,
    readonly candidates: readonly FactWithCitation[] = [],
    readonly of: ConceptId | null = null,
  ) {
    super(message);
  }
}
