import { type ConceptId } from "../../../contracts/concept";
import { type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { cellsOf, coverCells } from "../../lines/cover-cells";
import { rememberFindings } from "../../findings/remember-findings";
import { listed, named, number, say } from "../../wording/say";
import { typedCopy } from "./typed-copy";
import { groupBy } from "../../../workbook/group-by";

/** Lines that follow from others by definition: nobody forecasts them by hand. */
const results: ReadonlySet<ConceptId> = new Set([
  ...["gross-profit", "ebitda", "operating-income", "ebit", "pretax-income", "net-income", "total-current-assets"],
  ...["total-assets", "total-current-liabilities", "total-liabilities", "total-equity", "total-liabilities-and-equity"],
  ...["operating-cash-flow", "net-change-in-cash", "ending-cash", "free-cash-flow", "unlevered-free-cash-flow"],
]);
/** Lines of a statement that a schedule, a rate or days work out. */
const workedOut: ReadonlySet<ConceptId> = new Set([
  ...["depreciation", "amortization", "depreciation-and-amortization", "interest-expense", "income-tax-expense"],
  ...["accounts-receivable", "inventory", "accounts-payable", "working-capital", "change-in-working-capital"],
  ...["retained-earnings", "cash-and-equivalents", "property-plant-equipment", "interest-income"],
]);
/** Places where a forecast is put in by hand on purpose. */
const byHandOnPurpose =
  /\b(?:inputs?|assumptions?|drivers?|budget|guidance|consensus|street|raw|data|source|schedule of inputs)\b/iu;
/** So many digits are the result of a calculation. */
const digitsOfResult = 8;

interface Forecast {
  readonly item: LineItem;
  readonly cells: readonly SeriesCell[];
  readonly isTyped: boolean;
}

/** Periods to come; where no period says what it is, all of them. */
function forecastOf(context: AuditContext, item: LineItem, isOpen: boolean): Forecast {
  const cells = context
    .ownSeriesOf(item)
    .filter(
      ({ period, address }) =>
        (period.phase === "forecast" || (isOpen && period.kind !== "terminal")) && context.numberAt(address) !== null,
    );
  const isTyped = cells.every(({ cell }) => cell?.formula === null && cell.resultOf === undefined);
  return { item, cells, isTyped: isTyped && cells.length >= 2 };
}

function isConceptOf({ item: { concept } }: Forecast, among: ReadonlySet<ConceptId>): boolean {
  return concept !== null && concept.confidence >= 0.84 && among.has(concept.id);
}

function isUsed(context: AuditContext, { cells }: Forecast): boolean {
  return cells.some(({ address }) => context.index.dependentsOf(address).length > 0);
}

/** A line that is not there holds no pasted result. */
function isNought({ cells }: Forecast): boolean {
  return cells.every(({ cell }) => cell?.value === 0);
}

function isPasted(context: AuditContext, { cells }: Forecast): boolean {
  const long = cells.filter(({ address }) => {
    const value = context.numberAt(address)!;
    return Number(value.toPrecision(digitsOfResult - 1)) !== value;
  });
  return cells.length >= 3 && long.length >= cells.length * 0.75;
}

function draftResult(context: AuditContext, { item, cells }: Forecast): FindingDraft {
  const ranges = coverCells(cells.map(({ address }) => address));
  return {
    severity: "high",
    confidence: 0.82,
    sheet: item.sheet,
    ranges,
    title: `“${item.label.trim()}” is typed, not calculated, in the forecast`,
    comment: say`${named(item, ranges[0])} holds typed numbers, such as ${number(context, cells[0]!.address)}, while the rows around it are calculated. A result follows from the lines above it; typed, it stands still when they move. Calculate it.`,
    nature: "slip",
    meaning: item.id,
    aside: say`The row is typed, while the rows around it are calculated.`,
  };
}

function draftRows(context: AuditContext, rows: readonly Forecast[], pasted: boolean): FindingDraft {
  const first = rows[0]!;
  const one = rows.length === 1;
  const cells = rows.flatMap((row) => row.cells.map(({ address }) => address));
  const names = listed(
    rows.map(({ item, cells: own }) => say`${named(item, own[0]!.address)} (${number(context, own[0]!.address)})`),
  );
  const why = pasted
    ? say`with more digits than anybody types: results pasted over their formulas, or carried over from elsewhere`
    : say`while the lines around ${one ? "it" : "them"} are calculated; such a line follows from balances, rates or days`;
  return {
    severity: "medium",
    confidence: pasted ? 0.8 : 0.75,
    sheet: first.item.sheet,
    ranges: coverCells(cells),
    title: one
      ? `“${first.item.label.trim()}” is ${pasted ? "pasted" : "typed"} for the whole forecast`
      : `Rows of the forecast are ${pasted ? "pasted as numbers" : "typed"}`,
    comment: say`${names} ${one ? "is" : "are"} typed in every forecast period, ${why}. A change of the assumptions passes ${one ? "it" : "them"} by. Calculate ${one ? "it" : "them"}, or show the driver as an input.`,
    nature: pasted ? "slip" : "judgement",
    meaning: rows.map(({ item }) => item.id).join(),
    aside: say`The figures are typed in every forecast period.`,
  };
}

/** Results and worked-out lines of a calculated forecast that somebody typed. */
export const typedResult: AuditRule = rememberFindings({
  id: "typed-result",
  find(context) {
    const byAxis = groupBy(context.model.lineItems, (item) => item.axisId);
    const copied = new Set(typedCopy.find(context).flatMap(({ ranges }) => ranges.flatMap(cellsOf).map(cellKey)));
    return context.model.axes.flatMap((axis): FindingDraft[] => {
      const isOpen = axis.periods.every(({ phase }) => phase === "unknown");
      const rows = (byAxis.get(axis.id) ?? []).map((item) => forecastOf(context, item, isOpen));
      const calculated = rows.filter(({ cells }) => cells.some(({ cell }) => (cell?.formula ?? null) !== null)).length;
      if (calculated < 3 || calculated < rows.length * 0.4) return [];
      /** Whose sales are typed in the same periods is an account of the past. */
      if (isOpen && rows.some((row) => row.isTyped && row.item.concept?.id === "revenue")) return [];
      const typed = rows.filter((row) => row.isTyped && !isNought(row) && !copied.has(cellKey(row.cells[0]!.address)));
      const made = isOpen ? [] : typed.filter((row) => isConceptOf(row, results));
      const onPurpose = (row: Forecast) =>
        byHandOnPurpose.test([row.item.sheet.replace(/_/gu, " "), ...row.item.path, row.item.label].join(" "));
      const rest = typed.filter((row) => !made.includes(row) && isUsed(context, row) && !onPurpose(row));
      const pasted = isOpen ? [] : rest.filter((row) => isPasted(context, row));
      const isStatement = rows.filter((row) => !row.isTyped && isConceptOf(row, results)).length >= 2;
      const calculatedConcepts = new Set(rows.filter((row) => !row.isTyped).map(({ item }) => item.concept?.id));
      /** Another row of the name is calculated: this one drives it (days, rates). */
      const isDriver = ({ item }: Forecast) => calculatedConcepts.has(item.concept?.id);
      const driven = rest.filter(
        (row) =>
          isStatement &&
          !pasted.includes(row) &&
          isConceptOf(row, workedOut) &&
          row.item.unit.kind !== "percent" &&
          !isDriver(row),
      );
      return [
        ...made.map((row) => draftResult(context, row)),
        ...(pasted.length === 0 ? [] : [draftRows(context, pasted, true)]),
        ...(driven.length === 0 ? [] : [draftRows(context, driven, false)]),
      ];
    });
  },
});
