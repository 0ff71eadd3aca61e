import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { calls } from "../../lines/formula-shape";
import { calledAt, meaningOf, titleName } from "../../lines/name-cell";
import { place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

const handlers: ReadonlySet<string> = new Set(["IFERROR", "ISERROR", "ISERR", "AGGREGATE"]);
const mostCellsRead = 200;

/** A cell with an error that the formula reads. */
function errorRead(context: AuditContext, address: CellAddress): CellAddress | null {
  let seen = 0;
  for (const range of context.index.precedentsOf(address)) {
    for (const { value, rowIndex0, columnIndex0 } of context.index.cellsIn(range)) {
      if (++seen > mostCellsRead) return null;
      if (typeof value === "object" && value !== null && value.error !== "#N/A")
        return { sheet: range.sheet, rowIndex0, columnIndex0 };
    }
  }
  return null;
}

interface Masked {
  readonly address: CellAddress;
  readonly error: CellAddress;
}

function draft(context: AuditContext, found: readonly Masked[]): FindingDraft {
  const { address, error } = found[0]!;
  const ranges = coverCells(found.map((one) => one.address));
  return {
    severity: "medium",
    confidence: 0.85,
    sheet: address.sheet,
    ranges,
    title: `${titleName(context, address)} hides an error that stands in the model`,
    comment: say`${calledAt(context, address, ranges[0])} shows a value although ${place(error)}, which it reads, is an error: the formula replaces errors by a value of its own. What builds on it looks sound and is not. Mend the error, and let the formula catch only the case it was meant for.`,
    nature: "slip",
    meaning: meaningOf(context, address),
    alsoRead: [error],
  };
}

/** An IFERROR that covers an error standing in the model now. */
export const maskedError: AuditRule = {
  id: "masked-error",
  find(context) {
    const byRow = new Map<string, Masked[]>();
    for (const { sheet, cell } of context.index.formulaCells()) {
      if (!/IFERROR|ISERR/iu.test(cell.formula!) || typeof cell.value !== "number") continue;
      const address = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
      const formula = context.index.formulaAt(address);
      const error = formula?.kind === "read" && calls(formula.root, handlers) ? errorRead(context, address) : null;
      if (error === null) continue;
      const key = `${sheet}/${cell.rowIndex0}`;
      addTo(byRow, key, { address, error });
    }
    return [...byRow.values()].map((found) => draft(context, found));
  },
};
