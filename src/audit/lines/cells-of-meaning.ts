import { type CellAddress } from "../../contracts/model-map";
import { type AuditContext, type Meaning } from "../audit-context";

/** The cells of a row that are its own, or the one cell of a value. */
export function cellsOfMeaning(context: AuditContext, meaning: Meaning): CellAddress[] {
  if (!("range" in meaning)) return [meaning.cell];
  return context.ownSeriesOf(meaning).map((entry) => entry.address);
}
