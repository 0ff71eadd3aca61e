import { daysBetween } from "../../concepts/time/days";
import { inFilingOrder, knownSince } from "../../concepts/time/filing-order";
import { type FactWithCitation } from "../ports";

/** A report states its own period within these many days of its end; as last year's figure it comes a year later. */
const ownReportDays = 250;

/**
 * Whether two figures stood at one time, so that one may be taken from the other: each as its own report first gave it
 * and no later one changed it, or both affirmed on either side of one day. A year that a later filing recast and nine
 * months that none stated anew are not of one vintage, whether or not the change itself is on file.
 */
export function shareVintage(one: FactWithCitation, other: FactWithCitation): boolean {
  if (isAsFirstReported(one) && isAsFirstReported(other)) return true;
  return (
    inFilingOrder(one.since ?? one.document, other.document) <= 0 &&
    inFilingOrder(other.since ?? other.document, one.document) <= 0
  );
}

/** In the periodic report of the very period, and the same ever since. */
export function isAsFirstReported({ fact, document, since = document, restated }: FactWithCitation): boolean {
  const known = knownSince(since);
  if (restated || known === null || fact.end === null || !/^(?:10-?[KQ]|20-?F|40-?F)T?$/i.test(since.form ?? ""))
    return false;
  return daysBetween(fact.end, known) <= ownReportDays;
}
