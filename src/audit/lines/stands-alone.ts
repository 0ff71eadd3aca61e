import { type CellAddress } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";

/** Whether a figure is no member of a series: off every axis, or the one figure of a row that happens to stand under one. */
export function standsAlone(context: AuditContext, cell: CellAddress): boolean {
  const item = context.itemAt(cell);
  if (item === null) return true;
  let figures = 0;
  for (const entry of context.ownSeriesOf(item)) if (typeof entry.cell?.value === "number") figures += 1;
  return figures <= 1;
}
