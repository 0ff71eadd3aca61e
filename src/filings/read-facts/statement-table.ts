import { type FilingTable, type Passage } from "../../contracts/document";
import { type TablePeriods } from "../tables/table-periods";
import { type PrimaryStatement } from "./tell-statement";

/** A table that is a primary statement of the whole company, with what tells the days of its columns. */
export interface StatementTable {
  /** With the units that hold for it, its own or those all statements share. */
  readonly table: FilingTable;
  readonly passage: Passage;
  readonly statement: PrimaryStatement;
  readonly periods: TablePeriods;
  /** ISO code; null where nothing says it for sure. */
  readonly currency: string | null;
}
