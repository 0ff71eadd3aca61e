import { type SelectionForQuestion, type StatementOfAnswer } from "../../contracts/answer";
import { type Segment, type ShownNumber } from "../../contracts/rich-text";
import { nameOperand } from "../facts/name-period";
import { boundCell, type CatalogCell } from "../draft/catalog";
import { calculate } from "../numbers/calculate";
import { type BoundQuantity } from "../numbers/quantity";
import { showCalculation, showCell } from "../numbers/show-number";
import { type TextPart, writeText } from "../numbers/write-text";
import { explainFormula } from "./explain-formula";
import { numbersOfRow, rangeOfRow, rowsOfSelection, type SelectedCell, type SelectedRow } from "./rows-of-selection";
import { cellsOfOtherFormula } from "./same-formula";

const mostRows = 8;
const mostValues = 6;

/** What the selected cells are: labels, periods, values, how they are made, and how they move. */
export function describeSelection(selection: SelectionForQuestion): StatementOfAnswer[] {
  const rows = rowsOfSelection(selection);
  const statements = rows
    .slice(0, mostRows)
    .map((row) => ({ text: writeText(...describeRow(row, selection.cells)), citations: [] }));
  const left = rows.slice(mostRows);
  if (left.length > 0)
    statements.push({
      text: writeText("More rows are selected than are described here, from ", placeOf(left[0] as SelectedRow), " on."),
      citations: [],
    });
  return statements;
}

function describeRow(row: SelectedRow, others: readonly SelectedCell[]): TextPart[] {
  const numbers = numbersOfRow(row);
  const [only] = row.cells.length === 1 ? numbers : [];
  const parts: TextPart[] = [row.label === "" ? "" : `${row.label}: `];
  if (only === undefined) parts.push(placeOf(row), ` is ${describeRole(row)}`, ...sayValues(row, numbers), ".");
  else
    parts.push(...sayPlace(row, only), ` is a ${only.formula === null ? "typed" : "computed"} `, show(row, only), ".");
  for (const cell of row.cells.filter((item) => item.error !== null).slice(0, 3))
    parts.push(" ", place(row.sheet, cell.address), ` holds the error ${cell.error}.`);
  parts.push(...sayFormulaOf(row, others));
  parts.push(...sayMovement(row, numbers));
  return parts;
}

function describeRole(row: SelectedRow): string {
  const computed = row.cells.filter((cell) => cell.formula !== null).length;
  const role =
    computed === 0 ? "typed in" : computed === row.cells.length ? "computed" : "partly typed in, partly computed";
  const phases = new Set(row.cells.map((cell) => cell.phase));
  const phase =
    phases.size > 1 && phases.has("actual") && phases.has("forecast")
      ? "history and forecast"
      : { actual: "history", forecast: "forecast", unknown: null }[row.cells[0]?.phase ?? "unknown"];
  return phase === null ? role : `${phase}, ${role}`;
}

/** Every value of a short row, the ends of a long one. */
function sayValues(row: SelectedRow, numbers: readonly (SelectedCell & { value: number })[]): TextPart[] {
  const ends = [numbers[0], numbers.at(-1)].flatMap((cell) => cell ?? []);
  const short = numbers.length <= mostValues;
  return (short ? numbers : ends).flatMap((cell, index) => [
    index === 0 ? ": " : short ? ", " : " … ",
    show(row, cell),
    " in ",
    ...sayPlace(row, cell),
  ]);
}

/** "E5 (2025E)". */
function sayPlace(row: SelectedRow, cell: SelectedCell): TextPart[] {
  return [place(row.sheet, cell.address), cell.period === null ? "" : ` (${cell.period})`];
}

function show(row: SelectedRow, cell: SelectedCell & { value: number }): ShownNumber {
  return showCell({ ...cell, sheet: row.sheet });
}

/** The first formula in words, and which of the row's others are built otherwise. */
function sayFormulaOf(row: SelectedRow, others: readonly SelectedCell[]): TextPart[] {
  const formulas = row.cells.filter((cell) => cell.formula !== null);
  const [cell] = formulas;
  const explained = cell === undefined ? null : explainFormula(cell, row.sheet, others);
  if (cell === undefined || explained === null) return [];
  const parts: TextPart[] = [
    " ",
    place(row.sheet, cell.address),
    " is ",
    { kind: "place", sheet: row.sheet, range: cell.address, shown: explained },
  ];
  const inputs = cell.precedents.filter((precedent) => typeof precedent.value === "number").slice(0, 4);
  inputs.forEach((precedent, index) => {
    const number = showCell({
      sheet: precedent.sheet,
      address: precedent.address,
      value: precedent.value as number,
      numberFormat: null,
      unit: "unknown",
    });
    parts.push(index === 0 ? ", reading " : ", ", number, " in ", place(precedent.sheet, precedent.address));
  });
  if (formulas.length === 1) return [...parts, "."];
  const otherwise = cellsOfOtherFormula(formulas);
  const range = rangeOfRow({ ...row, cells: formulas });
  if (otherwise.length === 0) return [...parts, "; the same formula across ", place(row.sheet, range), "."];
  const named = otherwise
    .slice(0, mostValues)
    .flatMap((other, index): TextPart[] => [index === 0 ? "" : ", ", place(row.sheet, other.address)]);
  const more = otherwise.length > mostValues ? " and others" : "";
  return [...parts, "; built otherwise in ", ...named, `${more}.`];
}

