import { type DocumentRef } from "../../contracts/document";

type Filing = Pick<DocumentRef, "id" | "filed" | "accession">;

/** Oldest first; on one day by accession, which EDGAR numbers as filings come in; what has no date was there before. */
export function inFilingOrder(a: Filing, b: Filing): number {
  return compare(a.filed ?? "", b.filed ?? "") || compare(a.accession ?? "", b.accession ?? "") || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
