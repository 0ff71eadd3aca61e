import { type AuditRule } from "./audit-rule";
import { assumptionRange } from "./rules/assumption-range";
import { balanceIdentity } from "./rules/balance-identity";
import { doubledMinus } from "./rules/doubled-minus";
import { frozenReference } from "./rules/frozen-reference";
import { missingAnchor } from "./rules/missing-anchor";
import { typedInsteadOfLink } from "./rules/typed-instead-of-link";
import { balanceCheck } from "./rules/balance-check";
import { bridgeDate } from "./rules/bridge-date";
import { cashTie } from "./rules/cash-tie";
import { circularity } from "./rules/circularity";
import { columnDrift } from "./rules/column-drift";
import { companyAmongPeers } from "./rules/company-among-peers";
import { contradictingLabel } from "./rules/contradicting-label";
import { errorValues } from "./rules/error-values";
import { gridGrowth } from "./rules/grid-growth";
import { growthOutOfHistory } from "./rules/growth-out-of-history";
import { marginBase } from "./rules/margin-base";
import { partialSum } from "./rules/partial-sum";
import { periodSequence } from "./rules/period-sequence";
import { placeholders } from "./rules/placeholder";
import { rangeOmitsNeighbour } from "./rules/range-omits-neighbour";
import { rollForward } from "./rules/roll-forward";
import { rowDrift } from "./rules/row-drift";
import { shiftedRange } from "./rules/shifted-range";
import { sidewaysTotal } from "./rules/sideways-total";
import { signContradiction } from "./rules/sign-contradiction";
import { negativeBalance } from "./rules/negative-balance";
import { cashFlowScope } from "./rules/cash-flow-scope";
import { balanceMovement } from "./rules/balance-movement";
import { frozenOpening } from "./rules/frozen-opening";
import { driverBase } from "./rules/driver-base";
import { driverJump } from "./rules/driver-jump";
import { unusedSchedule } from "./rules/unused-schedule";
import { balanceInCashFlow } from "./rules/balance-in-cash-flow";
import { workingCapitalMove } from "./rules/working-capital-move";
import { checkOfItself } from "./rules/check-of-itself";
import { interestOnDebt } from "./rules/interest-on-debt";
import { countedTwice } from "./rules/counted-twice";
import { deductedAgain } from "./rules/deducted-again";
import { oneSidedBalance } from "./rules/one-sided-balance";
import { oneSidedFlow } from "./rules/one-sided-flow";
import { debtRatio } from "./rules/debt-ratio";
import { lineLeftOut } from "./rules/line-left-out";
import { signInTotal } from "./rules/sign-in-total";
import { covenantBreach } from "./rules/covenant-breach";
import { depreciationBase } from "./rules/depreciation-base";
import { numberAsText } from "./rules/number-as-text";
import { sourcesUses } from "./rules/sources-uses";
import { stockForFlow } from "./rules/stock-for-flow";
import { statedTwice } from "./rules/stated-twice";
import { statementsTie } from "./rules/statements-tie";
import { taxRate } from "./rules/tax-rate";
import { exitMetricYear } from "./rules/exit-metric-year";
import { terminalValue } from "./rules/terminal-value";
import { terminalValueShare } from "./rules/terminal-value-share";
import { betaLeverage } from "./rules/beta-leverage";
import { marketPremium } from "./rules/market-premium";
import { weightedCost } from "./rules/weighted-cost";
import { copiedSeries } from "./rules/copied-series";
import { discountPeriods } from "./rules/discount-periods";
import { discountRate } from "./rules/discount-rate";
import { equityBridge } from "./rules/equity-bridge";
import { flowAddback } from "./rules/flow-addback";
import { holdingPeriod } from "./rules/holding-period";
import { capitalWeights } from "./rules/capital-weights";
import { rateOrder } from "./rules/rate-order";
import { typedStatistic } from "./rules/typed-statistic";
import { unusedResult } from "./rules/unused-result";
import { upsideBase } from "./rules/upside-base";
import { rowStops } from "./rules/row-stops";
import { scaleMixed } from "./rules/scale-mixed";
import { scenarioInForce } from "./rules/scenario-in-force";
import { scenarioOrder } from "./rules/scenario-order";
import { textDate } from "./rules/text-date";
import { peerFigures } from "./rules/peer-figures";
import { stuckCopy } from "./rules/stuck-copy";
import { terminalGrowth } from "./rules/terminal-growth";
import { unusedCalculation } from "./rules/unused-calculation";
import { totalSkipsRow } from "./rules/total-skips-row";
import { typedTotal } from "./rules/typed-total";
import { typedAgain } from "./rules/typed-again";
import { typedInCopy } from "./rules/typed-in-copy";
import { typedInFormula } from "./rules/typed-in-formula";
import { typedOverFormula } from "./rules/typed-over-formula";
import { typedResult } from "./rules/typed-result";
import { unequalWeights } from "./rules/unequal-weights";
import { externalLink } from "./rules/external-link";
import { hiddenInTotal } from "./rules/hidden-in-total";
import { maskedError } from "./rules/masked-error";
import { undiscountedPart } from "./rules/undiscounted-part";
import { unsortedLookup } from "./rules/unsorted-lookup";
import { unevenTotals } from "./rules/uneven-totals";
import { unusedInput } from "./rules/unused-input";
import { wrongPeriod } from "./rules/wrong-period";
import { contradictingRatio } from "./rules/contradicting-ratio";
import { typedCopy } from "./rules/typed-copy";
import { twoVersions } from "./rules/two-versions";
import { wrongNeighbour } from "./rules/wrong-neighbour";
import { rateBase } from "./rules/rate-base";
import { scenarioLabel } from "./rules/scenario-label";
import { blankSource } from "./rules/blank-source";
import { perShareScale } from "./rules/per-share-scale";
import { pastedResult } from "./rules/pasted-result";
import { typedGrid } from "./rules/typed-grid";
import { typedHistory } from "./rules/typed-history";
import { rateLeftAside } from "./rules/rate-left-aside";
import { typedRatio } from "./rules/typed-ratio";
import { typedCheck } from "./rules/typed-check";
import { figureInWords } from "./rules/figure-in-words";
import { heldBalance } from "./rules/held-balance";
import { typedSum } from "./rules/typed-sum";
import { retypedRows } from "./rules/retyped-rows";

