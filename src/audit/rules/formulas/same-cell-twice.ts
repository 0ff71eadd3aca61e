import { type CellAddress } from "../../../contracts/model-map";
import { groupBy } from "../../../workbook/group-by";
import { walkFormula } from "../../../workbook/walk-formula";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { addendsOf } from "../../lines/algebra";
import { isSameCell } from "../../lines/cell-name";
import { coverCells } from "../../lines/cover-cells";
import { cellOf } from "../../lines/formula-shape";
import { calledAt, meaningOf, titleName } from "../../lines/name-cell";
import { shapeAt } from "../../lines/zones";
import { say } from "../../wording/say";

interface Twice {
  readonly cell: CellAddress;
  /** "added": counted twice; "cancelled": added and taken away; "ratio": divided by itself. */
  readonly how: "added" | "cancelled" | "ratio";
  /** The formula adds a cell to itself and nothing else: somebody may have meant to double it. */
  readonly isAlone?: boolean;
}

/** Among the terms of a sum the same cell comes in again. */
function amongTerms(context: AuditContext, home: CellAddress): Twice | null {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return null;
  const terms = addendsOf(formula.root).flatMap(({ node, sign }) => {
    const cell = cellOf(context, home, node);
    return cell === null ? [] : [{ cell, sign }];
  });
  const first = new Map<string, 1 | -1>();
  for (const { cell, sign } of terms) {
    const before = first.get(cellKey(cell));
    if (before === undefined) first.set(cellKey(cell), sign);
    else if (before !== sign) return { cell, how: "cancelled" };
    else return { cell, how: "added", isAlone: terms.length === 2 };
  }
  return null;
}

/** Anywhere in the formula: a cell less itself, or over itself. */
function againstItself(context: AuditContext, home: CellAddress): Twice | null {
  const formula = context.index.formulaAt(home);
  if (formula?.kind !== "read") return null;
  for (const node of walkFormula(formula.root)) {
    if (node.kind !== "binary" || (node.operator !== "-" && node.operator !== "/")) continue;
    const [left, right] = [cellOf(context, home, node.left), cellOf(context, home, node.right)];
    if (left !== null && isSameCell(left, right))
      return { cell: left, how: node.operator === "-" ? "cancelled" : "ratio" };
  }
  return null;
}

function draft(
  context: AuditContext,
  cells: readonly CellAddress[],
  { cell, how, isAlone = false }: Twice,
): FindingDraft {
  const home = cells[0]!;
  const ranges = coverCells(cells);
  const name = calledAt(context, cell);
  const what = {
    added: say`adds or takes away ${name} twice, so that it counts double`,
    cancelled: say`both adds ${name} and takes it away, so that it counts for nothing`,
    ratio: say`divides ${name} by itself, which is one whatever it holds`,
  };
  return {
    severity: isAlone ? "medium" : "high",
    confidence: isAlone ? 0.7 : 0.85,
    sheet: home.sheet,
    ranges,
    title: `${titleName(context, home)} reads ${titleName(context, cell)} twice`,
    comment: say`The formula of ${calledAt(context, home, ranges[0])} ${what[how]}. One of the two was most likely to be the line beside it. Put the right line there, or strike one.`,
    nature: "slip",
    meaning: `${meaningOf(context, home)}/${meaningOf(context, cell)}`,
    alsoRead: [cell],
  };
}

/** A formula that takes one cell up twice where the second was to be another. */
export const sameCellTwice: AuditRule = {
  id: "same-cell-twice",
  find(context) {
    const mayRepeat = context.index
      .formulaCells()
      .filter(({ cell }) => /(\b[A-Z]{1,3}\$?\d+\b).*[-+/].*\b\1\b/u.test(cell.formula!.replace(/\$(?=[A-Z])/gu, "")));
    const copies = groupBy(
      mayRepeat,
      ({ address }) => `${address.sheet}/${address.rowIndex0}/${shapeAt(context, address) ?? ""}`,
    );
    return [...copies.values()].flatMap((group) => {
      const cells = group.map(({ address }) => address);
      const twice = amongTerms(context, cells[0]!) ?? againstItself(context, cells[0]!);
      return twice === null ? [] : [draft(context, cells, twice)];
    });
  },
};
