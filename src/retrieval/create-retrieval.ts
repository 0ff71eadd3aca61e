import { type FiscalCalendar } from "../concepts/time/fiscal-calendar";
import { type SelectionForQuestion } from "../contracts/answer";
import { type IsoDate } from "../contracts/dates";
import { type ParsedDocument } from "../contracts/document";
import { type Evidence, type PassageContext } from "../contracts/evidence";
import { type IntentChoices, type QuestionIntent } from "../contracts/intent";
import { type SearchRequest, type SearchResponse } from "../contracts/search";
import { type AddOutcome, type Store, type StoredDocument } from "../storage/store";
import { type FactHistory, type FactReport } from "../contracts/fact-history";
import { evidenceOf } from "./search/evidence-of";
import { type FactsRequest, findFacts, type FoundFact } from "./facts/find-facts";
import { readFiscalCalendar } from "./facts/fiscal-calendar";
import { findHistories, type HistoriesRequest } from "./history/find-histories";
import { reportsFrom } from "./history/reports-from-facts";
import { indexDocument } from "./index/index-document";
import { groupCompanies, isDocumentOf, type KnownCompany, resolveCompany } from "./question/known-companies";
import { acceptIntent } from "./question/accept-intent";
import { offerChoices } from "./question/offer-choices";
import { createPostingsIndex } from "./search/lexical-index";
import { searchPassages } from "./search/search-passages";
import { type QuestionRequest, type StoreKnowledge, understandQuestion } from "./question/understand-question";

export interface Retrieval {
  /** Indexes and stores one document, whole or not at all. */
  addDocument(parsed: ParsedDocument): Promise<AddOutcome>;
  understandQuestion(request: QuestionRequest): Promise<QuestionIntent>;
  /** What a reader has set instead of what was understood, as far as the store knows it. */
  acceptIntent(sent: QuestionIntent, asOf: IsoDate | null): Promise<QuestionIntent>;
  /** What could be set instead, of documents known on the as-of day. */
  offerChoices(intent: QuestionIntent, asOf: IsoDate | null): Promise<IntentChoices>;
  /** `intent`, where the caller has understood the question already; what does not fit is found anew. */
  search(
    request: SearchRequest & { selection?: SelectionForQuestion | null; intent?: QuestionIntent },
  ): Promise<SearchResponse>;
  findFacts(request: FactsRequest): Promise<FoundFact[]>;
  /** What a company's filings said of each thing over time; empty where it has none on file. */
  factHistories(company: string, request: HistoriesRequest): Promise<FactHistory[]>;
  /** The tagged figures of one document, of the company as a whole. */
  figuresOf(documentId: string): Promise<FactReport[]>;
  /** When a company's years end, as its filings known on the as-of day say; null where they do not. */
  fiscalCalendar(company: string, asOf: IsoDate | null): Promise<FiscalCalendar | null>;
  /** The tags a company's filings known on the as-of day use under a name after the prefix. */
  conceptsNamed(company: string, localName: string, asOf: IsoDate | null): Promise<string[]>;
  /** How many documents of a company, or of all, have no filing date: no as-of question can use them. */
  countUndated(request: { readonly company: string | null; readonly documentId: string | null }): Promise<number>;
  /** In the order asked for, with an empty score; unknown ids are left out. */
  passagesById(passageIds: readonly string[]): Promise<Evidence[]>;
  passageContext(passageId: string, around: number): Promise<PassageContext | null>;
  listDocuments(): Promise<StoredDocument[]>;
  companies(): Promise<KnownCompany[]>;
  /** The store's name of the company a caller means by name, ticker or CIK; null where it has none or several. */
  resolveCompany(asked: string): Promise<string | null>;
}

/** Search over a store. Documents without a filed date are left out wherever an as-of date is given. */
export function createRetrieval(store: Store): Retrieval {
  const index = createPostingsIndex(store);
  const companies = async () => groupCompanies(await store.companies());
  const knowledge = async (asOf: IsoDate | null): Promise<StoreKnowledge> => {
    // Who there is is asked of all documents: a name says nothing of a day, and whose filings are missing must be sayable.
    const [known, documents] = await Promise.all([companies(), store.listDocuments(asOf)]);
    return { companies: known, documents };
  };
  const documentsOf = async (asked: string, asOf: IsoDate | null): Promise<StoredDocument[]> => {
    const known = await knowledge(asOf);
    const company = resolveCompany(known.companies, asked);
    return company === null ? [] : known.documents.filter((document) => isDocumentOf(company, document));
  };

  return {
    addDocument: (parsed) => store.addDocument(parsed, indexDocument(parsed)),
    understandQuestion: async (request) => understandQuestion(request, await knowledge(request.asOf)),
    acceptIntent: async (sent, asOf) => acceptIntent(sent, asOf, await knowledge(asOf)),
    offerChoices: async (intent, asOf) => offerChoices(intent, await knowledge(asOf)),
    search: async ({ selection, intent, ...request }) => {
      const known = await knowledge(request.asOf);
      const understood =
        intent ?? understandQuestion({ ...request, question: request.query, selection: selection ?? null }, known);
      return searchPassages({ store, index }, request, understood, known);
    },
    findFacts: async (request) => {
      const known = await knowledge(request.asOf);
      const named = known.documents.find((document) => document.id === request.documentId);
      // A filing's own company: its other filings tell when its years end and what was restated.
      const company =
        (request.company === null ? null : resolveCompany(known.companies, request.company)) ??
        (named === undefined ? null : (known.companies.find((one) => isDocumentOf(one, named)) ?? null));
      if (company === null && named === undefined) return [];
      return findFacts(store, request, company, known.documents);
    },
    factHistories: async (asked, request) => findHistories(store, await documentsOf(asked, request.asOf), request),
    figuresOf: async (documentId) => reportsFrom(await store.figuresOf(documentId)),
    fiscalCalendar: async (asked, asOf) => readFiscalCalendar(await documentsOf(asked, asOf)),
    conceptsNamed: async (asked, localName, asOf) =>
      store.conceptsNamed(
        localName,
        (await documentsOf(asked, asOf)).map(({ id }) => id),
      ),
    countUndated: async ({ company, documentId }) => {
      const documents = company === null ? await store.listDocuments() : await documentsOf(company, null);
      return documents.filter(({ id, filed }) => filed === null && (documentId === null || id === documentId)).length;
    },
    passagesById: async (passageIds) =>
      (await store.passagesById(passageIds)).map((hit) => evidenceOf(hit, { total: 0, parts: [] })),
    passageContext: async (passageId, around) => {
      const context = await store.passageContext(passageId, around);
      if (context === null) return null;
      const ids = context.passages.map(({ id }) => id);
      return { ...context, sentences: await store.recurringSentences(ids, await companies()) };
    },
    listDocuments: () => store.listDocuments(),
    companies,
    resolveCompany: async (asked) => resolveCompany(await companies(), asked)?.name ?? null,
  };
}
