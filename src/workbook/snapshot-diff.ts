import { type CellAddress } from "../contracts/model-map";
import { type Cell, type CellValue, type SheetSnapshot, type WorkbookSnapshot } from "../contracts/workbook-snapshot";
import { cellKey } from "./cell-key";

export interface CellChange {
  readonly cell: CellAddress;
  readonly kind: "added" | "removed" | "value" | "formula";
}

export interface SnapshotDiff {
  readonly addedSheets: readonly string[];
  readonly removedSheets: readonly string[];
  /** On sheets both have, row by row. A new formula counts as `formula`, whatever it gives. */
  readonly changes: readonly CellChange[];
}

/** Which cells differ between two readings of a workbook, by place; formats do not count. */
export function diffSnapshots(before: WorkbookSnapshot, after: WorkbookSnapshot): SnapshotDiff {
  const old = new Map(before.sheets.map((sheet) => [sheet.name, sheet]));
  const current = new Set(after.sheets.map((sheet) => sheet.name));
  if (before.fingerprint === after.fingerprint) return { addedSheets: [], removedSheets: [], changes: [] };
  return {
    addedSheets: after.sheets.filter((sheet) => !old.has(sheet.name)).map((sheet) => sheet.name),
    removedSheets: before.sheets.filter((sheet) => !current.has(sheet.name)).map((sheet) => sheet.name),
    changes: after.sheets.flatMap((sheet) => {
      const earlier = old.get(sheet.name);
      return earlier === undefined ? [] : diffSheets(earlier, sheet);
    }),
  };
}

function diffSheets(before: SheetSnapshot, after: SheetSnapshot): CellChange[] {
  const old = new Map(before.cells.map((cell) => [cellKey(cell.rowIndex0, cell.columnIndex0), cell]));
  const changes: CellChange[] = [];
  const note = (cell: Cell, kind: CellChange["kind"]) =>
    changes.push({ cell: { sheet: after.name, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 }, kind });
  for (const cell of after.cells) {
    const key = cellKey(cell.rowIndex0, cell.columnIndex0);
    const earlier = old.get(key);
    old.delete(key);
    if (earlier === undefined) note(cell, "added");
    else if (earlier.formula !== cell.formula) note(cell, "formula");
    else if (!sameValue(earlier.value, cell.value)) note(cell, "value");
  }
  for (const cell of old.values()) note(cell, "removed");
  return changes.sort((a, b) => a.cell.rowIndex0 - b.cell.rowIndex0 || a.cell.columnIndex0 - b.cell.columnIndex0);
}

function sameValue(a: CellValue, b: CellValue): boolean {
  if (typeof a === "object" && typeof b === "object") return a?.error === b?.error;
  return a === b;
}
