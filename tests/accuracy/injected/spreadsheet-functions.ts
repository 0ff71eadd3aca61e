import { type CellErrorCode, type CellValue } from "../../../src/contracts/workbook-snapshot";

/** What a formula cannot be worked out for by us: the cell keeps the value the workbook shows. */
export class BeyondUs extends Error {}

/** An error value on its way up through a formula. */
export class ErrorValue extends Error {
  constructor(readonly code: CellErrorCode) {
    super(code);
  }
}

export type Scalar = Exclude<CellValue, object>;
/** A rectangle's values, row by row, or one value. */
export type Argument = Scalar | readonly (readonly Scalar[])[];

export function isGrid(argument: Argument): argument is readonly (readonly Scalar[])[] {
  return typeof argument === "object" && argument !== null;
}

export function asNumber(value: Scalar): number {
  if (value === null) return 0;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  const read = value.trim() === "" ? NaN : Number(value.replace(/,/gu, ""));
  if (Number.isNaN(read)) throw new ErrorValue("#VALUE!");
  return read;
}

/** Ranges give their numbers only; what is written out is made a number. */
function numbersOf(args: readonly Argument[]): number[] {
  return args.flatMap((argument) =>
    isGrid(argument) ? argument.flat().filter((value) => typeof value === "number") : [asNumber(argument)],
  );
}

function scalar(argument: Argument | undefined): Scalar {
  if (argument === undefined) return null;
  if (!isGrid(argument)) return argument;
  if (argument.length === 1 && argument[0]!.length === 1) return argument[0]![0]!;
  throw new BeyondUs("a rectangle where one value belongs");
}

function divided(a: number, b: number): number {
  if (b === 0) throw new ErrorValue("#DIV/0!");
  return a / b;
}

/** Half away from nought, as Excel rounds. */
function rounded(value: number, digits: number, by: (n: number) => number = Math.round): number {
  const factor = 10 ** digits;
  const shifted = Number((Math.abs(value) * factor).toPrecision(15));
  return (Math.sign(value) * by(shifted)) / factor;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const n = (args: readonly Argument[], at: number) => asNumber(scalar(args[at]));

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  if (sorted.length === 0) throw new ErrorValue("#NUM!");
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

function productsOf(args: readonly Argument[]): number {
  const flat = args.map((argument) => (isGrid(argument) ? argument.flat() : [argument]));
  if (flat.some((values) => values.length !== flat[0]!.length)) throw new ErrorValue("#VALUE!");
  return sum(
    flat[0]!.map((_, i) =>
      flat.reduce((product, values) => product * (typeof values[i] === "number" ? values[i] : 0), 1),
    ),
  );
}

/** Functions whose arguments are all worked out first. */
export const functions: Readonly<Record<string, (args: readonly Argument[]) => Scalar>> = {
  SUM: (args) => sum(numbersOf(args)),
  AVERAGE: (args) => divided(sum(numbersOf(args)), numbersOf(args).length),
  MIN: (args) => (numbersOf(args).length === 0 ? 0 : Math.min(...numbersOf(args))),
  MAX: (args) => (numbersOf(args).length === 0 ? 0 : Math.max(...numbersOf(args))),
  MEDIAN: (args) => median(numbersOf(args)),
  COUNT: (args) => numbersOf(args).length,
  PRODUCT: (args) => numbersOf(args).reduce((product, value) => product * value, 1),
  SUMPRODUCT: productsOf,
  ABS: (args) => Math.abs(n(args, 0)),
  SIGN: (args) => Math.sign(n(args, 0)),
  SQRT: (args) => Math.sqrt(n(args, 0)),
  EXP: (args) => Math.exp(n(args, 0)),
  LN: (args) => Math.log(n(args, 0)),
  INT: (args) => Math.floor(n(args, 0)),
  POWER: (args) => n(args, 0) ** n(args, 1),
  ROUND: (args) => rounded(n(args, 0), n(args, 1)),
  ROUNDUP: (args) => rounded(n(args, 0), n(args, 1), Math.ceil),
  ROUNDDOWN: (args) => rounded(n(args, 0), n(args, 1), Math.floor),
  AND: (args) => numbersOf(args).every((value) => value !== 0),
  OR: (args) => numbersOf(args).some((value) => value !== 0),
  NOT: (args) => n(args, 0) === 0,
  NPV: (args) => sum(numbersOf(args.slice(1)).map((flow, i) => flow / (1 + n(args, 0)) ** (i + 1))),
  CHOOSE: (args) => scalar(args[n(args, 0)]),
  INDEX: (args) => {
    const grid = args[0]!;
    if (!isGrid(grid) || args.length > 3) throw new BeyondUs("INDEX over no range");
    const isRow = grid.length === 1 && args.length === 2;
    const [row, column] = isRow ? [1, n(args, 1)] : [n(args, 1), args.length > 2 ? n(args, 2) : 1];
    const value = grid[row - 1]?.[column - 1];
    if (value === undefined) throw new ErrorValue("#REF!");
    return value;
  },
};
