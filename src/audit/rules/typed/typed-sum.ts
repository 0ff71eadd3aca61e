import { type CellAddress } from "../../../contracts/model-map";
import { type FormulaNode } from "../../../workbook/formula";
import { walkFormula } from "../../../workbook/walk-formula";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called } from "../../lines/cell-name";
import { coverCells } from "../../lines/cover-cells";

import { listed, literal, number, say } from "../../wording/say";
import { groupBy } from "../../../workbook/group-by";
import { withoutBrackets } from "../../../workbook/without-brackets";

/** Scales, months and days: to write a figure so says how it is measured. */
const scales: ReadonlySet<number> = new Set([
  1, 2, 3, 4, 5, 7, 10, 12, 24, 30, 52, 60, 100, 360, 365, 1000, 1e4, 1e5, 1e6, 1e7, 1e9,
]);

/** A sheet of figures taken over from filings: there the sum is the way back to the source. */
const ofFigures = /\b(?:comps|comparables|peers?|data|raw|source|filings?)\b/iu;

interface TypedSum {
  readonly address: CellAddress;
  readonly written: string;
}

/** The numbers of a formula that is made of nothing else; none for any other formula. */
function numbersOf(root: FormulaNode): number[] {
  const numbers: number[] = [];
  for (const node of walkFormula(root)) {
    if (node.kind === "number") numbers.push(Math.abs(node.value));
    else if (node.kind !== "binary" && node.kind !== "group" && node.kind !== "unary") return [];
    else if (node.kind === "binary" && !"+-*/".includes(node.operator)) return [];
  }
  return numbers;
}

function findSums(context: AuditContext): TypedSum[] {
  const found: TypedSum[] = [];
  for (const { sheet, cell } of context.index.formulaCells()) {
    if (ofFigures.test(sheet.replace(/_/gu, " "))) continue;
    if (/[A-Z_(!]{2}|\$/iu.test(cell.formula!) || typeof cell.value !== "number") continue;
    const address = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
    const formula = context.index.formulaAt(address);
    if (formula?.kind !== "read" || withoutBrackets(formula.root).kind !== "binary") continue;
    const numbers = numbersOf(formula.root);
    /** A share of small whole numbers ("3/4") is one figure, not two. */
    const figures = numbers.filter((value) => !scales.has(value) && (value >= 20 || !Number.isInteger(value)));
    if (figures.length >= 2) found.push({ address, written: cell.formula!.replace(/^=\s*\+?/u, "") });
  }
  return found;
}

function draft(context: AuditContext, found: readonly TypedSum[]): FindingDraft {
  const one = found.length === 1;
  const { sheet } = found[0]!.address;
  return {
    severity: "low",
    confidence: 0.8,
    sheet,
    ranges: coverCells(found.map(({ address }) => address)),
    title: one ? "A formula is made of typed numbers" : "Formulas are made of typed numbers",
    comment: say`${listed(
      found.map(
        ({ address, written }) =>
          say`${called(context, address)} is ${number(context, address)} from ${literal(context.numberAt(address)!, written, address)}`,
      ),
      3,
    )}. What the parts are and where they come from cannot be seen, and where the workbook holds them, a change there does not arrive here. Give each part a labelled cell with its source.`,
    nature: "slip",
    meaning: `sums/${found
      .map(({ written }) => written)
      .slice(0, 6)
      .join("/")}`,
    aside: say`It is made of typed numbers only.`,
  };
}

/** Figures worked out within one cell of numbers nobody can trace. */
export const typedSum: AuditRule = {
  id: "typed-sum",
  find(context) {
    const bySheet = groupBy(findSums(context), (one) => one.address.sheet);
    return [...bySheet.values()].map((found) => draft(context, found));
  },
};
