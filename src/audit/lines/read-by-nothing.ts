import { type CellAddress } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";

/** Whether no formula reads the cell, nor one whose reads show only when it is calculated. */
export function isReadByNothing(context: AuditContext, cell: CellAddress): boolean {
  return context.index.dependentsOf(cell).length === 0 && !context.index.mayBeReadUnseen(cell);
}
