import { type IsoDate } from "../../contracts/dates";
import { type DocumentRef } from "../../contracts/document";

type Filing = Pick<DocumentRef, "id" | "filed" | "periodEnd" | "accession">;

/** Oldest first; on one day by accession, which EDGAR numbers as filings come in. */
export function inFilingOrder(a: Filing, b: Filing): number {
  return (
    compare(knownSince(a) ?? "", knownSince(b) ?? "") ||
    compare(a.accession ?? "", b.accession ?? "") ||
    compare(a.id, b.id)
  );
}

/**
 * A saved page rarely says when it was filed. The end of its period stands in then, so that a later report is never
 * taken for the first one: of one company no report of a later period comes before that of an earlier one.
 */
export function knownSince(filing: Pick<DocumentRef, "filed" | "periodEnd">): IsoDate | null {
  return filing.filed ?? filing.periodEnd;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
