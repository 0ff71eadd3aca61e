import { type Fact } from "../contracts/document";
import { type FactOnFile, type StoredDocument } from "../storage/store";

export interface ReportedFact {
  readonly fact: Fact;
  readonly document: StoredDocument;
  /** What earlier filings said of the same, where it differs by more than rounding; newest first. */
  readonly earlier: readonly FactOnFile[];
}

/** One fact for each unit and period of a concept, newest period first. `tags` are in the order of preference. */
export function chooseReported(
  facts: readonly FactOnFile[],
  tags: readonly string[],
  documentId: string | null,
): ReportedFact[] {
  const byPeriod = new Map<string, FactOnFile[]>();
  for (const one of facts) {
    if (!tags.includes(one.fact.concept)) continue;
    const key = `${one.fact.unit} ${one.fact.start} ${one.fact.end}`;
    byPeriod.set(key, [...(byPeriod.get(key) ?? []), one]);
  }
  return [...byPeriod.values()]
    .flatMap((reports) => chooseOne(reports, tags, documentId) ?? [])
    .sort(
      (a, b) =>
        (b.fact.end ?? "").localeCompare(a.fact.end ?? "") || (a.fact.start ?? "").localeCompare(b.fact.start ?? ""),
    );
}

function chooseOne(
  reports: readonly FactOnFile[],
  tags: readonly string[],
  documentId: string | null,
): ReportedFact | null {
  const allowed = reports.filter((one) => documentId === null || one.document.id === documentId);
  const tag = tags.find((wanted) => allowed.some((one) => one.fact.concept === wanted));
  const chosen = allowed.filter((one) => one.fact.concept === tag).sort(byTrust)[0];
  if (!chosen) return null;
  const before = reports.filter(
    (one) => one.fact.concept === tag && filedOf(one) < filedOf(chosen) && one.document.id !== chosen.document.id,
  );
  const differing = [...new Set(before.map((one) => one.document.id))]
    .map((id) => before.filter((one) => one.document.id === id).sort(byTrust)[0]!)
    .filter((one) => differsBeyondRounding(one.fact, chosen.fact))
    .sort((a, b) => filedOf(b).localeCompare(filedOf(a)));
  return { fact: chosen.fact, document: chosen.document, earlier: differing };
}

/** The latest filing; within it the most precise statement, in a table rather than in a sentence. */
function byTrust(a: FactOnFile, b: FactOnFile): number {
  return (
    filedOf(b).localeCompare(filedOf(a)) ||
    precision(b.fact) - precision(a.fact) ||
    Number(b.printedIn === "table") - Number(a.printedIn === "table")
  );
}

/** No filed date sorts as oldest: what is dated is trusted before what is not. */
const filedOf = (one: FactOnFile) => one.document.filed ?? "";

function precision(fact: Fact): number {
  return fact.decimals === "INF" ? 99 : (fact.decimals ?? -99);
}

/** A figure in millions and the same in thousands are one figure: half a unit of the coarser is rounding. */
export function differsBeyondRounding(a: Fact, b: Fact): boolean {
  if (typeof a.value !== "number" || typeof b.value !== "number") return false;
  const coarser = Math.min(precision(a), precision(b));
  const allowance = coarser <= -99 || coarser >= 99 ? 0 : 0.5 * 10 ** -coarser;
  return Math.abs(a.value - b.value) > allowance * 1.000001 + Math.abs(b.value) * 1e-12;
}
