import {
  type ParsedDocument,
  type Disclosure,
  type DocumentRef,
  type Fact,
  type FilingTable,
  type Passage,
  type Section,
} from "../contracts/document";
import { type IsoDate } from "../contracts/dates";
import { type Statement } from "../contracts/concept";
import { type PassageContext, type PassageSentences } from "../contracts/evidence";
import { type DocumentIndex, type PassageMarks } from "./passage-index";

/** `tenant`: whose documents these are; without one, a server's only user's. */
export type StoreLocation = { kind: "pglite"; folder: string } | { kind: "postgresql"; url: string; tenant?: string };

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

/** One company under all the spellings and CIKs (without leading zeros) it is known by. */
export interface CompanyIdentity {
  readonly names: readonly string[];
  readonly ciks: readonly string[];
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

/** An item of a document with its passages, in reading order. */
export interface StoredItem {
  readonly part: string | null;
  readonly item: string;
  readonly title: string;
  readonly passages: readonly Pick<Passage, "id" | "kind" | "path" | "start" | "text">[];
}

/** Where a document's sections and passages lie, in its order, without their text. */
export interface StoredLayout {
  readonly sections: readonly Section[];
  readonly passages: readonly Pick<Passage, "kind" | "start" | "end" | "page" | "laterPages">[];
}

/** A figure that two filings state of one thing. */
export interface ComparedFact {
  readonly concept: string;
  readonly unit: string | null;
  readonly start: IsoDate | null;
  readonly end: IsoDate;
  readonly before: FigureInFiling;
  readonly after: FigureInFiling;
}

export interface FigureInFiling {
  readonly documentId: string;
  readonly source: Fact["source"];
  readonly value: number;
  readonly decimals: Fact["decimals"];
}

/** Embeddings of one model with one number of dimensions: those of two spaces cannot be compared. */
export interface EmbeddingSpace {
  readonly model: string;
  readonly dimensions: number;
}

export interface EmbeddingSpaceOnFile extends EmbeddingSpace {
  readonly passages: number;
}

/** A passage by the number its document has as long as its text stands. */
export interface PassagePlace {
  readonly documentNumber: number;
  readonly ordinal: number;
}

export interface EmbeddedPassage extends PassagePlace {
  /** Of length one. */
  readonly embedding: readonly number[];
}

export interface MissingEmbedding extends PassagePlace {
  readonly documentId: string;
  readonly path: readonly string[];
  readonly text: string;
}

export interface MissingEmbeddingsQuery {
  readonly model: string;
  /** Null: an embedding of any number of dimensions will do. */
  readonly dimensions: number | null;
  readonly documentIds: readonly string[];
  /** Go on behind this one; null from the start. */
  readonly after: PassagePlace | null;
  readonly limit: number;
}

export interface NearestQuery extends DocumentFilter {
  readonly space: EmbeddingSpace;
  /** Of length one. */
  readonly embedding: readonly number[];
  /** As in PassageQuery: what is found by meaning is scored by its words as well. */
  readonly terms: ReadonlyMap<string, number>;
  readonly limit: number;
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
  /** Newest filing first; of an as-of date those filed by then. */
  listDocuments(asOf?: IsoDate | null): Promise<StoredDocument[]>;
  documentById(documentId: string): Promise<StoredDocument | null>;
  companies(): Promise<CompanyOnFile[]>;
  passageById(passageId: string): Promise<RankedPassage | null>;
  /** In the order asked for; unknown ids are left out. */
  passagesById(passageIds: readonly string[]): Promise<RankedPassage[]>;
  /** The passage with `around` neighbours on either side; null where there is no such passage. */
  passageContext(passageId: string, around: number): Promise<PassageContext | null>;
  /** The table that a passage is; null where the passage is text. */
  tableOfPassage(passageId: string): Promise<FilingTable | null>;
  layoutOf(documentId: string): Promise<StoredLayout>;
  /** The notes, policies and tables of a document, in its order. */
  disclosuresOf(documentId: string): Promise<Disclosure[]>;
  findFacts(query: FactQuery): Promise<FactOnFile[]>;
  /**
   * What a document states anew of what the earlier ones stated, for the company as a whole; one row for each thing. What
   * was tagged outranks what was read, whichever is newer.
   */
  compareFacts(documentId: string, earlierDocumentIds: readonly string[]): Promise<ComparedFact[]>;
  /** Every tagged number of the company as a whole that a document states. */
  figuresOf(documentId: string): Promise<FactOnFile[]>;
  /** The tags of these documents with a name after the prefix, whatever its case. */
  conceptsNamed(localName: string, documentIds: readonly string[]): Promise<string[]>;
  factById(factId: string): Promise<FactOnFile | null>;
  searchPassages(query: PassageQuery): Promise<RankedPassage[]>;
  statementPassages(query: StatementQuery): Promise<RankedPassage[]>;
  missingEmbeddings(query: MissingEmbeddingsQuery): Promise<MissingEmbedding[]>;
  /** How many were kept: those of documents that were replaced or removed meanwhile are not. */
  addEmbeddings(space: EmbeddingSpace, embedded: readonly EmbeddedPassage[]): Promise<number>;
  embeddingSpaces(): Promise<EmbeddingSpaceOnFile[]>;
  /** Nearest first; passages without an embedding of that space are not found. */
  nearestPassages(query: NearestQuery): Promise<RankedPassage[]>;
  /** Undated documents' passages are left out: nothing can be said to stand before them. */
  recurringSentences(passageIds: readonly string[], companies: readonly CompanyIdentity[]): Promise<PassageSentences[]>;
  /** Null where the document has no such item; a null part is any part. */
  item(documentId: string, item: string, part: string | null): Promise<StoredItem | null>;
  termStatistics(terms: readonly string[]): Promise<TermStatistics>;
  close(): Promise<void>;
}
