import { type FaultKind } from "./fault";
import { faultsOfArithmetic } from "./faults-of-arithmetic";
import { faultsOfChecks } from "./faults-of-checks";
import { faultsOfReferences } from "./faults-of-references";
import { faultsOfTotals } from "./faults-of-totals";
import { faultsOfValues } from "./faults-of-values";

/** Mistakes of the kinds readers find in models. */
export const faultKinds: readonly FaultKind[] = [
  ...faultsOfValues,
  ...faultsOfReferences,
  ...faultsOfArithmetic,
  ...faultsOfTotals,
  ...faultsOfChecks,
];
