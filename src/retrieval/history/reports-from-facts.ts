import { type FactReport } from "../../contracts/fact-history";
import { type FactOnFile } from "../../storage/store";
import { referenceTo } from "../search/evidence-of";
import { byTrust } from "./by-trust";
import { vouchedDigits } from "./precision";

/** The figures among stored facts as reports, of several in one filing the most trusted first. */
export function reportsFrom(facts: readonly FactOnFile[]): FactReport[] {
  return [...facts].sort(byTrust).flatMap(({ fact, document }): FactReport[] => {
    if (typeof fact.value !== "number") return [];
    const { concept, unit, start, end, dimensions, value, passageId, source } = fact;
    const decimals = vouchedDigits(fact);
    const reference = referenceTo(document);
    return [
      {
        factId: fact.id,
        source,
        concept,
        unit,
        start,
        end,
        dimensions,
        value,
        decimals,
        passageId,
        document: reference,
      },
    ];
  });
}
