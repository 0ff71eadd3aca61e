import { type CellAddress } from "../contracts/model-map";
import { type CellRange } from "../contracts/workbook-snapshot";
import { type FormulaNode } from "./formula";
import { type WorkbookIndex } from "./index-workbook";
import { withoutBrackets } from "./without-brackets";

export interface SumTerms {
  readonly terms: readonly { readonly address: CellAddress; readonly sign: 1 | -1 }[];
  /** False where the formula does more than add and take away. */
  readonly exact: boolean;
}

/** What a formula and all its copies add and take away. */
interface SignedReferences {
  readonly references: readonly { readonly node: FormulaNode; readonly sign: 1 | -1 }[];
  readonly exact: boolean;
}

/** Wrapped around a sum, these leave its meaning. */
const transparent: ReadonlySet<string> = new Set(["SUM", "ROUND", "IFERROR", "IFNA", "N", "SUBTOTAL"]);
const mostCellsOfRange = 120;
const nothing: SumTerms = { terms: [], exact: true };

/** What the cell's own formula adds and takes away, cell by cell; blanks of a range left out. */
export function sumTermsOf(index: WorkbookIndex, home: CellAddress): SumTerms {
  const formula = index.formulaAt(home);
  if (formula === null) return nothing;
  if (formula.kind !== "read") return { terms: [], exact: false };
  const signed = signedReferences(formula.root);
  let { exact } = signed;
  const terms: { address: CellAddress; sign: 1 | -1 }[] = [];
  for (const { node, sign } of signed.references) {
    for (const range of rangesOfNode(index, home, node)) {
      const sheet = index.sheetNamed(range.sheet);
      let cells = 0;
      for (const cell of index.cellsIn(range)) {
        if ((cells += 1) > mostCellsOfRange) break;
        const isWords = typeof cell.value === "string" && cell.formula === null;
        if (!isWords) terms.push({ address: sheet!.addressAt(cell.rowIndex0, cell.columnIndex0), sign });
      }
      if (cells > mostCellsOfRange) exact = false;
    }
  }
  return { terms, exact };
}

const known = new WeakMap<FormulaNode, SignedReferences>();

function signedReferences(root: FormulaNode): SignedReferences {
  let signed = known.get(root);
  if (signed === undefined) known.set(root, (signed = takeApart(root)));
  return signed;
}

function takeApart(root: FormulaNode): SignedReferences {
  const references: { node: FormulaNode; sign: 1 | -1 }[] = [];
  let exact = true;
  const waiting: { node: FormulaNode; sign: 1 | -1 }[] = [{ node: root, sign: 1 }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const node = withoutBrackets(next.node);
    const { sign } = next;
    const flipped = sign === 1 ? -1 : 1;
    if (node.kind === "reference") references.push({ node, sign });
    else if (node.kind === "number") continue;
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
  return { references, exact };
}

function rangesOfNode(index: WorkbookIndex, home: CellAddress, node: FormulaNode): readonly CellRange[] {
  const reference = index.referencesAt(home).find((candidate) => candidate.node === node);
  return reference === undefined ? [] : index.rangesOf(reference, home);
}

function isMinusOne(node: FormulaNode): boolean {
  const inner = withoutBrackets(node);
  return inner.kind === "unary" && inner.operator === "-" && isOne(inner.operand);
}

function isOne(node: FormulaNode): boolean {
  const inner = withoutBrackets(node);
  return inner.kind === "number" && inner.value === 1;
}
