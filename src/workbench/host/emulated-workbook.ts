import {
  type CellValue,
  type DefinedName,
  type SheetVisibility,
  type WorkbookSnapshot,
} from "../../contracts/workbook-snapshot";
import { formatRange, parseRange, type RangePosition } from "../../workbook/address";
import { fingerprintOf } from "../../workbook/fingerprint";
import { HostError } from "./host-error";

export interface HostCell {
  value: CellValue;
  formula: string | null;
  numberFormat: string | null;
  readonly indent?: number;
  readonly bold?: boolean;
}

export interface HostTable {
  readonly id: string;
  name: string;
  readonly sheetId: string;
  readonly position: RangePosition;
  readonly columns: readonly string[];
}

export interface HostName {
  readonly name: string;
  formula: string;
  readonly sheetId: string | null;
}

export interface HostComment {
  readonly id: string;
  readonly sheetId: string;
  readonly position: RangePosition;
  content: string;
}

/** A sheet's cells by row, then column: a used range of a block asks only the block's rows. */
export class HostSheet {
  readonly rows = new Map<number, Map<number, HostCell>>();
  hiddenRows = new Set<number>();
  hiddenColumns = new Set<number>();

  constructor(
    readonly id: string,
    public name: string,
    public visibility: SheetVisibility,
  ) {}

  cellAt(rowIndex0: number, columnIndex0: number): HostCell | undefined {
    return this.rows.get(rowIndex0)?.get(columnIndex0);
  }

  put(rowIndex0: number, columnIndex0: number, cell: HostCell | null): void {
    const row = this.rows.get(rowIndex0);
    if (cell !== null) {
      if (row === undefined) this.rows.set(rowIndex0, new Map([[columnIndex0, cell]]));
      else row.set(columnIndex0, cell);
      return;
    }
    row?.delete(columnIndex0);
    if (row?.size === 0) this.rows.delete(rowIndex0);
  }

  /** The smallest rectangle that holds every filled cell of the area; null where it holds none. */
  usedRange(within: RangePosition): RangePosition | null {
    let [startRow0, startColumn0, endRow0, endColumn0] = [Infinity, Infinity, -1, -1];
    for (const [rowIndex0, row] of this.rowsWithin(within)) {
      for (const columnIndex0 of row.keys()) {
        if (columnIndex0 < within.startColumn0 || columnIndex0 > within.endColumn0) continue;
        startRow0 = Math.min(startRow0, rowIndex0);
        endRow0 = Math.max(endRow0, rowIndex0);
        startColumn0 = Math.min(startColumn0, columnIndex0);
        endColumn0 = Math.max(endColumn0, columnIndex0);
      }
    }
    return endRow0 === -1 ? null : { startRow0, startColumn0, endRow0, endColumn0 };
  }

  private *rowsWithin(area: RangePosition): Generator<[number, Map<number, HostCell>]> {
    if (area.endRow0 - area.startRow0 < this.rows.size) {
      for (let rowIndex0 = area.startRow0; rowIndex0 <= area.endRow0; rowIndex0++) {
        const row = this.rows.get(rowIndex0);
        if (row !== undefined) yield [rowIndex0, row];
      }
      return;
    }
    for (const entry of this.rows) if (entry[0] >= area.startRow0 && entry[0] <= area.endRow0) yield entry;
  }
}

/** The workbook the host holds; unlike a snapshot it can change, which is how tests prove that nothing did. */
export class EmulatedWorkbook {
  readonly name: string;
  readonly iterative: boolean | null;
  readonly sheets: HostSheet[];
  readonly names: HostName[];
  readonly tables: HostTable[];
  readonly comments: HostComment[] = [];
  private lastId = 0;

  constructor(snapshot: WorkbookSnapshot) {
    this.name = snapshot.name;
    this.iterative = snapshot.iterative;
    this.sheets = snapshot.sheets.map((sheet) => {
      const made = new HostSheet(this.nextId(), sheet.name, sheet.visibility);
      made.hiddenRows = new Set(sheet.hiddenRows);
      made.hiddenColumns = new Set(sheet.hiddenColumns);
      for (const { rowIndex0, columnIndex0, ...cell } of sheet.cells) made.put(rowIndex0, columnIndex0, cell);
      return made;
    });
    this.names = snapshot.names.map(({ name, formula, sheet }) => ({ name, formula, sheetId: this.idOfSheet(sheet) }));
    this.tables = snapshot.tables.flatMap((table) => {
      const sheetId = this.idOfSheet(table.sheet);
      const position = parseRange(table.range);
      if (sheetId === null || position === null) return [];
      return [{ id: this.nextId(), name: table.name, sheetId, position, columns: table.columns }];
    });
  }

  nextId(): string {
    return `{${String(++this.lastId).padStart(8, "0")}-0000-0000-0000-000000000000}`;
  }

  /** By id or, as people write it, by name in any case. */
  findSheet(idOrName: string): HostSheet | null {
    const wanted = idOrName.toLowerCase();
    return this.sheets.find((sheet) => sheet.id === idOrName || sheet.name.toLowerCase() === wanted) ?? null;
  }

  sheet(idOrName: string): HostSheet {
    const found = this.findSheet(idOrName);
    if (found === null) throw new HostError("ItemNotFound", `worksheet ${idOrName}`);
    return found;
  }

  toSnapshot(): WorkbookSnapshot {
    const sheets = this.sheets.map((sheet) => ({
      name: sheet.name,
      visibility: sheet.visibility,
      hiddenRows: [...sheet.hiddenRows].sort((a, b) => a - b),
      hiddenColumns: [...sheet.hiddenColumns].sort((a, b) => a - b),
      cells: [...sheet.rows]
        .sort(([a], [b]) => a - b)
        .flatMap(([rowIndex0, row]) =>
          [...row].sort(([a], [b]) => a - b).map(([columnIndex0, cell]) => ({ rowIndex0, columnIndex0, ...cell })),
        ),
    }));
    const names: DefinedName[] = this.names.map(({ name, formula, sheetId }) => ({
      name,
      formula,
      sheet: sheetId === null ? null : this.sheet(sheetId).name,
    }));
    const tables = this.tables.map(({ name, sheetId, position, columns }) => ({
      name,
      sheet: this.sheet(sheetId).name,
      range: formatRange(position),
      columns,
    }));
    return {
      name: this.name,
      sheets,
      names,
      tables,
      iterative: this.iterative,
      fingerprint: fingerprintOf({ sheets, names }),
    };
  }

  private idOfSheet(name: string | null): string | null {
    return name === null ? null : (this.findSheet(name)?.id ?? null);
  }
}
