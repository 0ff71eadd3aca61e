import { type CellAddress } from "../contracts/model-map";
import {
  type CellRange,
  type DefinedName,
  type TableSnapshot,
  type WorkbookSnapshot,
} from "../contracts/workbook-snapshot";
import { parseRange } from "./address";
import { type Corner, type ReadFormula, type StructuredReference } from "./formula";
import { fromR1C1, toR1C1 } from "./r1c1";
import { readFormula } from "./read-formula";
import { referencesOf, type FormulaReference } from "./references";
import { walkFormula } from "./walk-formula";

/** Names may name names; a circle of them must end. */
const deepestName = 16;

/** Turns what a formula points at into rectangles of cells: sheets, names and tables looked up, without regard to case. */
export class ReferenceResolver {
  private readonly sheets = new Map<string, string>();
  private readonly names = new Map<string, DefinedName>();
  private readonly tables = new Map<string, TableSnapshot>();
  private readonly rangesOfNames = new Map<DefinedName, CellRange[]>();

  constructor(private readonly snapshot: Pick<WorkbookSnapshot, "sheets" | "names" | "tables">) {
    for (const sheet of snapshot.sheets) this.sheets.set(sheet.name.toLowerCase(), sheet.name);
    for (const name of snapshot.names) this.names.set(nameKey(name.name, name.sheet), name);
    for (const table of snapshot.tables) this.tables.set(table.name.toLowerCase(), table);
  }

  /** A name as a formula on `sheet` sees it: the sheet's own first, then the workbook's. */
  definedName(name: string, sheet: string | null): DefinedName | null {
    return this.names.get(nameKey(name, sheet)) ?? this.names.get(nameKey(name, null)) ?? null;
  }

  tableNamed(name: string): TableSnapshot | null {
    return this.tables.get(name.toLowerCase()) ?? null;
  }

  /** The rectangles a reference covers in this workbook; none where it points outside, or at nothing. */
  rangesOf(reference: FormulaReference, home: CellAddress, depth = 0): readonly CellRange[] {
    switch (reference.kind) {
      case "cells": {
        const sheet = this.sheets.get(reference.range.sheet.toLowerCase());
        return sheet === undefined ? [] : [{ ...reference.range, sheet }];
      }
      case "three-dimensional":
        return this.acrossSheets(reference.range, reference.lastSheet);
      case "name":
        return this.rangesOfName(reference, home, depth);
      case "table":
        return this.rangeOfTable(reference.reference, home);
      case "external":
      case "broken":
        return [];
    }
  }

  private acrossSheets(range: CellRange, lastSheet: string): CellRange[] {
    const at = (name: string) =>
      this.snapshot.sheets.findIndex((sheet) => sheet.name.toLowerCase() === name.toLowerCase());
    const ends = [at(range.sheet), at(lastSheet)];
    if (ends.includes(-1)) return [];
    return this.snapshot.sheets
      .slice(Math.min(...ends), Math.max(...ends) + 1)
      .map((sheet) => ({ ...range, sheet: sheet.name }));
  }

  private rangesOfName(
    reference: Extract<FormulaReference, { kind: "name" }>,
    home: CellAddress,
    depth: number,
  ): readonly CellRange[] {
    const name = this.definedName(reference.name, reference.sheet ?? home.sheet);
    if (name === null) return this.wholeTable(reference.name);
    const known = this.rangesOfNames.get(name);
    if (known !== undefined) return known;
    if (depth > deepestName) return [];
    const parts = referencesOf(this.readName(name, home), name.sheet ?? home.sheet);
    const ranges = parts.flatMap((part) => this.rangesOf(part, home, depth + 1));
    if (!isRelative(name.formula)) this.rangesOfNames.set(name, ranges);
    return ranges;
  }

  /** A name's formula seen from the cell that uses it: Excel writes its relative references as seen from A1. */
  readName(name: DefinedName, home: CellAddress): ReadFormula {
    const formula = isRelative(name.formula) ? fromR1C1(toR1C1(name.formula, a1) ?? "", home) : null;
    return readFormula(formula ?? name.formula);
  }

  /** A table's bare name is its data. */
  private wholeTable(name: string): CellRange[] {
    const table = this.tableNamed(name);
    if (table === null) return [];
    return tableRange(table, { table: name, rows: "data", firstColumn: null, lastColumn: null }, null);
  }

  private rangeOfTable(reference: StructuredReference, home: CellAddress): CellRange[] {
    const table = reference.table === null ? this.tableAround(home) : this.tableNamed(reference.table);
    return table === null ? [] : tableRange(table, reference, home);
  }

  private tableAround(home: CellAddress): TableSnapshot | null {
    const around = this.snapshot.tables.find((table) => {
      const range = parseRange(table.range);
      if (range === null || table.sheet !== home.sheet) return false;
      const inRows = range.startRow0 <= home.rowIndex0 && home.rowIndex0 <= range.endRow0;
      return inRows && range.startColumn0 <= home.columnIndex0 && home.columnIndex0 <= range.endColumn0;
    });
    return around ?? null;
  }
}

function tableRange(table: TableSnapshot, reference: StructuredReference, home: CellAddress | null): CellRange[] {
  const range = parseRange(table.range);
  if (range === null) return [];
  const columnAt = (name: string | null, otherwise: number) =>
    name === null ? otherwise : table.columns.findIndex((column) => column.toLowerCase() === name.toLowerCase());
  const first = columnAt(reference.firstColumn, 0);
  const last = columnAt(reference.lastColumn, table.columns.length - 1);
  if (first === -1 || last === -1) return [];
  const columns = {
    sheet: table.sheet,
    startColumn0: range.startColumn0 + Math.min(first, last),
    endColumn0: range.startColumn0 + Math.max(first, last),
  };
  switch (reference.rows) {
    case "headers":
      return [{ ...columns, startRow0: range.startRow0, endRow0: range.startRow0 }];
    case "all":
    case "headers-and-data":
      return [{ ...columns, startRow0: range.startRow0, endRow0: range.endRow0 }];
    case "totals":
      return [{ ...columns, startRow0: range.endRow0, endRow0: range.endRow0 }];
    case "this-row":
      return home === null ? [] : [{ ...columns, startRow0: home.rowIndex0, endRow0: home.rowIndex0 }];
    case "data":
    case "data-and-totals":
      return [{ ...columns, startRow0: range.startRow0 + 1, endRow0: range.endRow0 }];
  }
}

const a1 = { rowIndex0: 0, columnIndex0: 0 };

/** Names mostly stand for places with both dollars; those without one point elsewhere from every cell. */
function isRelative(formula: string): boolean {
  const read = readFormula(formula);
  if (read.kind === "unread") return false;
  for (const node of walkFormula(read.root)) {
    if (node.kind !== "reference") continue;
    const { shape, start, end } = node;
    const isFixed = (corner: Corner) =>
      (shape === "columns" || corner.rowAbsolute) && (shape === "rows" || corner.columnAbsolute);
    if (!isFixed(start) || !isFixed(end)) return true;
  }
  return false;
}

function nameKey(name: string, sheet: string | null): string {
  return `${sheet?.toLowerCase() ?? ""}\u0000${name.toLowerCase()}`;
}
