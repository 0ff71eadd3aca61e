import { type CellAddress } from "../../contracts/model-map";
import { type FormulaNode } from "../../workbook/formula";
import { walkFormula } from "../../workbook/walk-formula";
import { factorsOf, overOne } from "../lines/algebra";
import { type AuditContext } from "../audit-context";
import { cellOf } from "../lines/formula-shape";
import { oncePerReview } from "../once-per-review";
import { withoutBrackets } from "../../workbook/without-brackets";

/** One place where money is carried over time by (1 + r)^n. */
export interface Discounting {
  readonly home: CellAddress;
  readonly rate: CellAddress;
  /** The cell that says how many periods; null where it is typed or calculated in the formula. */
  readonly periods: CellAddress | null;
  /** Towards the present: divided by it, or raised to a negative power. */
  readonly towardsPresent: boolean;
}

/** Every formula that holds (1 + r)^n with r a cell that holds a rate. */
export const findDiscounting = oncePerReview((context): readonly Discounting[] => search(context));

function search(context: AuditContext): Discounting[] {
  const found: Discounting[] = [];
  for (const { sheet, cell } of context.index.formulaCells()) {
    if (!/\^|POWER\(/iu.test(cell.formula!)) continue;
    const home = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
    const formula = context.index.formulaAt(home);
    if (formula?.kind === "read") found.push(...discountingIn(context, home, formula.root));
  }
  return found;
}

function discountingIn(context: AuditContext, home: CellAddress, root: FormulaNode): Discounting[] {
  const found: Discounting[] = [];
  const below = new Set(
    [...walkFormula(root)].flatMap((node) =>
      node.kind === "binary" && node.operator === "/"
        ? factorsOf(node).flatMap((factor) => (factor.divides ? [withoutBrackets(factor.node)] : []))
        : [],
    ),
  );
  for (const node of walkFormula(root)) {
    const power = powerOf(node);
    if (power === null) continue;
    const growth = overOne(power.base);
    const rate = growth === null ? null : cellOf(context, home, growth);
    const value = rate === null ? null : context.numberAt(rate);
    if (rate === null || value === null || Math.abs(value) >= 0.6) continue;
    const { exponent, negative } = unsigned(power.exponent);
    found.push({
      home,
      rate,
      periods: cellOf(context, home, exponent),
      towardsPresent: below.has(node) !== negative,
    });
  }
  return found;
}

function powerOf(node: FormulaNode): { readonly base: FormulaNode; readonly exponent: FormulaNode } | null {
  if (node.kind === "binary" && node.operator === "^") return { base: node.left, exponent: node.right };
  const [base, exponent] = node.kind === "call" && node.name === "POWER" ? node.args : [];
  return base === undefined || exponent === undefined ? null : { base, exponent };
}

function unsigned(node: FormulaNode): { readonly exponent: FormulaNode; readonly negative: boolean } {
  const inner = withoutBrackets(node);
  if (inner.kind === "unary" && inner.operator === "-")
    return { exponent: withoutBrackets(inner.operand), negative: true };
  return { exponent: inner, negative: false };
}