/** Every rule of the review. A new rule is one file under rules/ and one line here. */
export const allRules: readonly AuditRule[] = [
  balanceCheck,
  balanceIdentity,
  cashTie,
  errorValues,
  contradictingLabel,
  scenarioLabel,
  contradictingRatio,
  perShareScale,
  wrongNeighbour,
  blankSource,
  twoVersions,
  signContradiction,
  wrongPeriod,
  terminalGrowth,
  terminalValue,
  exitMetricYear,
  terminalValueShare,
  marketPremium,
  betaLeverage,
  weightedCost,
  discountRate,
  discountPeriods,
  equityBridge,
  flowAddback,
  copiedSeries,
  holdingPeriod,
  scaleMixed,
  capitalWeights,
  rateOrder,
  unusedResult,
  upsideBase,
  typedStatistic,
  peerFigures,
  rowDrift,
  columnDrift,
  missingAnchor,
  frozenReference,
  typedInsteadOfLink,
  typedOverFormula,
  typedInCopy,
  typedCopy,
  typedAgain,
  typedTotal,
  typedResult,
  retypedRows,
  typedSum,
  heldBalance,
  pastedResult,
  typedGrid,
  typedHistory,
  rateLeftAside,
  typedRatio,
  typedCheck,
  figureInWords,
  rangeOmitsNeighbour,
  unevenTotals,
  totalSkipsRow,
  sidewaysTotal,
  doubledMinus,
  externalLink,
  hiddenInTotal,
  maskedError,
  undiscountedPart,
  unsortedLookup,
  shiftedRange,
  unequalWeights,
  partialSum,
  rollForward,
  statementsTie,
  stockForFlow,
  sourcesUses,
  negativeBalance,
  cashFlowScope,
  balanceMovement,
  frozenOpening,
  driverBase,
  unusedSchedule,
  balanceInCashFlow,
  workingCapitalMove,
  checkOfItself,
  interestOnDebt,
  lineLeftOut,
  debtRatio,
  countedTwice,
  deductedAgain,
  oneSidedBalance,
  oneSidedFlow,
  signInTotal,
  depreciationBase,
  numberAsText,
  textDate,
  circularity,
  growthOutOfHistory,
  driverJump,
  gridGrowth,
  covenantBreach,
  companyAmongPeers,
  scenarioInForce,
  scenarioOrder,
  bridgeDate,
  marginBase,
  rateBase,
  taxRate,
  assumptionRange,
  statedTwice,
  periodSequence,
  rowStops,
  stuckCopy,
  typedInFormula,
  unusedInput,
  unusedCalculation,
  placeholders,
];
