import { type CellAddress } from "../../../contracts/model-map";
import { type CellRange } from "../../../contracts/workbook-snapshot";
import { walkFormula } from "../../../workbook/walk-formula";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, conceptOf, nameOf } from "../../lines/cell-name";
import { cellsOf } from "../../lines/cover-cells";
import { rangesOf } from "../../lines/formula-shape";
import { findDiscounting } from "../../meaning/find-discounting";
import { asRange, number, place, say } from "../../wording/say";

const fewestFlows = 3;
const mostFlows = 400;
const atOnce = /^(?:(?:year|period|month|t|yr|y)\s*=?\s*)?0(?:\.0+)?$|\binitial\b|\btoday\b|\bt0\b/iu;

interface Valued {
  readonly home: CellAddress;
  readonly name: string;
  readonly range: CellRange;
  readonly cells: readonly CellAddress[];
}

/** Every NPV and XNPV over one line of flows. */
function valuedLines(context: AuditContext): Valued[] {
  const found: Valued[] = [];
  for (const { sheet, cell } of context.index.formulaCells()) {
    if (!/NPV\(/iu.test(cell.formula!)) continue;
    const home = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
    const formula = context.index.formulaAt(home);
    if (formula?.kind !== "read" || context.tableCellAt(home) !== null) continue;
    for (const node of walkFormula(formula.root)) {
      if (node.kind !== "call" || (node.name !== "NPV" && node.name !== "XNPV")) continue;
      const range = node.args[1] === undefined ? undefined : rangesOf(context, home, node.args[1])[0];
      if (range === undefined || (range.startRow0 !== range.endRow0 && range.startColumn0 !== range.endColumn0))
        continue;
      const size = range.endRow0 - range.startRow0 + range.endColumn0 - range.startColumn0 + 1;
      if (size >= fewestFlows && size <= mostFlows) found.push({ home, name: node.name, range, cells: cellsOf(range) });
    }
  }
  return found;
}

/** The words or the count that head a flow: its period, or the figure over or beside it in a row of periods. */
function timeOf(context: AuditContext, flow: CellAddress, range: CellRange): string | null {
  const period = context.periodAt(flow);
  if (period !== null) return period.label.trim();
  const isRow = range.startRow0 === range.endRow0;
  for (let step = 1; step <= 12; step++) {
    const near = isRow
      ? { ...flow, rowIndex0: flow.rowIndex0 - step }
      : { ...flow, columnIndex0: flow.columnIndex0 - step };
    if (near.rowIndex0 < 0 || near.columnIndex0 < 0) return null;
    const value = context.cellAt(near)?.value ?? null;
    const isCount = typeof value === "number" || typeof value === "string";
    if (isRow && isCount && /\b(?:year|period|time|month)s?\b/iu.test(nameOf(context, near)?.label ?? ""))
      return String(value);
    if (!isRow && (typeof value === "string" || value === 0)) return String(value).trim();
  }
  return null;
}

/** NPV() puts its first flow one period away; an outlay of today is discounted by a year too many. */
function outlayDiscounted(context: AuditContext, { home, name, range, cells }: Valued): FindingDraft[] {
  const [first, ...later] = cells;
  if (name !== "NPV" || first === undefined) return [];
  const outlay = context.numberAt(first);
  const incomes = later.flatMap((cell) => context.numberAt(cell) ?? []);
  if (outlay === null || outlay >= 0 || incomes.filter((value) => value > 0).length < incomes.length / 2) return [];
  const time = timeOf(context, first, range);
  if (time === null || !atOnce.test(time)) return [];
  return [
    {
      severity: "high",
      confidence: 0.92,
      sheet: home.sheet,
      ranges: [asRange(home)],
      title: "The outlay of today is discounted as if it came in a year",
      comment: say`${called(context, home)} hands ${place(range)} to NPV whole, and its first figure, ${number(context, first)}, is of time nought. The function puts the first flow one period away, so outlay and every income after it are discounted once too often. Start the range at the first income and add the outlay beside the function.`,
      nature: "slip",
      meaning: `outlay/${nameOf(context, home)?.label ?? "npv"}`,
      alsoRead: [first],
    },
  ];
}

/** Flows that are present values already are brought to the present once more. */
function discountedTwice(
  context: AuditContext,
  { home, name, range, cells }: Valued,
  discounted: ReadonlySet<string>,
): FindingDraft[] {
  const isPresent = (cell: CellAddress) =>
    discounted.has(cellKey(cell)) || conceptOf(context, cell) === "pv-of-cash-flows";
  const figures = cells.filter((cell) => (context.numberAt(cell) ?? 0) !== 0);
  const present = figures.filter(isPresent);
  const last = present.at(-1);
  if (last === undefined || present.length < fewestFlows || present.length < figures.length - 1) return [];
  return [
    {
      severity: "high",
      confidence: 0.9,
      sheet: home.sheet,
      ranges: [asRange(home)],
      title: "Present values are discounted once more",
      comment: say`${called(context, home)} takes ${name} of ${place(range)}. ${called(context, last)} there is discounted already (${number(context, last)} in ${place(last)}), so time is taken off twice and the value is too low. Add them up, or give the function the flows as they fall due.`,
      nature: "slip",
      meaning: `twice/${nameOf(context, home)?.label ?? "npv"}`,
      alsoRead: [last],
    },
  ];
}

/** NPV and XNPV over flows they were not made for. */
export const presentValueTwice: AuditRule = {
  id: "present-value-twice",
  find(context) {
    const lines = valuedLines(context);
    if (lines.length === 0) return [];
    const discounted = new Set(
      findDiscounting(context).flatMap(({ home, towardsPresent }) =>
        towardsPresent && conceptOf(context, home) !== "discount-factor" ? [cellKey(home)] : [],
      ),
    );
    return lines.flatMap((line) => [...outlayDiscounted(context, line), ...discountedTwice(context, line, discounted)]);
  },
};
