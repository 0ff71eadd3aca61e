import { type AuditRule } from "./audit-rule";
import { balanceCheck } from "./rules/checks/balance-check";
import { checkOfItself } from "./rules/checks/check-of-itself";
import { circularity } from "./rules/checks/circularity";
import { errorValues } from "./rules/checks/error-values";
import { maskedError } from "./rules/checks/masked-error";
import { typedCheck } from "./rules/checks/typed-check";
import { columnDrift } from "./rules/formulas/column-drift";
import { doubledMinus } from "./rules/formulas/doubled-minus";
import { frozenReference } from "./rules/formulas/frozen-reference";
import { hiddenInTotal } from "./rules/formulas/hidden-in-total";
import { missingAnchor } from "./rules/formulas/missing-anchor";
import { partialSum } from "./rules/formulas/partial-sum";
import { periodSequence } from "./rules/formulas/period-sequence";
import { rangeOmitsNeighbour } from "./rules/formulas/range-omits-neighbour";
import { rowDrift } from "./rules/formulas/row-drift";
import { rowStops } from "./rules/formulas/row-stops";
import { sameCellTwice } from "./rules/formulas/same-cell-twice";
import { shiftedRange } from "./rules/formulas/shifted-range";
import { sidewaysTotal } from "./rules/formulas/sideways-total";
import { skippedLine } from "./rules/formulas/skipped-line";
import { totalSkipsRow } from "./rules/formulas/total-skips-row";
import { unequalWeights } from "./rules/formulas/unequal-weights";
import { unevenTotals } from "./rules/formulas/uneven-totals";
import { assumptionRange } from "./rules/history/assumption-range";
import { driverBase } from "./rules/history/driver-base";
import { driverJump } from "./rules/history/driver-jump";
import { forecastSeam } from "./rules/history/forecast-seam";
import { growthOutOfHistory } from "./rules/history/growth-out-of-history";
import { impliedShare } from "./rules/history/implied-share";
import { multipleExpansion } from "./rules/history/multiple-expansion";
import { percentScale } from "./rules/history/percent-scale";
import { rateBase } from "./rules/history/rate-base";
import { rateLeftAside } from "./rules/history/rate-left-aside";
import { slippedFigure } from "./rules/history/slipped-figure";
import { anotherMeasure } from "./rules/references/another-measure";
import { blankSource } from "./rules/references/blank-source";
import { contradictingLabel } from "./rules/references/contradicting-label";
import { contradictingRatio } from "./rules/references/contradicting-ratio";
import { copiedFigure } from "./rules/references/copied-figure";
import { copiedSeries } from "./rules/references/copied-series";
import { equalCases } from "./rules/references/equal-cases";
import { externalLink } from "./rules/references/external-link";
import { gridWithoutBase } from "./rules/references/grid-without-base";
import { headingConflict } from "./rules/references/heading-conflict";
import { mislabelledLookup } from "./rules/references/mislabelled-lookup";
import { namedElsewhere } from "./rules/references/named-elsewhere";
import { oppositeSource } from "./rules/references/opposite-source";
import { ratesApart } from "./rules/references/rates-apart";
import { scaleMixed } from "./rules/references/scale-mixed";
import { scenarioInForce } from "./rules/references/scenario-in-force";
import { scenarioLabel } from "./rules/references/scenario-label";
import { scenarioOrder } from "./rules/references/scenario-order";
import { stuckCopy } from "./rules/references/stuck-copy";
import { switchMissesRow } from "./rules/references/switch-misses-row";
import { textDate } from "./rules/references/text-date";
import { twoVersions } from "./rules/references/two-versions";
import { unsortedLookup } from "./rules/references/unsorted-lookup";
import { wrongNeighbour } from "./rules/references/wrong-neighbour";
import { wrongPeriod } from "./rules/references/wrong-period";
import { balanceIdentity } from "./rules/statements/balance-identity";
import { balanceInCashFlow } from "./rules/statements/balance-in-cash-flow";
import { balanceMovement } from "./rules/statements/balance-movement";
import { cashFlowScope } from "./rules/statements/cash-flow-scope";
import { cashTie } from "./rules/statements/cash-tie";
import { countedTwice } from "./rules/statements/counted-twice";
import { covenantBreach } from "./rules/statements/covenant-breach";
import { debtRatio } from "./rules/statements/debt-ratio";
import { deductedAgain } from "./rules/statements/deducted-again";
import { depreciationBase } from "./rules/statements/depreciation-base";
import { frozenOpening } from "./rules/statements/frozen-opening";
import { growthBase } from "./rules/statements/growth-base";
import { heldBalance } from "./rules/statements/held-balance";
import { identityBreaks } from "./rules/statements/identity-breaks";
import { interestOnDebt } from "./rules/statements/interest-on-debt";
import { lineLeftOut } from "./rules/statements/line-left-out";
import { marginBase } from "./rules/statements/margin-base";
import { movementApart } from "./rules/statements/movement-apart";
import { negativeBalance } from "./rules/statements/negative-balance";
import { oneSidedBalance } from "./rules/statements/one-sided-balance";
import { oneSidedFlow } from "./rules/statements/one-sided-flow";
import { partYear } from "./rules/statements/part-year";
import { rollForward } from "./rules/statements/roll-forward";
import { signContradiction } from "./rules/statements/sign-contradiction";
import { signInTotal } from "./rules/statements/sign-in-total";
import { signTurns } from "./rules/statements/sign-turns";
import { sourcesUses } from "./rules/statements/sources-uses";
import { statementsTie } from "./rules/statements/statements-tie";
import { stockForFlow } from "./rules/statements/stock-for-flow";
import { taxRate } from "./rules/statements/tax-rate";
import { totalOff } from "./rules/statements/total-off";
import { workingCapitalMove } from "./rules/statements/working-capital-move";
import { figureInWords } from "./rules/typed/figure-in-words";
import { numberAsText } from "./rules/typed/number-as-text";
import { pastedResult } from "./rules/typed/pasted-result";
import { placeholders } from "./rules/typed/placeholder";
import { retypedRows } from "./rules/typed/retyped-rows";
import { statedTwice } from "./rules/typed/stated-twice";
import { typedAgain } from "./rules/typed/typed-again";
import { typedCopy } from "./rules/typed/typed-copy";
import { typedGrid } from "./rules/typed/typed-grid";
import { typedHistory } from "./rules/typed/typed-history";
import { typedInCopy } from "./rules/typed/typed-in-copy";
import { typedInFormula } from "./rules/typed/typed-in-formula";
import { typedInsteadOfLink } from "./rules/typed/typed-instead-of-link";
import { typedOverFormula } from "./rules/typed/typed-over-formula";
import { typedRatio } from "./rules/typed/typed-ratio";
import { typedResult } from "./rules/typed/typed-result";
import { typedSum } from "./rules/typed/typed-sum";
import { typedTotal } from "./rules/typed/typed-total";
import { raisedFlag } from "./rules/unused/raised-flag";
import { unusedCalculation } from "./rules/unused/unused-calculation";
import { unusedInput } from "./rules/unused/unused-input";
import { unusedResult } from "./rules/unused/unused-result";
import { unusedSchedule } from "./rules/unused/unused-schedule";
import { betaLeverage } from "./rules/valuation/beta-leverage";
import { betaStructure } from "./rules/valuation/beta-structure";
import { bridgeDate } from "./rules/valuation/bridge-date";
import { capitalWeights } from "./rules/valuation/capital-weights";
import { caseStep } from "./rules/valuation/case-step";
import { claimsLeftOut } from "./rules/valuation/claims-left-out";
import { companyAmongPeers } from "./rules/valuation/company-among-peers";
import { discountPeriods } from "./rules/valuation/discount-periods";
import { discountRate } from "./rules/valuation/discount-rate";
import { equityBridge } from "./rules/valuation/equity-bridge";
import { exitBasis } from "./rules/valuation/exit-basis";
import { exitMetricYear } from "./rules/valuation/exit-metric-year";
import { flowAddback } from "./rules/valuation/flow-addback";
import { gridGrowth } from "./rules/valuation/grid-growth";
import { holdingPeriod } from "./rules/valuation/holding-period";
import { impliedTerminal } from "./rules/valuation/implied-terminal";
import { marketPremium } from "./rules/valuation/market-premium";
import { peerFigures } from "./rules/valuation/peer-figures";
import { perShareScale } from "./rules/valuation/per-share-scale";
import { presentValueTwice } from "./rules/valuation/present-value-twice";
import { rateOrder } from "./rules/valuation/rate-order";
import { repeatedEvidence } from "./rules/valuation/repeated-evidence";
import { returnBeforeTax } from "./rules/valuation/return-before-tax";
import { sameProceeds } from "./rules/valuation/same-proceeds";
import { splitLeftOut } from "./rules/valuation/split-left-out";
import { statedMarketValue } from "./rules/valuation/stated-market-value";
import { terminalGrowth } from "./rules/valuation/terminal-growth";
import { terminalValue } from "./rules/valuation/terminal-value";
import { terminalValueShare } from "./rules/valuation/terminal-value-share";
import { terminalYear } from "./rules/valuation/terminal-year";
import { typedStatistic } from "./rules/valuation/typed-statistic";
import { undiscountedPart } from "./rules/valuation/undiscounted-part";
import { unfedValuation } from "./rules/valuation/unfed-valuation";
import { unsupportedRate } from "./rules/valuation/unsupported-rate";
import { upsideBase } from "./rules/valuation/upside-base";
import { valuationTax } from "./rules/valuation/valuation-tax";
import { verdictLogic } from "./rules/valuation/verdict-logic";
import { weightedCost } from "./rules/valuation/weighted-cost";
import { workingCapitalMakeup } from "./rules/valuation/working-capital-makeup";

