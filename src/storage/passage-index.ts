import { type Statement } from "../contracts/concept";

/** What search needs to know about a passage beyond its text; `retrieval` works it out, storage keeps it. */
export interface PassageIndexEntry {
  /** Term to its BM25 term-frequency weight. */
  readonly terms: ReadonlyMap<string, number>;
  /** Which primary statement a table looks like. */
  readonly statement: Statement | null;
  /** 0..1 */
  readonly statementStrength: number;
  /** Numbers over words. */
  readonly numberShare: number;
  readonly contentsPage: boolean;
  /** 64 bits in hex: passages of nearly the same words differ in few. */
  readonly wordPrint: string;
  readonly numberPrint: string;
}

/** A sentence by its words alone, figures and dates masked, and where it stands in the document's text. */
export interface SentencePrint {
  /** 53 bits: the same words give the same number. */
  readonly print: number;
  readonly start: number;
  readonly end: number;
}

export interface DocumentIndex {
  /** Null where the document does not say which fiscal year it reports. */
  readonly fiscalYear: number | null;
  /** 1-3 for a quarterly report; null for a year or where unknown. */
  readonly fiscalQuarter: number | null;
  /** One for each passage, in the document's order. */
  readonly passages: readonly PassageIndexEntry[];
  /** Of the text, without tables, in the document's order. */
  readonly sentences: readonly SentencePrint[];
}

export type PassageMarks = Omit<PassageIndexEntry, "terms">;
