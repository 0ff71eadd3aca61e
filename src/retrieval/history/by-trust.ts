import { type Fact } from "../../contracts/document";
import { type FactOnFile } from "../../storage/store";
import { inFilingOrder } from "../../concepts/time/filing-order";
import { vouchedDigits } from "./precision";

/** The latest filing; within it what the filer tagged, most precisely, in a table rather than in a sentence. */
export function byTrust(a: FactOnFile, b: FactOnFile): number {
  return (
    inFilingOrder(b.document, a.document) ||
    Number(b.fact.source === "tagged") - Number(a.fact.source === "tagged") ||
    precision(b.fact) - precision(a.fact) ||
    Number(b.printedIn === "table") - Number(a.printedIn === "table")
  );
}

/** Digits after the point that a filer vouches for; 99 for an exact figure, -99 where nothing is said. */
export function precision(fact: Fact): number {
  const digits = vouchedDigits(fact);
  return digits === "INF" ? 99 : (digits ?? -99);
}
