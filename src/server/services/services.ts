import { type AskEvent, type AskRequest } from "../../contracts/answer";
import { type EvidenceRequest, type EvidenceResponse } from "../../contracts/evidence-request";
import { type FilingChanges, type FilingChangesRequest } from "../../contracts/filing-changes";
import { type PassageContext } from "../../contracts/evidence";
import { type SearchRequest, type SearchResponse } from "../../contracts/search";
import { type DocumentHints } from "../../filings/document-hints";
import { type DocumentList, type ServiceStatus } from "../../contracts/service-status";
import { type EdgarRemark } from "../../edgar/edgar-ports";
import { type EdgarProgress, type EdgarRequest } from "./add-from-edgar";
import { type FactsCheck } from "./check-facts";
import { type DocumentOutline } from "./document-outline";
import { type FactHistories, type FactHistoriesRequest } from "./fact-histories";
import { type AddedFiling } from "./added-filing";

/** What whoever adds a filing knows about it; wins over what the filing says. The file itself gives its name. */
export type FilingHints = Omit<DocumentHints, "fileName">;

/** Hears of waits and of answers that are not today's, while they happen. */
export type OnEdgarRemark = (remark: EdgarRemark) => void;

/** What the service can do; the command line and the HTTP face are two ways to reach the same. */
export interface Services {
  status(): Promise<ServiceStatus>;
  listDocuments(): Promise<DocumentList>;
  /** Reads one file and stores all of it or nothing. */
  addFiling(file: string, hints: FilingHints): Promise<AddedFiling>;
  /** Fetches a company's filings from EDGAR and stores them one by one. Throws `edgar/no-user-agent` where nobody said who asks. */
  addFromEdgar(request: EdgarRequest, onRemark?: OnEdgarRemark, signal?: AbortSignal): AsyncIterable<EdgarProgress>;
  /** What the stored filings said of a concept over time. Throws `server/no-filings-of-company`, `server/no-such-concept`. */
  factHistories(request: FactHistoriesRequest): Promise<FactHistories>;
  /** The same out of EDGAR's own list of facts. Throws `edgar/*`. */
  edgarHistories(request: FactHistoriesRequest, onRemark?: OnEdgarRemark): Promise<FactHistories>;
  /** Holds the stored figures of a company against EDGAR's list of them. Throws `edgar/*`, `server/no-filings-of-company`. */
  checkFacts(company: string, onRemark?: OnEdgarRemark): Promise<FactsCheck>;
  search(request: SearchRequest): Promise<SearchResponse>;
  /** Ends with exactly one `answer` or `failed` event, also when the signal aborts. */
  ask(request: AskRequest, signal: AbortSignal): AsyncIterable<AskEvent>;
  findEvidence(request: EvidenceRequest): Promise<EvidenceResponse>;
  /** Null where no such passage is stored. */
  passageContext(passageId: string, around: number): Promise<PassageContext | null>;
  /** Throws `server/not-found`, `server/no-such-item`, `server/nothing-to-compare`, `server/undated-filing`, `server/filed-later`. */
  filingChanges(request: FilingChangesRequest): Promise<FilingChanges>;
  /** What was read in a stored document. Throws `server/not-found`. */
  outline(documentId: string): Promise<DocumentOutline>;
  close(): Promise<void>;
}
