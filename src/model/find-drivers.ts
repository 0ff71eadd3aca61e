import { type CellAddress } from "../contracts/model-map";
import { cellKey } from "../workbook/cell-key";
import { type WorkbookIndex } from "../workbook/index-workbook";

const mostDrivers = 8;
/** A walk backwards through a large model stops here: what is further away is no driver anyone would name. */
const mostCellsWalked = 20_000;

/** Typed numbers an output depends on, nearest first; `isDriver` says which of them the model names as assumptions. */
export function findDrivers(
  index: WorkbookIndex,
  output: CellAddress,
  isDriver: (address: CellAddress) => string | null,
): CellAddress[] {
  const drivers = new Map<string, CellAddress>();
  const seen = new Set<string>();
  let frontier: CellAddress[] = [output];
  let walked = 0;
  while (frontier.length > 0 && drivers.size < mostDrivers && walked < mostCellsWalked) {
    const next: CellAddress[] = [];
    for (const address of frontier) {
      for (const range of index.precedentsOf(address)) {
        for (const cell of index.cellsIn(range)) {
          const key = `${range.sheet}!${cellKey(cell.rowIndex0, cell.columnIndex0)}`;
          if (seen.has(key) || ++walked > mostCellsWalked) continue;
          seen.add(key);
          const precedent = { sheet: range.sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
          if (cell.formula !== null) next.push(precedent);
          else if (typeof cell.value === "number") {
            const group = isDriver(precedent);
            if (group !== null && !drivers.has(group)) drivers.set(group, precedent);
          }
        }
      }
    }
    frontier = next;
  }
  return [...drivers.values()].slice(0, mostDrivers);
}
