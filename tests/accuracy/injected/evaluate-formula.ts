import { type CellAddress } from "../../../src/contracts/model-map";
import { type CellRange, type CellValue } from "../../../src/contracts/workbook-snapshot";
import { type FormulaNode, type FormulaNodeOf } from "../../../src/workbook/formula";
import { readFormula } from "../../../src/workbook/read-formula";
import { referencesOf } from "../../../src/workbook/references";
import { type WorkbookIndex } from "../../../src/workbook/index-workbook";
import { asNumber, BeyondUs, ErrorValue, functions, isGrid, type Argument, type Scalar } from "./spreadsheet-functions";

const mostCells = 20_000;

/** Where a formula's values come from. */
export interface ValueSource {
  readonly index: WorkbookIndex;
  readonly valueAt: (address: CellAddress) => CellValue;
}

/** The formula's value at a cell; undefined where it holds something beyond us. */
export function evaluateFormula(formula: string, home: CellAddress, source: ValueSource): CellValue | undefined {
  const read = readFormula(formula);
  if (read.kind === "unread") return undefined;
  try {
    const value = new Evaluation(home, source).scalar(read.root);
    return typeof value === "number" && !Number.isFinite(value) ? { error: "#NUM!" } : (value ?? 0);
  } catch (error) {
    if (error instanceof BeyondUs) return undefined;
    if (error instanceof ErrorValue) return { error: error.code };
    throw error;
  }
}

class Evaluation {
  constructor(
    private readonly home: CellAddress,
    private readonly source: ValueSource,
  ) {}

  scalar(node: FormulaNode): Scalar {
    const value = this.argument(node);
    if (!isGrid(value)) return value;
    if (value.length === 1 && value[0]!.length === 1) return value[0]![0]!;
    throw new BeyondUs("a rectangle where one value belongs");
  }

  private argument(node: FormulaNode): Argument {
    switch (node.kind) {
      case "number":
      case "text":
      case "boolean":
        return node.value;
      case "missing":
        return null;
      case "group":
        return this.argument(node.inner);
      case "reference":
      case "name":
      case "structured":
        return this.grid(node);
      case "error":
        throw new ErrorValue(node.code);
      case "unary":
        return node.operator === "-" ? -asNumber(this.scalar(node.operand)) : this.argument(node.operand);
      case "postfix":
        if (node.operator === "#") throw new BeyondUs("a spilled range");
        return asNumber(this.scalar(node.operand)) / 100;
      case "binary":
        return this.binary(node);
      case "call":
        return this.call(node);
      default:
        throw new BeyondUs(node.kind);
    }
  }

  private grid(node: FormulaNode): Argument {
    const reference = referencesOf({ kind: "read", root: node, trail: "" }, this.home.sheet)[0];
    const ranges = reference === undefined ? [] : this.source.index.rangesOf(reference, this.home);
    const [range] = ranges;
    if (range === undefined || ranges.length > 1) throw new BeyondUs("what is not one rectangle");
    return this.valuesOf(range);
  }

  private valuesOf(range: CellRange): Scalar[][] {
    const rows = range.endRow0 - range.startRow0 + 1;
    const columns = range.endColumn0 - range.startColumn0 + 1;
    if (rows * columns > mostCells) throw new BeyondUs("too large a range");
    return Array.from({ length: rows }, (_r, row) =>
      Array.from({ length: columns }, (_c, column) => {
        const rowIndex0 = range.startRow0 + row;
        const value = this.source.valueAt({ sheet: range.sheet, rowIndex0, columnIndex0: range.startColumn0 + column });
        if (typeof value === "object" && value !== null) throw new ErrorValue(value.error);
        return value;
      }),
    );
  }

  private binary(node: FormulaNodeOf<"binary">): Scalar {
    const [a, b] = [this.scalar(node.left), this.scalar(node.right)];
    switch (node.operator) {
      case "+":
        return asNumber(a) + asNumber(b);
      case "-":
        return asNumber(a) - asNumber(b);
      case "*":
        return asNumber(a) * asNumber(b);
      case "/":
        if (asNumber(b) === 0) throw new ErrorValue("#DIV/0!");
        return asNumber(a) / asNumber(b);
      case "^":
        return asNumber(a) ** asNumber(b);
      case "&":
        return `${a ?? ""}${b ?? ""}`;
      case "=":
        return compared(a, b) === 0;
      case "<>":
        return compared(a, b) !== 0;
      case "<":
        return compared(a, b) < 0;
      case ">":
        return compared(a, b) > 0;
      case "<=":
        return compared(a, b) <= 0;
      case ">=":
        return compared(a, b) >= 0;
      default:
        throw new BeyondUs(node.operator);
    }
  }

  private call({ name, args }: FormulaNodeOf<"call">): Argument {
    if (name === "IF") {
      const chosen = asNumber(this.scalar(args[0]!)) !== 0 ? args[1] : args[2];
      return chosen === undefined ? false : this.scalar(chosen);
    }
    if (name === "IFERROR") {
      try {
        return this.scalar(args[0]!);
      } catch (error) {
        if (error instanceof ErrorValue) return args[1] === undefined ? 0 : this.scalar(args[1]);
        throw error;
      }
    }
    const known = functions[name];
    if (known === undefined) throw new BeyondUs(name);
    return known(args.map((argument) => this.argument(argument)));
  }
}

/** Numbers before words; a blank is nought beside a number and no text beside words. */
function compared(a: Scalar, b: Scalar): number {
  if (typeof a === "string" || typeof b === "string") {
    if (typeof a === "number" || typeof b === "number") return typeof a === "number" ? -1 : 1;
    return String(a ?? "")
      .toLowerCase()
      .localeCompare(String(b ?? "").toLowerCase());
  }
  return asNumber(a) - asNumber(b);
}
