import { type AskRequest } from "../contracts/answer";
import { type ConceptId } from "../contracts/concept";
import { type IsoDate } from "../contracts/dates";
import { type DocumentRef, type Fact } from "../contracts/document";
import { type FactChange } from "../contracts/fact-history";
import { type Citation, type Evidence } from "../contracts/evidence";
import { type IntentChoices, type QuestionIntent } from "../contracts/intent";
import { type LanguageModel } from "../contracts/language-model";

/** A reported fact with where it stands: what every number of an answer is bound to. */
export interface FactWithCitation {
  readonly fact: Fact;
  /** The concept of our dictionary its tag belongs to; null where none does. */
  readonly conceptId: ConceptId | null;
  /** As the filing itself states it for the fact's period; null where it does not. */
  readonly fiscalYear: number | null;
  readonly document: DocumentRef;
  readonly citation: Citation;
  /** An earlier filing reported the same period differently. */
  readonly restated: boolean;
  /** What earlier filings said, newest first; only values that differ. */
  readonly earlier: readonly EarlierValue[];
  /** The first filing on file that said so and since which none said otherwise; left out where only `document` is known to. */
  readonly since?: DocumentRef;
  /** What was read from a table of another filing and differs (or, of a figure that was read, what another filing tags). */
  readonly otherwise?: readonly ValueOfOtherSource[];
}

/** A difference between what a filer tagged and what we read: no change of the filer's, and not to be called one. */
export interface ValueOfOtherSource {
  readonly factId: string;
  readonly value: number;
  readonly source: Fact["source"];
  readonly document: DocumentRef;
}

export interface EarlierValue {
  readonly factId: string;
  readonly value: number;
  /** The first filing that said so. */
  readonly document: DocumentRef;
  /** Which filing said otherwise, and what kind of change that was; left out where nobody looked. */
  readonly changed?: { readonly by: DocumentRef; readonly change: FactChange };
}

/** Everything the machine may reach. The server composes it; tests pass plain objects. */
export interface ReasoningPorts {
  /** What the reader set (`request.intent`) is taken as it is, as far as the store knows it. */
  understand(request: AskRequest): Promise<QuestionIntent>;
  search(query: { question: string; intent: QuestionIntent; request: AskRequest }): Promise<Evidence[]>;
  findFacts(query: {
    intent: QuestionIntent;
    conceptIds: readonly ConceptId[];
    asOf: IsoDate | null;
    company: string | null;
    documentId: string | null;
  }): Promise<FactWithCitation[]>;
  /** What the reader could set instead of what was understood, as known on the as-of day. */
  offerChoices?(query: { intent: QuestionIntent; asOf: IsoDate | null }): Promise<IntentChoices>;
  /** How many documents that a question may be about have no filing date, and so are no use to an as-of question. */
  countUndated?(query: { intent: QuestionIntent; company: string | null; documentId: string | null }): Promise<number>;
  /** Null: nothing leaves this machine, and the plain answer is the answer. */
  readonly languageModel: LanguageModel | null;
  /** Any steady clock: only differences are used. */
  nowMs(): number;
  /** The calendar day, to say how old sources are where no as-of date is asked; left out, their age is not said then. */
  today?(): IsoDate;
  /** Told of a mistake of ours, for the log; the question then ends as `reasoning/failed`. */
  reportUnexpected?(error: unknown): void;
}
