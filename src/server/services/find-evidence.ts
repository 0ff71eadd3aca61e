import { type ConceptId } from "../../contracts/concept";
import { type Evidence } from "../../contracts/evidence";
import { type EvidenceRequest, type EvidenceResponse, type RowForEvidence } from "../../contracts/evidence-request";
import { commentsFromEvidence } from "../../reasoning/evidence/comments-from-evidence";
import { type Retrieval } from "../../retrieval/create-retrieval";

/** Rows worth reading filings beside, most asked about first: what a forecast of a company turns on. */
const readBeside: readonly ConceptId[] = [
  "revenue",
  "revenue-growth",
  "gross-margin",
  "operating-income",
  "capital-expenditure",
  "effective-tax-rate",
  "inventory",
  "accounts-receivable",
];
const passagesPerRow = 2;

/** Facts, comments and passages for the rows of a model, from what was filed by the as-of date. */
export async function findEvidence(retrieval: Retrieval, request: EvidenceRequest): Promise<EvidenceResponse> {
  const company = request.company === null ? null : await retrieval.resolveCompany(request.company);
  if (company === null)
    return {
      company: null,
      note: await whyNoCompany(retrieval, request.company),
      ticks: [],
      comments: [],
      passages: [],
    };
  const { asOf, rows } = request;
  const conceptIds = [...new Set(rows.flatMap((row) => row.concept ?? []))];
  const facts = await retrieval.findFacts({
    company,
    documentId: null,
    conceptIds: withOperands(conceptIds),
    periods: [],
    asOf,
  });
  const guidance = await findGuidance(retrieval, company, asOf);
  return {
    company,
    note:
      facts.length === 0
        ? `No figures of ${company} are on file${asOf === null ? "" : ` as of ${asOf}`}, so nothing could be ticked.`
        : null,
    ...commentsFromEvidence({ rows, facts, guidance }),
    passages: await passagesBeside(retrieval, company, asOf, rows),
  };
}

async function whyNoCompany(retrieval: Retrieval, asked: string | null): Promise<string> {
  if (asked === null)
    return "No company is named, so no filing was used. Choose the company to have its history ticked.";
  const known = (await retrieval.companies()).map((company) => company.name);
  if (known.length === 0) return "No filings are stored yet, so history could not be ticked.";
  const listed = `${known.slice(0, 5).join(", ")}${known.length > 5 ? " and others" : ""}`;
  // A name such as "Example, Inc." ends the sentence by itself.
  return `No filings of "${asked}" are stored. There are filings of ${listed.replace(/\.$/, "")}.`;
}

/** Rows of ratios are judged by the figures they are made of. */
function withOperands(conceptIds: readonly ConceptId[]): ConceptId[] {
  return [...new Set([...conceptIds, "revenue", "gross-profit", "cost-of-revenue", "net-income"])];
}

async function findGuidance(retrieval: Retrieval, company: string, asOf: string | null): Promise<Evidence[]> {
  const { results } = await retrieval.search({
    query: "outlook guidance expects for fiscal year",
    k: 12,
    company,
    documentId: null,
    asOf,
  });
  return results;
}

async function passagesBeside(
  retrieval: Retrieval,
  company: string,
  asOf: string | null,
  rows: readonly RowForEvidence[],
): Promise<EvidenceResponse["passages"]> {
  const chosen = readBeside.flatMap((concept) => rows.find((row) => row.concept === concept) ?? []);
  return Promise.all(
    chosen.map(async (row) => {
      const { results } = await retrieval.search({
        query: `${row.label} change reasons outlook`,
        k: passagesPerRow,
        company,
        documentId: null,
        asOf,
      });
      return { key: row.key, evidence: results };
    }),
  );
}
