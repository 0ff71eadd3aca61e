import { type AskEvent, type AskRequest } from "../../contracts/answer";
import { type DocumentRef, type ParsedDocument } from "../../contracts/document";
import { type EvidenceRequest, type EvidenceResponse } from "../../contracts/evidence-request";
import { type PassageContext } from "../../contracts/evidence";
import { type SearchRequest, type SearchResponse } from "../../contracts/search";
import { type DocumentList, type ServiceStatus } from "../../contracts/service-status";
import { type IsoDate } from "../../contracts/dates";

/** What whoever adds a filing knows about it; wins over what the filing says. */
export interface FilingHints {
  readonly company?: string;
  readonly ticker?: string;
  readonly cik?: string;
  readonly form?: string;
  readonly periodEnd?: IsoDate;
  readonly filed?: IsoDate;
  readonly accession?: string;
  readonly fictional?: boolean;
}

export interface AddedFiling {
  readonly document: DocumentRef;
  readonly outcome: "added" | "already-there" | "replaced";
  readonly passages: number;
  readonly facts: number;
  readonly warnings: readonly string[];
}

/** What the service can do; the command line and the HTTP face are two ways to reach the same. */
export interface Services {
  status(): Promise<ServiceStatus>;
  listDocuments(): Promise<DocumentList>;
  /** Reads one file and stores all of it or nothing. */
  addFiling(file: string, hints: FilingHints): Promise<AddedFiling>;
  search(request: SearchRequest): Promise<SearchResponse>;
  /** Ends with exactly one `answer` or `failed` event, also when the signal aborts. */
  ask(request: AskRequest, signal: AbortSignal): AsyncIterable<AskEvent>;
  findEvidence(request: EvidenceRequest): Promise<EvidenceResponse>;
  /** Null where no such passage is stored. */
  passageContext(passageId: string, around: number): Promise<PassageContext | null>;
  close(): Promise<void>;
}

/** Reads one file without storing anything. */
export type InspectFiling = (file: string, hints: FilingHints) => Promise<ParsedDocument>;
