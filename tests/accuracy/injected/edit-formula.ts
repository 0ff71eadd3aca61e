import { type CellAddress } from "../../../src/contracts/model-map";
import { type FormulaNode, type FormulaNodeOf, type ReadFormula } from "../../../src/workbook/formula";
import { type WorkbookIndex } from "../../../src/workbook/index-workbook";
import { printFormula } from "../../../src/workbook/print-formula";
import { readFormula } from "../../../src/workbook/read-formula";
import { walkFormula } from "../../../src/workbook/walk-formula";
import { stepped } from "./formula-runs";

type Read = Extract<ReadFormula, { kind: "read" }>;
export type ReferenceNode = FormulaNodeOf<"reference">;

export function readAt(index: WorkbookIndex, cell: CellAddress): Read | null {
  const formula = index.cellAt(cell.sheet, cell.rowIndex0, cell.columnIndex0)?.formula ?? null;
  const read = formula === null ? null : readFormula(formula);
  return read?.kind === "read" ? read : null;
}

/** The parts of a cell's formula; copies of one formula have theirs in the same order. */
export function partsAt(index: WorkbookIndex, cell: CellAddress): FormulaNode[] {
  const read = readAt(index, cell);
  return read === null ? [] : [...walkFormula(read.root)];
}

/** The cell's formula with one of its parts exchanged. */
export function withPart(
  index: WorkbookIndex,
  cell: CellAddress,
  ordinal: number,
  edit: (part: FormulaNode) => FormulaNode | null,
): string | null {
  const read = readAt(index, cell);
  const part = read === null ? undefined : [...walkFormula(read.root)][ordinal];
  const edited = part === undefined ? null : edit(part);
  return read === null || edited === null ? null : printFormula({ ...read, root: exchange(read.root, part!, edited) });
}

function exchange(node: FormulaNode, part: FormulaNode, by: FormulaNode): FormulaNode {
  if (node === part) return by;
  const inside = (one: FormulaNode) => exchange(one, part, by);
  switch (node.kind) {
    case "call":
      return { ...node, args: node.args.map(inside) };
    case "apply":
      return { ...node, target: inside(node.target), args: node.args.map(inside) };
    case "unary":
    case "postfix":
      return { ...node, operand: inside(node.operand) };
    case "binary":
      return { ...node, left: inside(node.left), right: inside(node.right) };
    case "group":
      return { ...node, inner: inside(node.inner) };
    default:
      return node;
  }
}

/** The cell a part points at; null for ranges, other workbooks and anything else. */
export function targetOf(part: FormulaNode, home: CellAddress): CellAddress | null {
  if (part.kind !== "reference" || part.shape !== "cell") return null;
  const { qualifier, start } = part;
  if (qualifier !== null && (qualifier.book !== null || qualifier.lastSheet !== null)) return null;
  return { sheet: qualifier?.sheet ?? home.sheet, rowIndex0: start.rowIndex0, columnIndex0: start.columnIndex0 };
}

/** The reference moved along a row (or column) by so many cells, whether or not it carries a dollar sign. */
export function movedAlong(node: ReferenceNode, along: "row" | "column", steps: number): ReferenceNode {
  const corner = (one: ReferenceNode["start"]) => ({
    ...one,
    ...placeOf(stepped({ sheet: "", ...one }, along, steps)),
  });
  return { ...node, start: corner(node.start), end: corner(node.end) };
}

function placeOf({ rowIndex0, columnIndex0 }: CellAddress) {
  return { rowIndex0: Math.max(0, rowIndex0), columnIndex0: Math.max(0, columnIndex0) };
}

/** Whether the reference follows when its formula is copied along. */
export function follows(node: ReferenceNode, along: "row" | "column"): boolean {
  return along === "row" ? !node.start.columnAbsolute : !node.start.rowAbsolute;
}

export function withoutAnchor(node: ReferenceNode, along: "row" | "column"): ReferenceNode {
  const free = along === "row" ? { columnAbsolute: false } : { rowAbsolute: false };
  return { ...node, start: { ...node.start, ...free }, end: { ...node.end, ...free } };
}

/** A formula that only shows another cell. */
export function isLink(index: WorkbookIndex, cell: CellAddress): boolean {
  const formula = index.cellAt(cell.sheet, cell.rowIndex0, cell.columnIndex0)?.formula ?? "";
  return /^=\s*\+?(?:[^()+*/-]+!|'[^']+'!)?\$?[A-Z]{1,3}\$?\d+$/iu.test(formula);
}