/** Every rule of the review. A new rule is one file in its field under rules/ and one line here. */
export const allRules: readonly AuditRule[] = [
  // checks
  balanceCheck,
  checkOfItself,
  circularity,
  errorValues,
  maskedError,
  typedCheck,
  // formulas
  columnDrift,
  doubledMinus,
  frozenReference,
  hiddenInTotal,
  missingAnchor,
  partialSum,
  periodSequence,
  rangeOmitsNeighbour,
  rowDrift,
  rowStops,
  sameCellTwice,
  shiftedRange,
  sidewaysTotal,
  skippedLine,
  totalSkipsRow,
  unequalWeights,
  unevenTotals,
  // history
  assumptionRange,
  driverBase,
  driverJump,
  forecastSeam,
  growthOutOfHistory,
  impliedShare,
  multipleExpansion,
  percentScale,
  rateBase,
  rateLeftAside,
  slippedFigure,
  // references
  anotherMeasure,
  blankSource,
  contradictingLabel,
  contradictingRatio,
  copiedFigure,
  copiedSeries,
  equalCases,
  externalLink,
  gridWithoutBase,
  headingConflict,
  mislabelledLookup,
  namedElsewhere,
  oppositeSource,
  ratesApart,
  scaleMixed,
  scenarioInForce,
  scenarioLabel,
  scenarioOrder,
  stuckCopy,
  switchMissesRow,
  textDate,
  twoVersions,
  unsortedLookup,
  wrongNeighbour,
  wrongPeriod,
  // statements
  balanceIdentity,
  balanceInCashFlow,
  balanceMovement,
  cashFlowScope,
  cashTie,
  countedTwice,
  covenantBreach,
  debtRatio,
  deductedAgain,
  depreciationBase,
  frozenOpening,
  growthBase,
  heldBalance,
  identityBreaks,
  interestOnDebt,
  lineLeftOut,
  marginBase,
  movementApart,
  negativeBalance,
  oneSidedBalance,
  oneSidedFlow,
  partYear,
  rollForward,
  signContradiction,
  signInTotal,
  signTurns,
  sourcesUses,
  statementsTie,
  stockForFlow,
  taxRate,
  totalOff,
  workingCapitalMove,
  // typed
  figureInWords,
  numberAsText,
  pastedResult,
  placeholders,
  retypedRows,
  statedTwice,
  typedAgain,
  typedCopy,
  typedGrid,
  typedHistory,
  typedInCopy,
  typedInFormula,
  typedInsteadOfLink,
  typedOverFormula,
  typedRatio,
  typedResult,
  typedSum,
  typedTotal,
  // unused
  raisedFlag,
  unusedCalculation,
  unusedInput,
  unusedResult,
  unusedSchedule,
  // valuation
  betaLeverage,
  betaStructure,
  bridgeDate,
  capitalWeights,
  caseStep,
  claimsLeftOut,
  companyAmongPeers,
  discountPeriods,
  discountRate,
  equityBridge,
  exitBasis,
  exitMetricYear,
  flowAddback,
  gridGrowth,
  holdingPeriod,
  impliedTerminal,
  marketPremium,
  peerFigures,
  perShareScale,
  presentValueTwice,
  rateOrder,
  repeatedEvidence,
  returnBeforeTax,
  sameProceeds,
  splitLeftOut,
  statedMarketValue,
  terminalGrowth,
  terminalValue,
  terminalValueShare,
  terminalYear,
  typedStatistic,
  undiscountedPart,
  unfedValuation,
  unsupportedRate,
  upsideBase,
  valuationTax,
  verdictLogic,
  weightedCost,
  workingCapitalMakeup,
];
