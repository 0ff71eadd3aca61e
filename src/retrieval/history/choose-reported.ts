import { type Fact } from "../../contracts/document";
import { type FactOnFile, type StoredDocument } from "../../storage/store";
import { byTrust, precision } from "./by-trust";
import { inFilingOrder } from "../../concepts/time/filing-order";

export interface ReportedFact {
  readonly fact: Fact;
  readonly document: StoredDocument;
  /**
   * What each filing up to this one said of the same, in the order they were filed; this one is the last. All are tagged,
   * or all were read: to hold one against the other tells of the reading, not of a change.
   */
  readonly reports: readonly FactOnFile[];
  /** The first filing that said so and since which none said otherwise. */
  readonly since: StoredDocument;
  /** What filings say in the other way, where it differs: the newest alone. */
  readonly otherwise: readonly FactOnFile[];
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
  const inDocument = reports.filter((one) => documentId === null || one.document.id === documentId);
  // What a filer tagged wins over what was read from a table, whichever is newer and under whichever tag.
  const tagged = inDocument.filter((one) => one.fact.source === "tagged");
  const allowed = tagged.length > 0 ? tagged : inDocument;
  const tag = tags.find((wanted) => allowed.some((one) => one.fact.concept === wanted));
  const chosen = allowed.filter((one) => one.fact.concept === tag).sort(byTrust)[0];
  if (!chosen) return null;
  const ofTag = reports.filter((one) => one.fact.concept === tag);
  const alike = ofTag.filter((one) => one.fact.source === chosen.fact.source);
  const before = alike.filter((one) => inFilingOrder(one.document, chosen.document) < 0);
  const trusted = [...new Set(before.map((one) => one.document.id))].map(
    (id) => before.filter((one) => one.document.id === id).sort(byTrust)[0]!,
  );
  const inOrder = trusted.sort((a, b) => inFilingOrder(a.document, b.document));
  const said = [...inOrder, chosen];
  const lastOther = said.findLastIndex((one) => differsBeyondRounding(one.fact, chosen.fact));
  const unlike = ofTag.filter((one) => one.fact.source !== chosen.fact.source).sort(byTrust);
  return {
    fact: chosen.fact,
    document: chosen.document,
    reports: said,
    since: said[lastOther + 1]!.document,
    otherwise: unlike.filter((one) => differsBeyondRounding(one.fact, chosen.fact)).slice(0, 1),
  };
}

/** A figure in millions and the same in thousands are one figure: half a unit of the coarser is rounding. */
export function differsBeyondRounding(a: Fact, b: Fact): boolean {
  if (typeof a.value !== "number" || typeof b.value !== "number") return false;
  const coarser = Math.min(precision(a), precision(b));
  const allowance = coarser <= -99 || coarser >= 99 ? 0 : 0.5 * 10 ** -coarser;
  return Math.abs(a.value - b.value) > allowance * 1.000001 + Math.abs(b.value) * 1e-12;
}
