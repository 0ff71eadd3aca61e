import { type CellAddress } from "../../../contracts/model-map";
import { walkFormula } from "../../../workbook/walk-formula";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { calledAt, meaningOf, titleName } from "../../lines/name-cell";
import { cellOf } from "../../lines/formula-shape";
import { place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

/** What stands after two minus signs in a row: =C14--C15. */
function afterTwoMinuses(context: AuditContext, address: CellAddress): CellAddress | null {
  const formula = context.index.formulaAt(address);
  if (formula?.kind !== "read") return null;
  for (const node of walkFormula(formula.root)) {
    if (node.kind !== "binary" || node.operator !== "-" || node.right.kind !== "unary") continue;
    if (node.right.operator !== "-" || node.right.operand.kind !== "reference") continue;
    const cell = cellOf(context, address, node.right.operand);
    if (cell !== null) return cell;
  }
  return null;
}

function draft(context: AuditContext, cells: readonly { address: CellAddress; added: CellAddress }[]): FindingDraft {
  const { address, added } = cells[0]!;
  const ranges = coverCells(cells.map((cell) => cell.address));
  return {
    severity: "high",
    confidence: 0.85,
    sheet: address.sheet,
    ranges,
    title: `${titleName(context, address)} takes away a negative`,
    comment: say`The formula of ${calledAt(context, address, ranges[0])} holds two minus signs in a row, so that ${place(added)} is added where it reads as if it were taken away. Strike one of the two; if the amount is to be added, write a plus.`,
    nature: "slip",
    meaning: meaningOf(context, address),
  };
}

/** Two minus signs in a row, which add what was meant to be taken away. */
export const doubledMinus: AuditRule = {
  id: "doubled-minus",
  find(context) {
    const byFormula = new Map<string, { address: CellAddress; added: CellAddress }[]>();
    for (const { sheet, cell } of context.index.formulaCells()) {
      if (!/-\s*-/u.test(cell.formula!)) continue;
      const address = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
      const added = afterTwoMinuses(context, address);
      if (added === null) continue;
      const key = `${sheet}/${cell.rowIndex0}/${context.index.r1c1At(address) ?? ""}`;
      addTo(byFormula, key, { address, added });
    }
    return [...byFormula.values()].map((cells) => draft(context, cells));
  },
};
