import { type UnitKind } from "../../contracts/concept";
import { type NumberReference } from "../../contracts/rich-text";
import { evaluateExpression } from "./evaluate-expression";
import { parseExpression } from "./parse-expression";
import { type BoundQuantity, type Quantity } from "./quantity";

export interface Calculation {
  readonly formula: string;
  readonly operands: Readonly<Record<string, BoundQuantity>>;
  readonly quantity: Quantity;
}

export type Calculated =
  { readonly ok: true; readonly calculation: Calculation } | { readonly ok: false; readonly why: string };

/** Computes a declared formula over bound operands; `unit` says how a pure ratio is read. */
export function calculate(
  formula: string,
  operands: Readonly<Record<string, BoundQuantity>>,
  unit: UnitKind | null = null,
): Calculated {
  const parsed = parseExpression(formula);
  if (!parsed.ok) return parsed;
  const quantities = new Map(Object.entries(operands).map(([name, operand]) => [name, operand.quantity]));
  const evaluated = evaluateExpression(parsed.expression, quantities);
  if (!evaluated.ok) return evaluated;
  const read = readAs(evaluated.quantity, unit);
  if (read === null) return { ok: false, why: `the result is a ${evaluated.quantity.unit}, not a ${unit}` };
  return { ok: true, calculation: { formula, operands, quantity: read } };
}

function readAs(quantity: Quantity, unit: UnitKind | null): Quantity | null {
  if (unit === null || unit === quantity.unit) return quantity;
  const ratios: readonly UnitKind[] = ["percent", "multiple"];
  return ratios.includes(unit) && ratios.includes(quantity.unit) ? { ...quantity, unit } : null;
}

export function referenceOf(calculation: Calculation): NumberReference {
  return {
    kind: "calculation",
    formula: calculation.formula,
    operands: Object.fromEntries(
      Object.entries(calculation.operands).map(([name, operand]) => [name, operand.reference]),
    ),
  };
}
