import { type CellAddress } from "../../../contracts/model-map";
import { groupBy } from "../../../workbook/group-by";
import { walkFormula } from "../../../workbook/walk-formula";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { called } from "../../lines/cell-name";
import { cellOf } from "../../lines/formula-shape";
import { labelledRows } from "../../lines/labelled-rows";
import { number, place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

/** A rate by its name. */
const rate =
  /\b(?:growth|inflation|tax rate|tax|wacc|discount rate|cost of (?:equity|debt|capital)|escalation|churn|interest rate|yield|haircut|premium|margin)\b|%/iu;
/** A whole percentage: below it a fraction may be meant, above it no rate is. */
const [lowest, highest] = [1.5, 100];

interface Used {
  readonly cell: CellAddress;
  readonly by: CellAddress;
}

/** A formula that grows, discounts or takes off by the cell as if it were a fraction: 1 + cell, 1 - cell. */
function usedAsFraction(context: AuditContext, cell: CellAddress): CellAddress | null {
  for (const by of context.index.dependentsOf(cell)) {
    const formula = context.index.formulaAt(by);
    if (formula?.kind !== "read") continue;
    for (const node of walkFormula(formula.root)) {
      if (node.kind !== "binary" || (node.operator !== "+" && node.operator !== "-")) continue;
      const [one, other] = [withoutBrackets(node.left), withoutBrackets(node.right)];
      if (one.kind !== "number" || one.value !== 1 || other.kind !== "reference") continue;
      const read = cellOf(context, by, other);
      const isIt =
        read?.sheet === cell.sheet && read.rowIndex0 === cell.rowIndex0 && read.columnIndex0 === cell.columnIndex0;
      if (isIt) return by;
    }
  }
  return null;
}

function draft(context: AuditContext, found: readonly Used[]): FindingDraft {
  const { cell, by } = found[0]!;
  return {
    severity: "high",
    confidence: 0.9,
    sheet: cell.sheet,
    ranges: coverCells(found.map((one) => one.cell)),
    title: "A percentage is typed as a whole number and used as a fraction",
    comment: say`${called(context, cell)} is typed as ${number(context, cell)}, and ${called(context, by)} at ${place(by)} adds it to one or takes it off as a fraction. So it works as so many hundred percent, and what it drives is out by orders of magnitude. Type it as a percentage, or divide by a hundred where it is used.`,
    nature: "slip",
    meaning: found.map((one) => `${one.cell.sheet}/${context.meaningAt(one.cell)?.id ?? ""}`).join(),
    alsoRead: [by],
  };
}

/** Rates typed as 12 for 12 % that a formula takes for a fraction. */
export const percentScale: AuditRule = {
  id: "percent-scale",
  find(context) {
    const found = labelledRows(context).flatMap((row) =>
      rate.test(row.label)
        ? row.cells.flatMap(({ address, cell }): Used[] => {
            const { value, formula } = cell;
            if (formula !== null || typeof value !== "number" || value < lowest || value > highest) return [];
            const by = usedAsFraction(context, address);
            return by === null ? [] : [{ cell: address, by }];
          })
        : [],
    );
    return [...groupBy(found, ({ cell }) => `${cell.sheet}!${cell.rowIndex0}`).values()].map((used) =>
      draft(context, used),
    );
  },
};
