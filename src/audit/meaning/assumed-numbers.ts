import { type ConceptId } from "../../contracts/concept";
import { type CellAddress } from "../../contracts/model-map";
import { type FormulaNode } from "../../workbook/formula";
import { walkFormula } from "../../workbook/walk-formula";
import { type AuditContext } from "../audit-context";
import { calls, typedNumbers, type TypedNumber } from "../lines/formula-shape";
import { withoutBrackets } from "../../workbook/without-brackets";

/** Numbers of the calendar, of scale and of averaging: no assumption hides in them. */
const plain = new Set([
  0, 1, 2, 3, 4, 5, 6, 7, 10, 12, 24, 30, 31, 52, 100, 250, 252, 260, 360, 365, 366, 1000, 10000, 1e5, 1e6, 1e7, 1e9,
  0.5, 0.25, 365.25, 1024, 60, 3600, 0.01, 0.001, 1e-6, 1e-9,
]);
const places = new Set([
  ...["DATE", "OFFSET", "INDEX", "ROW", "COLUMN", "CHOOSE", "EDATE", "EOMONTH", "YEAR", "RAND", "RANDBETWEEN"],
  ...["TEXT", "MID", "LEFT", "RIGHT"],
]);
/** Their first argument is a rate. */
const byRate = new Set(["NPV", "XNPV", "PV", "FV", "PMT", "IPMT", "PPMT"]);
/** Shares that are rates where they multiply one figure of a year, though they also halve and quarter. */
const shares = new Set([0.25, 0.5]);

/** Spread over a number of years. */
const overALife: ReadonlySet<ConceptId> = new Set([
  "depreciation",
  "amortization",
  "depreciation-and-amortization",
  "amortization-of-financing-fees",
]);

export interface AssumedNumber extends TypedNumber {
  /** The 0.05 of 1 + 0.05: a rate, though it is added. */
  readonly isBesideOne?: true;
}

/** Numbers that calculate in a formula and that somebody assumed; none where it reads no cell or picks a place. */
export function assumedNumbers(context: AuditContext, address: CellAddress): AssumedNumber[] {
  const formula = context.index.formulaAt(address);
  if (formula?.kind !== "read" || calls(formula.root, places)) return [];
  const precedents = context.index.precedentsOf(address).length;
  if (precedents === 0) return [];
  const isStep = context.meaningAt(address) === null && precedents === 1;
  const besideOne = aroundOne(formula.root);
  const isRate = ({ operator, written }: TypedNumber) =>
    besideOne.some((rate) => rate.operator === operator && rate.written === written);
  return [
    ...typedNumbers(formula.root).filter(
      (number) =>
        isAssumption(number) && !isRate(number) && !(isStep && (number.operator === "+" || number.operator === "-")),
    ),
    ...ratesOf(formula.root),
    ...besideOne,
    ...yearlyShare(context, address, formula.root),
  ];
}

/** A scale only scales where it multiplies: 100,000 taken away is an amount. */
function isAssumption({ value, operator }: TypedNumber): boolean {
  const size = Math.abs(value);
  if (Number.isInteger(value) && value >= 1990 && value <= 2100) return false;
  if (operator === "+" || operator === "-") return size > 366 || !plain.has(size);
  return !plain.has(size);
}

/** =NPV(0.1,C5:G5) and its kin. */
function ratesOf(root: FormulaNode): TypedNumber[] {
  const rates: TypedNumber[] = [];
  for (const node of walkFormula(root)) {
    if (node.kind !== "call" || !byRate.has(node.name)) continue;
    const first = node.args[0] === undefined ? null : withoutBrackets(node.args[0]);
    const isRate = first?.kind === "number" || (first?.kind === "postfix" && first.operator === "%");
    if (!isRate) continue;
    const number = first.kind === "number" ? first : withoutBrackets(first.operand);
    if (number.kind !== "number" || number.value === 0) continue;
    const [value, written] =
      first.kind === "number" ? [number.value, number.written] : [number.value / 100, `${number.written}%`];
    rates.push({ value, written, operator: "*" });
  }
  return rates;
}

/** =B5*(1-0.25): whatever stands beside one is a rate, a quarter as well. */
function aroundOne(root: FormulaNode): AssumedNumber[] {
  const rates: AssumedNumber[] = [];
  for (const node of walkFormula(root)) {
    if (node.kind !== "binary" || (node.operator !== "+" && node.operator !== "-")) continue;
    const [one, rate, ...more] = typedNumbers(node);
    if (one?.value !== 1 || rate === undefined || more.length > 0 || Math.abs(rate.value) >= 1) continue;
    if (isAssumption(rate) || rate.value === 0.25) rates.push({ ...rate, isBesideOne: true });
  }
  return rates;
}

/** =B5*0.25 or =H44/5 for a year of a known figure: a rate or a life, not a quarter of the year or a mean. */
function yearlyShare(context: AuditContext, address: CellAddress, root: FormulaNode): TypedNumber[] {
  const node = withoutBrackets(root);
  if (node.kind !== "binary" || context.periodAt(address)?.kind !== "year") return [];
  const { operator } = node;
  const concept = context.itemAt(address)?.concept?.id;
  if (concept === undefined || (operator !== "*" && operator !== "/")) return [];
  const sides =
    operator === "*"
      ? [withoutBrackets(node.left), withoutBrackets(node.right)]
      : [withoutBrackets(node.right), withoutBrackets(node.left)];
  const typed = sides.find((side) => side.kind === "number");
  const read = sides.find((side) => side.kind === "reference" && side.shape === "cell");
  if (typed?.kind !== "number" || read === undefined || (read === sides[0] && operator === "/")) return [];
  const isLife = operator === "/" && overALife.has(concept) && Number.isInteger(typed.value) && typed.value >= 2;
  const isShare = operator === "*" && shares.has(typed.value);
  return isLife || isShare ? [{ value: typed.value, written: typed.written, operator }] : [];
}
