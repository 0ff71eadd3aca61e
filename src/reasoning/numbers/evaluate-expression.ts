import { type UnitKind } from "../../contracts/concept";
import { type Expression } from "./parse-expression";
import { type Quantity } from "./quantity";

export type Evaluated =
  { readonly ok: true; readonly quantity: Quantity } | { readonly ok: false; readonly why: string };

/** A quantity on its way: "ratio" is a number without a unit, "constant" one that stands in the expression itself. */
interface Part {
  readonly value: number;
  readonly unit: UnitKind | "ratio" | "constant";
  readonly currency: string | null;
  readonly scale: "absolute" | "sheet";
  /** Of an amount on its way to a number of days: 1 for one times the days of a year, -1 for one a day. */
  readonly days?: 1 | -1;
}

class NotComparable extends Error {}

const ratios: readonly Part["unit"][] = ["ratio", "percent", "multiple"];
/** Of a year, and of a quarter. */
const periodDays: readonly number[] = [360, 365, 366, 90, 91, 92];

/**
 * Computes an expression over quantities, refusing what has no meaning: adding dollars to shares, a cell of unknown
 * scale to a reported figure, two currencies; and constants other than those of the trade (one for growth, the count of a mean's
 * terms, days of a year, whole years in an exponent), because any other constant is a number nobody reported.
 * A pure ratio comes back as `multiple`.
 */
export function evaluateExpression(expression: Expression, operands: ReadonlyMap<string, Quantity>): Evaluated {
  try {
    const part = evaluate(expression, operands);
    if (part.unit === "constant") return { ok: false, why: "the expression refers to no number" };
    if (part.days === 1) return { ok: false, why: "an amount times the days of a year is no figure by itself" };
    if (!Number.isFinite(part.value)) return { ok: false, why: "the result is not a number: a divisor is zero" };
    const unit = part.unit === "ratio" ? "multiple" : part.unit;
    return { ok: true, quantity: { value: part.value, unit, currency: part.currency, scale: part.scale } };
  } catch (error) {
    if (error instanceof NotComparable) return { ok: false, why: error.message };
    throw error;
  }
}

function evaluate(expression: Expression, operands: ReadonlyMap<string, Quantity>): Part {
  switch (expression.kind) {
    case "literal":
      return { value: expression.value, unit: "constant", currency: null, scale: "absolute" };
    case "operand": {
      const quantity = operands.get(expression.name);
      if (quantity === undefined) throw new NotComparable(`"${expression.name}" names nothing that was found`);
      return quantity;
    }
    case "group":
      return evaluate(expression.of, operands);
    case "negate": {
      const part = evaluate(expression.of, operands);
      return { ...part, value: -part.value };
    }
    case "binary": {
      const mean = expression.operator === "/" ? meanOf(expression.left, expression.right) : null;
      const left = evaluate(expression.left, operands);
      if (mean !== null) return { ...left, value: left.value / mean };
      const right = evaluate(expression.right, operands);
      switch (expression.operator) {
        case "+":
          return add(left, right, 1);
        case "-":
          return add(left, right, -1);
        case "*":
          return multiply(left, right);
        case "/":
          return divide(left, right);
        case "^":
          return raise(left, right);
      }
    }
  }
}

/** How many terms a sum is divided by, where the divisor counts exactly its terms: that is a mean. */
function meanOf(sum: Expression, divisor: Expression): number | null {
  if (divisor.kind !== "literal" || divisor.value < 2 || divisor.value > 10) return null;
  const terms = withoutBrackets(sum);
  const counts = [countTerms(terms, "every"), countTerms(terms, "outer")];
  return counts.includes(divisor.value) ? divisor.value : null;
}

function withoutBrackets(expression: Expression): Expression {
  return expression.kind === "group" ? withoutBrackets(expression.of) : expression;
}

/** "(a + b) + (c + d)" has four terms, or two where each bracket is one of them. */
function countTerms(expression: Expression, which: "every" | "outer"): number {
  const sum = which === "every" ? withoutBrackets(expression) : expression;
  return sum.kind === "binary" && sum.operator === "+" ? countTerms(sum.left, which) + countTerms(sum.right, which) : 1;
}

