import { conceptById } from "../../concepts/dictionary";
import { fiscalYearOf } from "../../concepts/time/fiscal-calendar";
import { periodLength } from "../../concepts/time/period-length";
import { type ConceptId } from "../../contracts/concept";
import { type IsoDate } from "../../contracts/dates";
import { type DocumentRef, type Fact } from "../../contracts/document";
import { type Citation } from "../../contracts/evidence";
import { type PeriodAsked } from "../../contracts/intent";
import { type FactOnFile, type Store, type StoredDocument } from "../../storage/store";
import { citeFact } from "./cite-fact";
import { chooseReported } from "../history/choose-reported";
import { referenceTo } from "../search/evidence-of";
import { readFiscalCalendar } from "./fiscal-calendar";
import { type EarlierFigure, findEarlierFigures } from "../history/earlier-figures";
import { evidenceFromStore } from "../history/evidence-from-store";
import { isDocumentOf, type KnownCompany } from "../question/known-companies";
import { isOfPeriod } from "./match-period";

export interface FactsRequest {
  /** Null only where `documentId` says which filing. */
  readonly company: string | null;
  readonly documentId: string | null;
  readonly conceptIds: readonly ConceptId[];
  /** Empty: every period on file. */
  readonly periods: readonly PeriodAsked[];
  readonly asOf: IsoDate | null;
}

/** A reported fact with its place, its fiscal year and what earlier filings said of the same. */
export interface FoundFact {
  readonly fact: Fact;
  readonly conceptId: ConceptId;
  /** Null where the company's filings do not tell when its years end. */
  readonly fiscalYear: number | null;
  readonly document: DocumentRef;
  readonly citation: Citation;
  /** True where an earlier filing said otherwise, rounding apart. */
  readonly restated: boolean;
  /** Only values that differ, newest filing first. */
  readonly earlier: readonly EarlierFigure[];
  /** The first filing on file that said so and since which none said otherwise. */
  readonly since: DocumentRef;
  /** What another filing says otherwise that was read where this was tagged, or the other way about. */
  readonly otherwise: readonly OtherSourceFigure[];
}

export interface OtherSourceFigure {
  readonly factId: string;
  readonly value: number;
  readonly source: Fact["source"];
  readonly document: DocumentRef;
}

/**
 * The company's own facts (no dimensions), one for each concept, unit and period: by the tag the dictionary prefers
 * where filings use several, from the latest filing the as-of date allows. Newest period first.
 * Facts printed nowhere are left out: nobody could check them.
 */
export async function findFacts(
  store: Store,
  request: FactsRequest,
  company: KnownCompany | null,
  documents: readonly StoredDocument[],
): Promise<FoundFact[]> {
  const named =
    request.documentId === null ? undefined : documents.find((document) => document.id === request.documentId);
  if (request.documentId !== null && named === undefined) return [];
  const own = company ? documents.filter((document) => isDocumentOf(company, document)) : named ? [named] : [];
  const tags = new Set(request.conceptIds.flatMap((id) => conceptById(id)?.tags ?? []));
  const onFile = await store.findFacts({
    concepts: [...tags],
    documentIds: [...new Set([...own, ...(named ? [named] : [])].map((document) => document.id))],
    asOf: request.asOf,
    dimensionless: true,
  });
  const calendar = readFiscalCalendar(own);
  const usable = onFile.filter(
    ({ fact }) => fact.end !== null && fact.passageId !== null && typeof fact.value === "number",
  );
  const latest = latestEnds(usable);
  const wanted = ({ fact }: FactOnFile) =>
    periodLength(fact) !== "other" &&
    (request.periods.length === 0 ||
      request.periods.some((period) =>
        period.kind === "latest" || isYearless(period)
          ? isLatest(fact, period, latest)
          : isOfPeriod(fact, period, calendar),
      ));
  const chosen = request.conceptIds.flatMap((conceptId) =>
    chooseReported(usable.filter(wanted), conceptById(conceptId)?.tags ?? [], request.documentId).map((reported) => ({
      conceptId,
      reported,
    })),
  );
  const passages = await store.passagesById([
    ...new Set(chosen.flatMap(({ reported }) => reported.fact.passageId ?? [])),
  ]);
  const byId = new Map(passages.map((hit) => [hit.passage.id, hit]));
  const earlier = await findEarlierFigures(
    chosen.map(({ reported }) => reported),
    evidenceFromStore(store, own, request.asOf),
  );
  return chosen.flatMap(({ conceptId, reported }) => {
    const passage = byId.get(reported.fact.passageId ?? "");
    if (!passage) return [];
    const { fact } = reported;
    const fiscalYear = calendar && !calendar.ambiguous && fact.end ? fiscalYearOf(calendar, fact.end) : null;
    const before = earlier.get(fact.id) ?? [];
    const restated = before.length > 0;
    const document = referenceTo(reported.document);
    const citation = citeFact(fact, passage);
    const since = referenceTo(reported.since);
    const otherwise = reported.otherwise.flatMap(otherSourceFigure);
    return [{ fact, document, restated, earlier: before, since, otherwise, conceptId, fiscalYear, citation }];
  });
}

function otherSourceFigure({ fact, document }: FactOnFile): OtherSourceFigure[] {
  const { id, value, source } = fact;
  return typeof value === "number" ? [{ factId: id, value, source, document: referenceTo(document) }] : [];
}

/** "Q2" with no year said. */
const isYearless = (period: PeriodAsked) =>
  period.kind === "quarter" && period.fiscalYear === null && period.end === null;

interface LatestEnds {
  readonly year: IsoDate | null;
  readonly quarter: IsoDate | null;
  readonly any: IsoDate | null;
}

function latestEnds(facts: readonly FactOnFile[]): LatestEnds {
  const newest = (spans: readonly string[]) =>
    facts.reduce<IsoDate | null>((latest, { fact }) => {
      if (fact.end === null || !spans.includes(periodLength(fact))) return latest;
      return latest === null || fact.end > latest ? fact.end : latest;
    }, null);
  const any = newest(["year", "quarter", "instant"]);
  const year = newest(["year"]);
  const quarter = newest(["quarter"]);
  return { year: year ?? any, quarter: quarter ?? any, any };
}

/** "Latest" alone asks for the last year and whatever newer quarter or date there is. */
function isLatest(fact: Fact, period: PeriodAsked, latest: LatestEnds): boolean {
  const span = periodLength(fact);
  const atYear = fact.end === latest.year && (span === "year" || span === "instant");
  const atQuarter = fact.end === latest.quarter && (span === "quarter" || span === "instant");
  if (period.label === "latest year") return atYear;
  if (period.kind === "quarter" || period.label === "latest quarter") return atQuarter;
  return (
    atYear || (atQuarter && latest.quarter! >= (latest.year ?? "")) || (span === "instant" && fact.end === latest.any)
  );
}
