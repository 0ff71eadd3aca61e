import { type CellAddress } from "../../contracts/model-map";
import { type FormulaNode } from "../../workbook/formula";
import { type AuditContext } from "../audit-context";
import { cellOf, linkOf } from "../lines/formula-shape";
import { withoutBrackets } from "../../workbook/without-brackets";

/** What a formula multiplies and divides, as far as it is a plain product of cells, averages of two cells and numbers. */
export interface Factors {
  /** One entry a factor; two cells where it is the average of both. */
  readonly over: readonly (readonly CellAddress[])[];
  readonly under: readonly (readonly CellAddress[])[];
  /** Numbers typed among the factors, their signs left out: 365, 12. */
  readonly typed: readonly number[];
}

/** The factors of a cell's formula; null where it is anything else than a product. */
export function factorsOf(context: AuditContext, home: CellAddress): Factors | null {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return null;
  const over: (readonly CellAddress[])[] = [];
  const under: (readonly CellAddress[])[] = [];
  const typed: number[] = [];
  const waiting: { node: FormulaNode; isOver: boolean }[] = [{ node: formula.root, isOver: true }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { isOver } = next;
    const node = withoutBrackets(next.node);
    if (node.kind === "number") typed.push(Math.abs(node.value));
    else if (node.kind === "unary") waiting.push({ node: node.operand, isOver });
    else if (node.kind === "binary" && (node.operator === "*" || node.operator === "/"))
      waiting.push({ node: node.left, isOver }, { node: node.right, isOver: node.operator === "*" ? isOver : !isOver });
    else if (node.kind === "call" && (node.name === "IFERROR" || node.name === "ABS") && node.args[0] !== undefined)
      waiting.push({ node: node.args[0], isOver });
    else {
      const cells = cellsOfFactor(context, home, node);
      if (cells === null) return null;
      (isOver ? over : under).push(cells);
    }
  }
  return { over, under, typed: typed.filter((value) => value !== 1) };
}

function cellsOfFactor(context: AuditContext, home: CellAddress, node: FormulaNode): CellAddress[] | null {
  if (node.kind === "reference") {
    const cell = cellOf(context, home, node);
    return cell === null ? null : [cell];
  }
  if (node.kind !== "call" || node.name !== "AVERAGE") return null;
  const [first, second] = node.args.map((arg) => cellOf(context, home, arg));
  return node.args.length === 2 && first && second ? [first, second] : null;
}

const mostLinks = 6;

/** Where a chain of plain links begins: the cell that calculates or holds the figure. */
export function sourceOf(context: AuditContext, address: CellAddress): CellAddress {
  let cell = address;
  for (let links = 0; links < mostLinks; links++) {
    const link = linkOf(context, cell);
    if (link === null) return cell;
    cell = link.target;
  }
  return cell;
}