function add(left: Part, right: Part, sign: 1 | -1): Part {
  const value = left.value + sign * right.value;
  const [constant, other] = left.unit === "constant" ? [left, right] : [right, left];
  if (constant.unit === "constant") {
    if (other.unit === "constant") return { ...left, value };
    if (constant.value !== 1 || !ratios.includes(other.unit))
      throw new NotComparable(`the constant ${constant.value} may not be added to a reported number`);
    return { ...other, value, unit: "percent" };
  }
  if (left.days !== right.days) throw new NotComparable("an amount a day cannot be added to one that is not");
  const bothRatios = ratios.includes(left.unit) && ratios.includes(right.unit);
  if (left.unit !== right.unit && !bothRatios)
    throw new NotComparable(`${left.unit} and ${right.unit} cannot be added or subtracted`);
  return { ...left, value, ...common(left, right) };
}

function multiply(left: Part, right: Part): Part {
  const value = left.value * right.value;
  if (left.unit === "constant" || right.unit === "constant") {
    const [constant, other] = left.unit === "constant" ? [left, right] : [right, left];
    if (other.unit === "constant") return { ...left, value };
    if (periodDays.includes(constant.value) && ratios.includes(other.unit)) return { ...other, value, unit: "days" };
    if (periodDays.includes(constant.value)) return { ...other, value, days: 1 };
    throw new NotComparable(`the constant ${constant.value} may not multiply a reported number`);
  }
  if (ratios.includes(left.unit)) return { ...right, value };
  if (ratios.includes(right.unit)) return { ...left, value };
  const units = [left.unit, right.unit];
  if (units.includes("currency-per-share") && units.includes("shares"))
    return { ...left, ...common(left, right), value, unit: "currency" };
  throw new NotComparable(`${left.unit} times ${right.unit} has no meaning here`);
}

function divide(left: Part, right: Part): Part {
  const value = left.value / right.value;
  if (right.unit === "constant") {
    if (left.unit === "constant") return { ...left, value };
    if (periodDays.includes(right.value))
      return { ...left, value, ...(ratios.includes(left.unit) ? {} : { days: -1 }) };
    throw new NotComparable(`the constant ${right.value} may not divide a reported number`);
  }
  if (left.unit === "constant") {
    if (periodDays.includes(left.value) && ratios.includes(right.unit)) return { ...right, value, unit: "days" };
    if (left.value === 1 && ratios.includes(right.unit)) return { ...right, value, unit: "ratio" };
    throw new NotComparable(`the constant ${left.value} may not be divided by a reported number`);
  }
  const shared = common(left, right);
  const unit = (left.days ?? 0) - (right.days ?? 0) === 1 ? "days" : "ratio";
  if (left.unit === right.unit) return { value, unit, currency: null, scale: "absolute" };
  if (ratios.includes(left.unit) && ratios.includes(right.unit)) return { ...shared, value, unit: "ratio" };
  if (ratios.includes(right.unit)) return { ...left, value };
  if (left.unit === "currency" && right.unit === "shares") return { ...shared, value, unit: "currency-per-share" };
  if (left.unit === "currency" && right.unit === "currency-per-share")
    return { ...shared, value, unit: "shares", currency: null };
  if (left.unit === "currency" && right.unit === "count") return { ...left, value };
  throw new NotComparable(`${left.unit} divided by ${right.unit} has no meaning here`);
}

/** Compound growth only: a ratio to the power of one over whole years. */
function raise(base: Part, exponent: Part): Part {
  if (!ratios.includes(base.unit) || exponent.unit !== "constant")
    throw new NotComparable("only a ratio may be raised to a power, and only to a constant one");
  if (base.value < 0) throw new NotComparable("a negative ratio has no compound growth");
  const years = 1 / exponent.value;
  if (Math.abs(years - Math.round(years)) > 1e-9 || years < 1 || years > 30)
    throw new NotComparable("the power of a compound growth is one over whole years");
  return { ...base, value: base.value ** exponent.value };
}

function common(left: Part, right: Part): Pick<Part, "currency" | "scale"> {
  if (left.currency !== null && right.currency !== null && left.currency !== right.currency)
    throw new NotComparable(`${left.currency} and ${right.currency} are different currencies`);
  if (left.scale !== right.scale && !ratios.includes(left.unit) && !ratios.includes(right.unit))
    throw new NotComparable("a cell of unknown scale cannot be compared with a number of known scale");
  return { currency: left.currency ?? right.currency, scale: left.scale };
}
