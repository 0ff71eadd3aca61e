import { type CellAddress, type Period } from "../../contracts/model-map";
import { type FormulaNode } from "../../workbook/formula";
import { cellKey, type AuditContext } from "../audit-context";
import { bare, rangesOf } from "../lines/formula-shape";
import { stretchOf } from "./period-cells";

/** A cell that a sum takes up, and how often: 1 added, -1 taken away, 2 counted twice, 0 added and taken away again. */
export interface Part {
  readonly address: CellAddress;
  readonly factor: number;
}

export interface Composition {
  /** By cell key; every link and subtotal on the way, not only the last cells. */
  readonly parts: ReadonlyMap<string, Part>;
  /** False where some formula on the way does more than add and take away: then a cell not among the parts may still play a role. */
  readonly exact: boolean;
}

interface DirectTerms {
  readonly terms: readonly { readonly address: CellAddress; readonly sign: 1 | -1 }[];
  readonly exact: boolean;
}

/** Wrapped around a sum, these leave its meaning. */
const transparent: ReadonlySet<string> = new Set(["SUM", "ROUND", "IFERROR", "IFNA", "N", "SUBTOTAL"]);
const mostCellsOfRange = 120;
const mostParts = 600;
const nothing: DirectTerms = { terms: [], exact: true };

/** What the cell's own formula adds and takes away, cell by cell; blanks of a range left out. */
export function termsOf(context: AuditContext, home: CellAddress): DirectTerms {
  const formula = context.index.formulaAt(home);
  if (formula === null) return nothing;
  if (formula.kind !== "read") return { terms: [], exact: false };
  const terms: { address: CellAddress; sign: 1 | -1 }[] = [];
  let exact = true;
  const waiting: { node: FormulaNode; sign: 1 | -1 }[] = [{ node: formula.root, sign: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = bare(next.node);
    const { sign } = next;
    const flipped = sign === 1 ? -1 : 1;
    if (node.kind === "reference") {
      for (const range of rangesOf(context, home, node)) {
        let cells = 0;
        for (const cell of context.index.cellsIn(range)) {
          if ((cells += 1) > mostCellsOfRange) break;
          const isWords = typeof cell.value === "string" && cell.formula === null;
          if (!isWords)
            terms.push({
              address: { sheet: range.sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 },
              sign,
            });
        }
        if (cells > mostCellsOfRange) exact = false;
      }
    } else if (node.kind === "number") continue;
    else if (node.kind === "unary") waiting.push({ node: node.operand, sign: node.operator === "-" ? flipped : sign });
    else if (node.kind === "binary" && (node.operator === "+" || node.operator === "-"))
      waiting.push({ node: node.left, sign }, { node: node.right, sign: node.operator === "-" ? flipped : sign });
    else if (node.kind === "binary" && node.operator === "*" && isMinusOne(node.left))
      waiting.push({ node: node.right, sign: flipped });
    else if (node.kind === "binary" && node.operator === "*" && isMinusOne(node.right))
      waiting.push({ node: node.left, sign: flipped });
    else if (node.kind === "call" && transparent.has(node.name)) {
      const args =
        node.name === "SUM" ? node.args : node.name === "SUBTOTAL" ? node.args.slice(1) : node.args.slice(0, 1);
      for (const arg of args) waiting.push({ node: arg, sign });
    } else exact = false;
  }
  return { terms, exact };
}

function isMinusOne(node: FormulaNode): boolean {
  const inner = bare(node);
  return inner.kind === "unary" && inner.operator === "-" && isOne(inner.operand);
}

function isOne(node: FormulaNode): boolean {
  const inner = bare(node);
  return inner.kind === "number" && inner.value === 1;
}

/** True where the cell stands in another period than the total: a roll-forward is not followed into the past. */
function isElsewhen(context: AuditContext, home: CellAddress, here: Period | null, address: CellAddress): boolean {
  const there = here === null ? null : context.periodAt(address);
  if (here === null || there === null || here === there) return false;
  if (home.sheet === address.sheet && here.index0 === there.index0) return false;
  const [a, b] = [stretchOf(here), stretchOf(there)];
  return a === null || b === null || a !== b;
}

const known = new WeakMap<AuditContext, Map<string, Composition>>();

/** Every cell that ends up in a total by adding and taking away alone, through links and subtotals of the total's own period. */
export function compositionOf(context: AuditContext, total: CellAddress): Composition {
  let ofContext = known.get(context);
  if (ofContext === undefined) known.set(context, (ofContext = new Map<string, Composition>()));
  const key = cellKey(total);
  let composition = ofContext.get(key);
  if (composition === undefined) ofContext.set(key, (composition = takeApart(context, total)));
  return composition;
}

/** The way down to a cell, to notice a circle without copying sets. */
interface Way {
  readonly key: string;
  readonly up: Way | null;
}

function leadsThrough(way: Way | null, key: string): boolean {
  for (let step = way; step !== null; step = step.up) if (step.key === key) return true;
  return false;
}

function takeApart(context: AuditContext, total: CellAddress): Composition {
  const parts = new Map<string, Part>();
  let exact = true;
  let steps = 0;
  const here = context.periodAt(total);
  const waiting: { address: CellAddress; factor: number; way: Way }[] = [
    { address: total, factor: 1, way: { key: cellKey(total), up: null } },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { address, factor, way } = next;
    const direct = termsOf(context, address);
    if (!direct.exact) exact = false;
    for (const term of direct.terms) {
      const key = cellKey(term.address);
      if ((steps += 1) > mostParts) return { parts, exact: false };
      const counted = factor * term.sign;
      parts.set(key, { address: term.address, factor: (parts.get(key)?.factor ?? 0) + counted });
      if (leadsThrough(way, key)) exact = false;
      else if (context.index.formulaAt(term.address) !== null && !isElsewhen(context, total, here, term.address))
        waiting.push({ address: term.address, factor: counted, way: { key, up: way } });
    }
  }
  return { parts, exact };
}
