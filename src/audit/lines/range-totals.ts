import { type CellAddress } from "../../contracts/model-map";
import { type CellRange } from "../../contracts/workbook-snapshot";
import { cellKey } from "../../workbook/cell-key";
import { type FormulaNode, type ReadFormula } from "../../workbook/formula";
import { walkFormula } from "../../workbook/walk-formula";
import { type AuditContext } from "../audit-context";
import { oncePerReview } from "../once-per-review";
import { rangesOf } from "./formula-shape";
import { withoutBrackets } from "../../workbook/without-brackets";

/** A cell that takes one stretch of its own column (down) or row (across) together: =SUM(B5:B9), =AVERAGE(C4:H4). */
export interface RangeTotal {
  readonly address: CellAddress;
  readonly function: string;
  readonly direction: "down" | "across";
  readonly range: CellRange;
  /** Nothing but the function: no factor, sign or further term. */
  readonly isPlain: boolean;
}

const takesTogether: ReadonlySet<string> = new Set([
  ...["SUM", "AVERAGE", "MIN", "MAX", "COUNT", "COUNTA", "MEDIAN", "STDEV", "STDEV.S", "STDEVP", "VAR", "PRODUCT"],
]);

/** A range, or the sum of a single cell: the shortest slip of a total. */
const opensOne = /:|^=\s*\+?\s*SUM\(\$?[A-Z]{1,3}\$?\d+\)$/iu;

/** Every such cell of the workbook, sheet by sheet, row by row. */
export const rangeTotals = oncePerReview((context): readonly RangeTotal[] => list(context));

const totalsByPlace = oncePerReview((context) => placeTotals(rangeTotals(context)));

export function rangeTotalAt(context: AuditContext, { sheet, rowIndex0, columnIndex0 }: CellAddress) {
  return totalsByPlace(context).get(sheet)?.get(cellKey(rowIndex0, columnIndex0)) ?? null;
}

function placeTotals(totals: readonly RangeTotal[]): ReadonlyMap<string, ReadonlyMap<number, RangeTotal>> {
  const bySheet = new Map<string, Map<number, RangeTotal>>();
  for (const total of totals) {
    const { sheet, rowIndex0, columnIndex0 } = total.address;
    let cells = bySheet.get(sheet);
    if (cells === undefined) bySheet.set(sheet, (cells = new Map<number, RangeTotal>()));
    cells.set(cellKey(rowIndex0, columnIndex0), total);
  }
  return bySheet;
}

function list(context: AuditContext): RangeTotal[] {
  const totals: RangeTotal[] = [];
  /** Copies of a formula open alike. */
  const opens = new Map<ReadFormula | null, boolean>();
  for (const { address, cell } of context.index.formulaCells()) {
    const formula = context.index.formulaAt(address);
    let mayBeOne = opens.get(formula);
    if (mayBeOne === undefined) opens.set(formula, (mayBeOne = opensOne.test(cell.formula!)));
    if (!mayBeOne) continue;
    const total = read(context, address);
    if (total !== null) totals.push(total);
  }
  return totals;
}

function read(context: AuditContext, address: CellAddress): RangeTotal | null {
  const formula = context.index.formulaAt(address);
  if (formula?.kind !== "read") return null;
  let found: RangeTotal | null = null;
  for (const node of walkFormula(formula.root)) {
    if (node.kind !== "call" || !takesTogether.has(node.name)) continue;
    const argument = node.args[0];
    if (found !== null || node.args.length !== 1 || argument?.kind !== "reference" || isGrowing(argument)) return null;
    const range = rangesOf(context, address, argument)[0];
    const direction = range === undefined ? null : directionOf(address, range);
    if (direction === null) return null;
    const isPlain = withoutPlus(formula.root) === node;
    found = { address, function: node.name, direction, range: range!, isPlain };
  }
  return found;
}

function withoutPlus(root: FormulaNode): FormulaNode {
  const node = withoutBrackets(root);
  return node.kind === "unary" && node.operator === "+" ? withoutBrackets(node.operand) : node;
}

/** SUM($B5:D5): one end fixed, so that it covers more in every column by design. */
function isGrowing({ start, end }: FormulaNode & { kind: "reference" }): boolean {
  return start.rowAbsolute !== end.rowAbsolute || start.columnAbsolute !== end.columnAbsolute;
}

function directionOf({ sheet, rowIndex0, columnIndex0 }: CellAddress, range: CellRange): "down" | "across" | null {
  if (range.sheet !== sheet) return null;
  const inColumn = range.startColumn0 === columnIndex0 && range.endColumn0 === columnIndex0;
  if (inColumn) return range.endRow0 < rowIndex0 || range.startRow0 > rowIndex0 ? "down" : null;
  const inRow = range.startRow0 === rowIndex0 && range.endRow0 === rowIndex0;
  if (inRow) return range.endColumn0 < columnIndex0 || range.startColumn0 > columnIndex0 ? "across" : null;
  return null;
}

/** First and last row (down) or column (across) that it covers. */
export function extentOf({ direction, range }: RangeTotal): { readonly first0: number; readonly last0: number } {
  return direction === "down"
    ? { first0: range.startRow0, last0: range.endRow0 }
    : { first0: range.startColumn0, last0: range.endColumn0 };
}

/** The cell of the total's own column (down) or row (across) at a place along it. */
export function cellAlong({ address, direction }: RangeTotal, index0: number): CellAddress {
  return direction === "down" ? { ...address, rowIndex0: index0 } : { ...address, columnIndex0: index0 };
}
