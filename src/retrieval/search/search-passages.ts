import { type Evidence } from "../../contracts/evidence";
import { type QuestionIntent } from "../../contracts/intent";
import { type SearchRequest, type SearchResponse } from "../../contracts/search";
import { type RankedPassage, type Store } from "../../storage/store";
import { collapseDuplicates } from "./collapse-duplicates";
import { documentFit, type DocumentFit } from "./document-fit";
import { evidenceOf } from "./evidence-of";
import { type KnownCompany } from "../question/known-companies";
import { type LexicalIndex } from "./lexical-index";
import { queryTerms } from "./query-terms";
import { routeDocuments } from "./route-documents";
import { scorePassages, type ScoredPassage } from "./score-passages";
import { shareBetweenCompanies } from "./share-between-companies";
import { statementsNamed } from "../question/statements-asked";
import { withoutBoilerplate } from "../words/stop-words";
import { weighNovelty } from "./weigh-novelty";
import { fiscalYearOf, type StoreKnowledge } from "../question/understand-question";

/** How many passages are scored in full; beyond these the words alone speak against a passage. */
const candidateLimit = 150;
/** Statement pages are fetched from the documents that fit best; all years of a company would drown the rest. */
const statementDocuments = 6;

export interface SearchTools {
  readonly store: Store;
  readonly index: LexicalIndex;
}

/** The passages that answer best, best first; empty where nothing of the question stands in the documents. */
export async function searchPassages(
  tools: SearchTools,
  request: SearchRequest,
  intent: QuestionIntent,
  known: StoreKnowledge,
): Promise<SearchResponse> {
  const terms = queryTerms(withoutBoilerplate(request.query), intent);
  const routing = routeDocuments({ question: request.query, documentId: request.documentId }, intent, known);
  const newestYear = newestYearOf(known, routing.wide);
  const fits = new Map<string, DocumentFit>();
  const find = async (documentIds: readonly string[] | null): Promise<ScoredPassage[]> => {
    const hits = await candidates(tools, request, intent, terms.all, documentIds, fitOf);
    for (const { document } of hits)
      if (!fits.has(document.id)) fits.set(document.id, documentFit(document, intent, newestYear));
    return scorePassages(hits, {
      intent,
      askedTerms: terms.asked,
      statementNamed: statementsNamed(request.query).length > 0,
      fitOf,
    });
  };
  const fitOf = (documentId: string): DocumentFit => {
    const ready = fits.get(documentId);
    if (ready) return ready;
    const document = known.documents.find((one) => one.id === documentId);
    const fit = document ? documentFit(document, intent, newestYear) : { value: 0, why: "not known" };
    fits.set(documentId, fit);
    return fit;
  };
  let ranked = await find(routing.narrow);
  if (ranked.length === 0 && routing.wide?.length !== routing.narrow?.length) ranked = await find(routing.wide);
  const weighed = await weighNovelty(tools.store, request.query, ranked, known.companies);
  const distinct = collapseDuplicates(weighed, Math.max(candidateLimit, request.k));
  return { intent, results: shareBetweenCompanies(distinct, meantCompanies(intent, known), request.k).map(toEvidence) };
}

async function candidates(
  { store, index }: SearchTools,
  request: SearchRequest,
  intent: QuestionIntent,
  terms: ReadonlyMap<string, number>,
  documentIds: readonly string[] | null,
  fitOf: (documentId: string) => DocumentFit,
): Promise<RankedPassage[]> {
  const weighed = await index.weigh(terms);
  if (weighed.size === 0) return [];
  const byWords = await store.searchPassages({
    terms: weighed,
    asOf: request.asOf,
    documentIds,
    limit: Math.max(candidateLimit, request.k),
  });
  if (documentIds === null || intent.statements.length === 0) return byWords;
  const best = [...documentIds].sort((a, b) => fitOf(b).value - fitOf(a).value).slice(0, statementDocuments);
  const statements = await store.statementPassages({
    statements: intent.statements,
    limitEach: 2,
    terms: weighed,
    asOf: request.asOf,
    documentIds: best,
  });
  const found = new Set(byWords.map((hit) => hit.passage.id));
  return [...byWords, ...statements.filter((hit) => !found.has(hit.passage.id))];
}

function newestYearOf(known: StoreKnowledge, within: readonly string[] | null): number | null {
  const allowed = within === null ? null : new Set(within);
  const years = known.documents
    .filter((document) => allowed === null || allowed.has(document.id))
    .flatMap((document) => fiscalYearOf(document) ?? []);
  return years.length === 0 ? null : years.reduce((a, b) => Math.max(a, b));
}

function meantCompanies(intent: QuestionIntent, known: StoreKnowledge): KnownCompany[] {
  return known.companies.filter((company) => intent.companies.some((one) => one.matched === company.name));
}

const toEvidence = ({ hit, score }: ScoredPassage): Evidence => evidenceOf(hit, score);
