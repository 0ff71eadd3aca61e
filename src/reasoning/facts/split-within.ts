import { inFilingOrder } from "../../concepts/time/filing-order";
import { type DocumentRef } from "../../contracts/document";
import { nameDocument } from "../numbers/write-text";
import { type FactWithCitation } from "../ports";

export interface SplitWithin {
  /** Why the figures do not belong together, in a clause. */
  readonly why: string;
}

/** Between two filings a count that moves by nearly a whole ratio moves as a split does. */
const ratios = [2, 3, 4, 5, 6, 7, 8, 10, 15, 20, 25, 30, 40, 50, 1.5];
const near = 0.06;

/** The filing that first counts the shares after a split that this figure does not know; null where it knows them all. */
export function splitSince(item: FactWithCitation, facts: readonly FactWithCitation[]): DocumentRef | null {
  const { unit } = item.fact;
  if (unit !== "shares" && unit?.endsWith("/shares") !== true) return null;
  const splits = facts.flatMap(({ earlier }) =>
    earlier.flatMap(({ changed }) => (changed?.change.kind === "split" ? [changed.by] : [])),
  );
  return splits.find((by) => inFilingOrder(item.document, by) < 0) ?? null;
}

/**
 * Whether figures by the share, or counts of shares, stand on either side of a split: one that filings on file show by
 * other figures they changed, or a jump between two filings that looks like one and that nothing on file explains.
 */
export function splitWithin(row: readonly FactWithCitation[], facts: readonly FactWithCitation[]): SplitWithin | null {
  const ofShares = row.filter(({ fact }) => fact.unit === "shares" || (fact.unit?.endsWith("/shares") ?? false));
  if (ofShares.length < 2) return null;
  for (const { fact, earlier } of facts)
    for (const { changed } of earlier) {
      if (changed?.change.kind !== "split") continue;
      const before = ofShares.filter((item) => inFilingOrder(item.document, changed.by) < 0);
      const after = ofShares.filter((item) => inFilingOrder(item.document, changed.by) >= 0);
      if (before.length > 0 && after.length > 0)
        return {
          why: `the ${nameDocument(changed.by)} counts its shares after a split, which the figures of the ${nameDocument(before[0]!.document)} do not know (seen in ${fact.end})`,
        };
    }
  const sorted = [...ofShares].sort((a, b) => ((a.fact.end ?? "") < (b.fact.end ?? "") ? -1 : 1));
  for (const [index, later] of sorted.entries()) {
    const earlier = sorted[index - 1];
    if (
      earlier === undefined ||
      earlier.document.id === later.document.id ||
      earlier.fact.unit !== "shares" ||
      earlier.fact.concept !== later.fact.concept
    )
      continue;
    const factor = Number(later.fact.value) / Number(earlier.fact.value);
    if (ratios.some((ratio) => Math.abs(factor / ratio - 1) < near || Math.abs(factor * ratio - 1) < near))
      return {
        why: `between the ${nameDocument(earlier.document)} and the ${nameDocument(later.document)} the number of shares moves as it would by a split, and no filing on file states both on one basis`,
      };
  }
  return null;
}
