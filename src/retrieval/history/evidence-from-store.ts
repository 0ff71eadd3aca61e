import { addDays } from "../../concepts/time/days";
import { type IsoDate } from "../../contracts/dates";
import { type Store, type StoredDocument } from "../../storage/store";
import { type HistoryEvidence } from "./classify-histories";
import { inFilingOrder, knownSince } from "../../concepts/time/filing-order";
import { reportsFrom } from "./reports-from-facts";

/** A year's figures are stated anew a year later: earlier filings than these say nothing that newer ones do not. */
const daysBack = 470;

/** Evidence out of a company's stored filings, as far as they were known on the as-of day. */
export function evidenceFromStore(
  store: Store,
  documents: readonly StoredDocument[],
  asOf: IsoDate | null,
): HistoryEvidence {
  const ordered = [...documents].sort(inFilingOrder);
  return {
    comparedIn: async (documentId) => {
      const at = ordered.findIndex(({ id }) => id === documentId);
      const known = ordered[at] === undefined ? null : knownSince(ordered[at]);
      const since = known === null ? "" : addDays(known, -daysBack);
      const earlier = ordered.slice(0, Math.max(at, 0)).filter((document) => (knownSince(document) ?? "") >= since);
      return store.compareFacts(
        documentId,
        earlier.map(({ id }) => id),
      );
    },
    reportsOf: async (concepts) =>
      reportsFrom(
        await store.findFacts({
          concepts,
          documentIds: documents.map(({ id }) => id),
          asOf,
          dimensionless: true,
        }),
      ),
    wordsBeside: async (passageIds) => {
      const wanted = new Map(passageIds.map((id) => [id, neighboursOf(id)]));
      const found = await store.passagesById([...new Set([...wanted.values()].flat())]);
      const texts = new Map(found.map(({ passage }) => [passage.id, passage.text]));
      return new Map([...wanted].map(([id, beside]) => [id, beside.map((one) => texts.get(one) ?? "").join("\n")]));
    },
  };
}

/** A caption stands before its table, a footnote after it. */
function neighboursOf(passageId: string): string[] {
  const [, documentId, ordinal] = /^(.*)#(\d+)$/.exec(passageId) ?? [];
  if (documentId === undefined) return [passageId];
  return [-1, 0, 1].map((step) => `${documentId}#${Number(ordinal) + step}`);
}
