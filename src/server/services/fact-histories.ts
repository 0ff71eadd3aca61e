import { kindOfPeriod, type KindOfPeriod } from "../../concepts/time/kind-of-period";
import { type IsoDate } from "../../contracts/dates";
import { type FactHistory } from "../../contracts/fact-history";
import { reportsFrom } from "../../edgar/company-facts";
import { type EdgarClient } from "../../edgar/edgar-client";
import { type Retrieval } from "../../retrieval/create-retrieval";
import { buildHistories } from "../../retrieval/history/build-histories";
import { classifyHistories } from "../../retrieval/history/classify-histories";
import { evidenceFromReports } from "../../retrieval/history/evidence-from-reports";
import { newestFirst } from "../../retrieval/history/find-histories";
import { tagsMeant } from "../../retrieval/history/tags-meant";
import { NoFilingsOfCompanyError, NoSuchConceptError } from "../server-errors";

export interface FactHistoriesRequest {
  /** Name, ticker or CIK number. */
  readonly company: string;
  /** A tag, or a word for one. */
  readonly concept: string;
  readonly asOf: IsoDate | null;
}

export interface FactHistories {
  readonly company: string;
  readonly concepts: readonly string[];
  /** Newest period first, each with what its dates are in the company's own calendar. */
  readonly histories: readonly (FactHistory & { readonly period: KindOfPeriod })[];
}

/** From the stored filings. Throws `server/no-filings-of-company` or `server/no-such-concept`. */
export async function readFactHistories(retrieval: Retrieval, request: FactHistoriesRequest): Promise<FactHistories> {
  const company = await retrieval.resolveCompany(request.company);
  if (company === null) throw new NoFilingsOfCompanyError(request.company);
  const concepts = await tagsMeant(request.concept, (name) => retrieval.conceptsNamed(company, name, request.asOf));
  const histories = await retrieval.factHistories(company, { concepts, asOf: request.asOf, wholeCompany: true });
  return finish(retrieval, company, request, concepts, histories);
}

/** From EDGAR's own list of the company's facts, nothing stored. Throws `edgar/*` or `server/no-such-concept`. */
export async function readEdgarHistories(
  client: EdgarClient,
  retrieval: Retrieval,
  request: FactHistoriesRequest,
): Promise<FactHistories> {
  const company = await client.findCompany(request.company);
  const facts = await client.companyFacts(company.cik);
  const known = reportsFrom(facts, company).filter(
    ({ document }) => request.asOf === null || (document.filed !== null && document.filed <= request.asOf),
  );
  const named = (name: string) =>
    Promise.resolve([
      ...new Set(
        known.flatMap(({ concept }) => (concept.split(":")[1]?.toLowerCase() === name.toLowerCase() ? [concept] : [])),
      ),
    ]);
  const concepts = await tagsMeant(request.concept, named);
  const histories = await classifyHistories(
    buildHistories(known.filter(({ concept }) => concepts.includes(concept))),
    evidenceFromReports(known),
  );
  return finish(
    retrieval,
    facts.entityName,
    { ...request, company: company.cik },
    concepts,
    histories.sort(newestFirst),
  );
}

async function finish(
  retrieval: Retrieval,
  company: string,
  request: FactHistoriesRequest,
  concepts: readonly string[],
  histories: readonly FactHistory[],
): Promise<FactHistories> {
  if (histories.length === 0) throw new NoSuchConceptError(request.concept, company, request.asOf);
  const calendar = await retrieval.fiscalCalendar(request.company, request.asOf);
  return {
    company,
    concepts,
    histories: histories.map((history) => ({ ...history, period: kindOfPeriod(history, calendar) })),
  };
}
