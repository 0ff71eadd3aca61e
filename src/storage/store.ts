import {
  type ParsedDocument,
  type DocumentRef,
  type Fact,
  type FilingTable,
  type Passage,
} from "../contracts/document";
import { type IsoDate } from "../contracts/dates";
import { type Statement } from "../contracts/concept";
import { type PassageContext } from "../contracts/evidence";
import { type DocumentIndex, type PassageMarks } from "./passage-index";

export type StoreLocation = { kind: "pglite"; folder: string } | { kind: "postgresql"; url: string };

export type AddOutcome = {
  /** "already-there": same id, same content, nothing written. */
  readonly outcome: "added" | "replaced" | "already-there";
  readonly document: DocumentRef;
  readonly passages: number;
  readonly facts: number;
};

export interface StoredDocument extends DocumentRef {
  readonly fiscalYear: number | null;
  readonly fiscalQuarter: number | null;
  readonly passages: number;
  readonly facts: number;
}

/** A company as the documents name it; one company may stand under several spellings. */
export interface CompanyOnFile {
  readonly name: string;
  readonly ticker: string | null;
  readonly cik: string | null;
}

/**
 * Which documents may be looked at. `asOf` leaves out what was filed later, and what has no filed date:
 * nobody can say that it was known by then.
 */
export interface DocumentFilter {
  readonly asOf: IsoDate | null;
  /** Null: all; empty: none. */
  readonly documentIds: readonly string[] | null;
}

export interface PassageQuery extends DocumentFilter {
  /** Term to weight; the weight carries the term's rarity. */
  readonly terms: ReadonlyMap<string, number>;
  readonly limit: number;
}

export interface StatementQuery extends DocumentFilter {
  readonly statements: readonly Statement[];
  /** How many of each statement and document, strongest first. */
  readonly limitEach: number;
  /** As in PassageQuery: statement pages are scored by the same words. */
  readonly terms: ReadonlyMap<string, number>;
}

export interface RankedPassage {
  readonly passage: Passage;
  readonly document: StoredDocument;
  readonly marks: PassageMarks;
  /** The inner product of the passage's terms and the query's; 0 where they share none. */
  readonly lexicalScore: number;
}

export interface FactQuery extends DocumentFilter {
  /** Qualified tags: "us-gaap:Revenues". */
  readonly concepts: readonly string[];
  /** True: facts of the company as a whole; false: those of its parts as well. */
  readonly dimensionless: boolean;
}

export interface FactOnFile {
  readonly fact: Fact;
  readonly document: StoredDocument;
  /** Text or table, where the fact is printed. */
  readonly printedIn: "text" | "table" | null;
}

/** How many passages there are, and how many hold each term: what rarity is computed from. */
export interface TermStatistics {
  readonly passageCount: number;
  readonly passagesWithTerm: ReadonlyMap<string, number>;
}

export interface Store {
  readonly engine: "pglite" | "postgresql";
  /** In one transaction: a kill at any moment leaves the old state or the new, never a part. */
  addDocument(parsed: ParsedDocument, index: DocumentIndex): Promise<AddOutcome>;
  /** False where there is no such document. */
  removeDocument(documentId: string): Promise<boolean>;
  listDocuments(): Promise<StoredDocument[]>;
  documentById(documentId: string): Promise<StoredDocument | null>;
  companies(): Promise<CompanyOnFile[]>;
  passageById(passageId: string): Promise<RankedPassage | null>;
  /** In the order asked for; unknown ids are left out. */
  passagesById(passageIds: readonly string[]): Promise<RankedPassage[]>;
  /** The passage with `around` neighbours on either side; null where there is no such passage. */
  passageContext(passageId: string, around: number): Promise<PassageContext | null>;
  /** The table that a passage is; null where the passage is text. */
  tableOfPassage(passageId: string): Promise<FilingTable | null>;
  findFacts(query: FactQuery): Promise<FactOnFile[]>;
  factById(factId: string): Promise<FactOnFile | null>;
  searchPassages(query: PassageQuery): Promise<RankedPassage[]>;
  statementPassages(query: StatementQuery): Promise<RankedPassage[]>;
  termStatistics(terms: readonly string[]): Promise<TermStatistics>;
  close(): Promise<void>;
}
