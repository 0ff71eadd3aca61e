import { type CellAddress } from "../../contracts/model-map";
import { cellKey, type AuditContext, type Meaning } from "../audit-context";
import { linkOf } from "../lines/formula-shape";

/** Chains of links are short; a longer one is a circle. */
const mostHops = 20;

/** Where a bare link leads in the end; the cell itself where it is none. */
export function rootOf(context: AuditContext, cell: CellAddress): CellAddress {
  let root = cell;
  for (let hop = 0; hop < mostHops; hop++) {
    const next = linkOf(context, root)?.target;
    if (next === undefined) break;
    root = next;
  }
  return root;
}

/** The cell of the proposed row or value beside the one that is read. */
export function cellInstead(read: CellAddress, right: Meaning): CellAddress {
  if ("cell" in right) return right.cell;
  const { startRow0, endRow0, startColumn0 } = right.range;
  return startRow0 === endRow0 ? { ...read, rowIndex0: startRow0 } : { ...read, columnIndex0: startColumn0 };
}

/** Sheets made after one pattern each keep their own figures: stores, cases, versions of one model. */
function areAlike(context: AuditContext, a: string, b: string): boolean {
  return a !== b && context.model.alikeSheets.some((sheets) => sheets.includes(a) && sheets.includes(b));
}

/** Whether the cells can be linked to a target: none is built on them, and it stands on no copy of their sheet. */
export function isSafeTarget(
  context: AuditContext,
  cells: readonly CellAddress[],
  targets: readonly CellAddress[],
): boolean {
  const own = new Set(cells.map(cellKey));
  if (targets.some((target) => cells.some(({ sheet }) => areAlike(context, sheet, target.sheet)))) return false;
  if (targets.some((target) => own.has(cellKey(target)) || own.has(cellKey(rootOf(context, target))))) return false;
  const built = new Set(context.index.allDependents(cells).map(cellKey));
  return !targets.some((target) => built.has(cellKey(target)));
}
