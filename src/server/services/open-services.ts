import { type QuestionIntent } from "../../contracts/intent";
import { setTimeout as pause } from "node:timers/promises";
import { createEdgarClient, type EdgarClient } from "../../edgar/edgar-client";
import { NoUserAgentError } from "../../edgar/edgar-errors";
import { type EdgarSettings } from "../../edgar/edgar-settings";
import { logRequest } from "../../edgar/log-request";
import { createLanguageModel } from "../../llm/create-language-model";
import { runMachine } from "../../reasoning/run-machine";
import { createRetrieval } from "../../retrieval/create-retrieval";
import { openStore } from "../../storage/open-store";
import { type Configuration, type LanguageModelConfiguration } from "../configuration";
import { version } from "../version";
import { addFromEdgar } from "./add-from-edgar";
import { findChanges } from "./find-changes";
import { checkFacts } from "./check-facts";
import { readOutline } from "./document-outline";
import { readEdgarHistories, readFactHistories } from "./fact-histories";
import { findEvidence } from "./find-evidence";
import { inspectFiling } from "./inspect-filing";
import { type OnEdgarRemark, type Services } from "./services";

const mostDraftTokens = 4_000;
/** Passages a question is answered from. */
const passagesPerQuestion = 8;

/** The services over one store and, where one is configured, one language model: the only place that wires them. */
export async function openServices(
  configuration: Configuration,
  onUnexpected: (error: unknown) => void = () => undefined,
): Promise<Services> {
  const store = await openStore(configuration.database);
  const retrieval = createRetrieval(store);
  const languageModel = configuration.languageModel === null ? null : openLanguageModel(configuration.languageModel);
  const edgar = (onRemark: OnEdgarRemark = () => undefined): EdgarClient => {
    if (configuration.edgar === null) throw new NoUserAgentError();
    return openEdgar(configuration.edgar, onRemark);
  };

  return {
    status: async () => ({
      version,
      documents: (await retrieval.listDocuments()).length,
      companies: (await retrieval.companies()).map((company) => company.name),
      languageModel:
        languageModel === null ? null : { baseUrlHost: languageModel.baseUrlHost, model: languageModel.model },
      database: store.engine,
    }),
    listDocuments: async () => ({ documents: await retrieval.listDocuments() }),
    addFiling: async (file, hints) => {
      const parsed = await inspectFiling(file, hints);
      return { ...(await retrieval.addDocument(parsed)), warnings: parsed.warnings };
    },
    addFromEdgar: (request, onRemark, signal) => addFromEdgar(edgar(onRemark), retrieval, request, signal),
    factHistories: (request) => readFactHistories(retrieval, request),
    edgarHistories: async (request, onRemark) => readEdgarHistories(edgar(onRemark), retrieval, request),
    checkFacts: async (company, onRemark) => checkFacts(edgar(onRemark), retrieval, company),
    search: (request) => retrieval.search(request),
    ask: (request, signal) =>
      runMachine(
        request,
        {
          languageModel,
          nowMs: () => performance.now(),
          today: () => new Date().toISOString().slice(0, 10),
          reportUnexpected: onUnexpected,
          understand: (asked) =>
            asked.intent === undefined
              ? retrieval.understandQuestion(asked)
              : retrieval.acceptIntent(asked.intent, asked.asOf),
          offerChoices: ({ intent, asOf }) => retrieval.offerChoices(intent, asOf),
          search: async ({ question, intent, request: asked }) =>
            (
              await retrieval.search({
                query: question,
                k: passagesPerQuestion,
                company: asked.company,
                documentId: asked.documentId,
                asOf: intent.asOf,
                selection: asked.selection,
                intent,
              })
            ).results,
          countUndated: async ({ intent, company, documentId }) => {
            const named = intent.companies.flatMap((one) => one.matched ?? []);
            const asked = intent.companies.length > 0 ? named : [company];
            const counts = asked.map((one) => retrieval.countUndated({ company: one, documentId }));
            return (await Promise.all(counts)).reduce((sum, count) => sum + count, 0);
          },
          findFacts: async ({ intent, conceptIds, asOf, company, documentId }) => {
            const meant = companyMeant(intent, company);
            if (meant === null && documentId === null) return [];
            // Growth and averages need the period before: the answer chooses, so it is given all.
            return retrieval.findFacts({ company: meant, documentId, conceptIds, periods: [], asOf });
          },
        },
        signal,
      ),
    findEvidence: (request) => findEvidence(retrieval, request),
    passageContext: (passageId, around) => retrieval.passageContext(passageId, around),
    filingChanges: (request) => findChanges(store, retrieval, request),
    outline: (documentId) => readOutline(store, documentId),
    close: () => store.close(),
  };
}

/**
 * The one company whose figures a question is about: the one it names, else the reader's own.
 * Null where it names several or one that is not on file: figures of another company must never stand in.
 */
function companyMeant(intent: QuestionIntent, readersOwn: string | null): string | null {
  if (intent.companies.length === 0) return readersOwn;
  return intent.companies.length === 1 ? intent.companies[0]!.matched : null;
}

function openLanguageModel({ baseUrl, apiKey, model, timeoutMs }: LanguageModelConfiguration) {
  // Servers of one's own often take no key, yet the client insists on a text.
  return createLanguageModel({ baseUrl, apiKey: apiKey ?? "none", model, timeoutMs, maxOutputTokens: mostDraftTokens });
}

function openEdgar(settings: EdgarSettings, onRemark: OnEdgarRemark): EdgarClient {
  return createEdgarClient(settings, {
    fetch,
    timer: { nowMs: () => Date.now(), wait: async (ms, signal) => void (await pause(ms, undefined, { signal })) },
    random: Math.random,
    onRequest: (url) => logRequest(settings.cacheFolder, url, new Date()),
    onRemark,
  });
}
