import { type CellAddress } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";
import { oncePerReview } from "../once-per-review";
import { nameOf } from "./cell-name";
import { linkOf } from "./formula-shape";
import { labelledRows } from "./labelled-rows";

/** Cells of one row that do nothing but carry over those of another, each with its name. */
export interface LabelledLink {
  readonly label: string;
  readonly cells: readonly CellAddress[];
  /** What the first of them reads. */
  readonly target: CellAddress;
  readonly targetLabel: string;
  /** The row calculates nothing beside: no period in which it is more than a link. */
  readonly isWholeRow: boolean;
}

/** Every row or value that is a plain link to another named row or value, whether or not the model found an axis over it. */
export const labelledLinks = oncePerReview((context): readonly LabelledLink[] => layOut(context));

function layOut(context: AuditContext): LabelledLink[] {
  const links: LabelledLink[] = [];
  for (const row of labelledRows(context)) {
    const byTarget = new Map<string, { cells: CellAddress[]; target: CellAddress; label: string }>();
    for (const { address, cell } of row.cells) {
      if (cell.formula === null) continue;
      const target = linkOf(context, address)?.target;
      if (target === undefined || (target.sheet === address.sheet && target.rowIndex0 === address.rowIndex0)) continue;
      const key = `${target.sheet}!${target.rowIndex0}`;
      const known = byTarget.get(key);
      if (known === undefined) {
        const label = nameOf(context, address)?.label ?? row.label;
        byTarget.set(key, { cells: [address], target, label });
      } else known.cells.push(address);
    }
    const formulas = row.cells.filter(({ cell }) => cell.formula !== null).length;
    for (const { cells, target, label } of byTarget.values()) {
      const targetLabel = nameOf(context, target)?.label ?? null;
      if (targetLabel !== null)
        links.push({ label, cells, target, targetLabel, isWholeRow: cells.length === formulas });
    }
  }
  return links;
}