/** Growth from first to last and compounded, for rows of amounts over years; percentage points for rates. */
function sayMovement(row: SelectedRow, numbers: readonly (SelectedCell & { value: number })[]): TextPart[] {
  const dated = numbers.filter((cell) => cell.year !== null && cell.quarter === null);
  const first = dated[0];
  const last = dated.at(-1);
  if (first === undefined || last === undefined || first.year === null || last.year === null) return [];
  const years = last.year - first.year;
  if (years < 1) return [];
  const from = boundCell(catalogCell(row, first));
  const to = boundCell(catalogCell(row, last));
  if (first.unit === "percent") {
    const falls = last.value < first.value;
    const change = calculated(falls ? "earlier - later" : "later - earlier", { later: to, earlier: from });
    if (change === null) return [];
    const span = ` from ${first.period ?? first.year} to ${last.period ?? last.year}.`;
    if (first.value === last.value) return [` It stands the same in ${last.period ?? last.year}.`];
    const points = { ...change, shown: change.shown.replace(/%$/, " percentage points") };
    return [falls ? " It falls by " : " It rises by ", points, span];
  }
  // Growth out of or into a negative number means nothing.
  if (first.value <= 0 || last.value <= 0) return [];
  const operands = {
    [nameOperand(row.label || "value", last.year)]: to,
    [nameOperand(row.label || "value", first.year)]: from,
  };
  const [toName = "", fromName = ""] = Object.keys(operands);
  const growth = calculated(`${toName} / ${fromName} - 1`, operands);
  if (growth === null) return [];
  const parts: TextPart[] = [
    " It changes by ",
    growth,
    ` from ${first.period ?? first.year} to ${last.period ?? last.year}`,
  ];
  const compound = years > 1 ? calculated(`(${toName} / ${fromName}) ^ (1 / ${years}) - 1`, operands) : null;
  if (compound !== null) parts.push(", ", compound, " a year compounded");
  return [...parts, "."];
}

/** Margins of the selection's own rows over its own revenue, for the last period both hold. */
export function describeMargins(selection: SelectionForQuestion): StatementOfAnswer[] {
  const rows = rowsOfSelection(selection);
  const revenue = rows.find((row) => row.cells[0]?.concept === "revenue");
  if (revenue === undefined) return [];
  const profits = ["gross-profit", "ebitda", "operating-income", "net-income", "free-cash-flow"];
  return rows.flatMap((row): StatementOfAnswer[] => {
    if (!profits.includes(row.cells[0]?.concept ?? "")) return [];
    const pairs = numbersOfRow(row).flatMap((cell) => {
      const base = numbersOfRow(revenue).find((other) => other.period !== null && other.period === cell.period);
      return base === undefined || base.value <= 0 ? [] : [{ cell, base }];
    });
    const shown = [...new Set([pairs[0], pairs.at(-1)])].flatMap((pair) => {
      if (pair === undefined) return [];
      const operands = {
        part: boundCell(catalogCell(row, pair.cell)),
        revenue: boundCell(catalogCell(revenue, pair.base)),
      };
      const number = calculated("part / revenue", operands);
      return number === null ? [] : [{ number, period: pair.cell.period }];
    });
    if (shown.length === 0) return [];
    const parts = shown.flatMap(({ number, period }, index): TextPart[] => [
      index === 0 ? "" : " and ",
      number,
      ` in ${period}`,
    ]);
    return [{ text: writeText(`${row.label} is `, ...parts, ` of ${revenue.label}.`), citations: [] }];
  });
}

function calculated(formula: string, operands: Record<string, BoundQuantity>): ShownNumber | null {
  const result = calculate(formula, operands, "percent");
  return result.ok ? showCalculation(result.calculation) : null;
}

function catalogCell(row: SelectedRow, cell: SelectedCell & { value: number }): CatalogCell {
  return { ...cell, sheet: row.sheet };
}

function place(sheet: string, address: string): Segment {
  return { kind: "place", sheet, range: address, shown: address };
}

function placeOf(row: SelectedRow): Segment {
  return place(row.sheet, rangeOfRow(row));
}
