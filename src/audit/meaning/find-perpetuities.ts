import { type CellAddress } from "../../contracts/model-map";
import { type FormulaNode } from "../../workbook/formula";
import { walkFormula } from "../../workbook/walk-formula";
import { factorsOf, overOne } from "../lines/algebra";
import { type AuditContext } from "../audit-context";
import { conceptOf, isSameCell, nameOf, originOf } from "../lines/cell-name";
import { cellOf } from "../lines/formula-shape";
import { oncePerReview } from "../once-per-review";
import { withoutBrackets } from "../../workbook/without-brackets";

/** Flow × (1 + g) / (r - g). */
export interface Perpetuity {
  readonly home: CellAddress;
  readonly rate: CellAddress;
  readonly growth: CellAddress;
  /** The flow above the line, before it grows; null where it is no single cell. */
  readonly flow: CellAddress | null;
  /** What the flow grows by above the line; null where it does not grow there. */
  readonly growsBy: CellAddress | null;
}

/** Every perpetuity, found by the shape of its formula, or by the names of its rates. */
export const findPerpetuities = oncePerReview((context): readonly Perpetuity[] => search(context));

function search(context: AuditContext): Perpetuity[] {
  const found: Perpetuity[] = [];
  for (const { sheet, cell } of context.index.formulaCells()) {
    if (!cell.formula!.includes("/") || !cell.formula!.includes("-")) continue;
    const home = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
    const formula = context.index.formulaAt(home);
    const perpetuity = formula?.kind === "read" ? perpetuityAt(context, home, formula.root) : null;
    if (perpetuity !== null) found.push(perpetuity);
  }
  return found;
}

function perpetuityAt(context: AuditContext, home: CellAddress, root: FormulaNode): Perpetuity | null {
  for (const node of walkFormula(root)) {
    if (node.kind !== "binary" || node.operator !== "/") continue;
    const below = withoutBrackets(node.right);
    if (below.kind !== "binary" || below.operator !== "-") continue;
    const rate = cellOf(context, home, below.left);
    const growth = cellOf(context, home, below.right);
    if (rate === null || growth === null || !isRate(context, rate) || !isRate(context, growth)) continue;
    const above = aboveLine(context, home, node.left);
    if (isSameCell(above.growsBy, growth) || isNamedSo(context, rate, growth)) return { home, rate, growth, ...above };
  }
  return null;
}

/** The flow and its growth, in the formula itself or in the one cell it reads. */
function aboveLine(context: AuditContext, home: CellAddress, above: FormulaNode): Pick<Perpetuity, "flow" | "growsBy"> {
  const grown = grownFlow(context, home, above);
  if (grown !== null) return grown;
  const cell = cellOf(context, home, above);
  if (cell === null) return { flow: null, growsBy: null };
  const formula = context.index.formulaAt(cell);
  const before = formula?.kind === "read" ? grownFlow(context, cell, formula.root) : null;
  return before ?? { flow: cell, growsBy: null };
}

function grownFlow(context: AuditContext, home: CellAddress, node: FormulaNode) {
  const factors = factorsOf(node).filter(({ divides }) => !divides);
  for (const { node: factor } of factors) {
    const growth = overOne(factor);
    const growsBy = growth === null ? null : cellOf(context, home, growth);
    if (growsBy === null) continue;
    const flows = factors.flatMap((other) => cellOf(context, home, other.node) ?? []);
    return { flow: flows.length === 1 ? flows[0]! : null, growsBy };
  }
  return null;
}

function isRate(context: AuditContext, address: CellAddress): boolean {
  const value = context.numberAt(address);
  return value !== null && Math.abs(value) < 0.6;
}

const discountRates: ReadonlySet<string | null> = new Set(["wacc", "discount-rate", "cost-of-equity"]);

function isNamedSo(context: AuditContext, rate: CellAddress, growth: CellAddress): boolean {
  if (!discountRates.has(conceptOf(context, rate))) return false;
  return (
    conceptOf(context, growth) === "terminal-growth-rate" ||
    /\b(?:terminal|perpetual|perpetuity|long[- ]term) growth|^g$/iu.test(nameOf(context, growth)?.label ?? "")
  );
}

/** Whether two cells hold the same figure from the same place. */
export function isSameFigure(context: AuditContext, a: CellAddress, b: CellAddress): boolean {
  return isSameCell(originOf(context, a), originOf(context, b));
}
