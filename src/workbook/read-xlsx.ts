import { type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
import {
  type Cell,
  type CellErrorCode,
  type CellValue,
  type DefinedName,
  type SheetSnapshot,
  type SheetVisibility,
  type TableSnapshot,
  type WorkbookSnapshot,
} from "../contracts/workbook-snapshot";
import { parseRange, type RangePosition } from "./address";
import { cellKey } from "./cell-key";
import { fingerprintOf } from "./fingerprint";
import { openPackage, tooLarge } from "./open-package";
import { PackageParts } from "./package-parts";
import { readTables } from "./read-tables";
import { readSheetXml, type SheetXmlTraits } from "./sheet-xml";
import { readStyleTraits } from "./style-traits";
import { WorkbookError } from "./workbook-error";

const mostCells = 5_000_000;
/** Each formula is read, linked and compared; more than this takes minutes and gigabytes. */
const mostFormulas = 500_000;

const errorCodes: Readonly<Record<number, CellErrorCode>> = {
  0x00: "#NULL!",
  0x07: "#DIV/0!",
  0x0f: "#VALUE!",
  0x17: "#REF!",
  0x1d: "#NAME?",
  0x24: "#NUM!",
  0x2a: "#N/A",
  0x2b: "#GETTING_DATA",
};

/**
 * The bytes of an .xlsx, .xlsm, .xlsb or .xls as a snapshot.
 * Throws WorkbookError: not-a-workbook, encrypted, too-large or damaged.
 */
export function readXlsx(bytes: Uint8Array, name: string): WorkbookSnapshot {
  const book = openPackage(bytes, name);
  const parts = new PackageParts((book as { files?: Record<string, { content?: unknown }> }).files ?? {});
  const workbookPath = "xl/workbook.xml";
  const relations = parts.relationsOf(workbookPath);
  const traits = readStyleTraits(parts.text("xl/styles.xml"));
  const sheets: SheetSnapshot[] = [];
  const tables: TableSnapshot[] = [];
  let cells = 0;
  let formulas = 0;
  book.SheetNames.forEach((sheetName, i) => {
    const properties = book.Workbook?.Sheets?.[i] as { Hidden?: number; id?: string } | undefined;
    const sheet = book.Sheets[sheetName];
    if (sheet === undefined) {
      throw new WorkbookError("workbook/damaged", `${name}: the sheet "${sheetName}" cannot be read.`, {
        details: { name, sheet: sheetName },
      });
    }
    const path = relations.get(properties?.id ?? "");
    const xml = path === undefined ? null : parts.text(path);
    const snapshot = sheetSnapshot(
      sheetName,
      sheet,
      visibilityOf(properties?.Hidden),
      xml === null ? null : readSheetXml(xml, traits),
    );
    cells += snapshot.cells.length;
    formulas += snapshot.cells.reduce((count, cell) => count + (cell.formula === null ? 0 : 1), 0);
    if (formulas > mostFormulas)
      throw tooLarge(name, `too large, with more than ${mostFormulas.toLocaleString("en-US")} formulas`);
    if (cells > mostCells)
      throw tooLarge(name, `too large, with more than ${mostCells.toLocaleString("en-US")} used cells`);
    sheets.push(snapshot);
    if (path !== undefined) tables.push(...readTables(parts, path, sheetName));
  });
  const names = namesOf(book);
  return {
    name,
    sheets,
    names,
    tables,
    iterative: iterativeOf(book),
    ...(book.Workbook?.WBProps?.date1904 === true ? { dateSystem: 1904 as const } : {}),
    fingerprint: fingerprintOf({ sheets, names }),
  };
}

function sheetSnapshot(
  name: string,
  sheet: WorkSheet,
  visibility: SheetVisibility,
  traits: SheetXmlTraits | null,
): SheetSnapshot {
  const cells: Cell[] = [];
  const rows = (sheet["!data"] ?? []) as (readonly (CellObject | undefined)[] | undefined)[];
  rows.forEach((row, rowIndex0) => {
    row?.forEach((object, columnIndex0) => {
      const cell = object === undefined || object === null ? null : readCell(object, rowIndex0, columnIndex0, traits);
      if (cell !== null) cells.push(cell);
    });
  });
  return { name, visibility, cells, hiddenRows: traits?.hiddenRows ?? [], hiddenColumns: traits?.hiddenColumns ?? [] };
}

function readCell(
  object: CellObject,
  rowIndex0: number,
  columnIndex0: number,
  traits: SheetXmlTraits | null,
): Cell | null {
  const formula = object.f === undefined ? null : `=${object.f}`;
  const key = cellKey(rowIndex0, columnIndex0);
  const value = valueOf(object, traits?.errors.get(key));
  if (formula === null && (value === null || value === "")) return null;
  const style = traits?.styles.get(key);
  const resultOf = formula === null ? computedBy(object, rowIndex0, columnIndex0, traits?.dataTables ?? []) : undefined;
  const numberFormat = object.z === undefined || object.z === "General" ? null : String(object.z);
  return {
    rowIndex0,
    columnIndex0,
    value,
    formula,
    numberFormat,
    ...(style?.indent === undefined ? {} : { indent: style.indent }),
    ...(style?.bold === undefined ? {} : { bold: style.bold }),
    ...(resultOf === undefined ? {} : { resultOf }),
  };
}

function valueOf(object: CellObject, newerError: CellErrorCode | undefined): CellValue {
  switch (object.t) {
    case "n":
      return typeof object.v === "number" ? object.v : null;
    case "b":
      return object.v === true;
    case "s":
      return typeof object.v === "string" ? object.v : String(object.v ?? "");
    case "e":
      return { error: errorCodes[Number(object.v ?? -1)] ?? newerError ?? "#UNKNOWN!" };
    case "d":
    case "z":
      return null;
  }
}

function computedBy(
  object: CellObject,
  rowIndex0: number,
  columnIndex0: number,
  dataTables: readonly RangePosition[],
): Cell["resultOf"] {
  if (object.F !== undefined && parseRange(object.F) !== null) return "array-formula";
  const inTable = dataTables.some(
    (range) =>
      range.startRow0 <= rowIndex0 &&
      rowIndex0 <= range.endRow0 &&
      range.startColumn0 <= columnIndex0 &&
      columnIndex0 <= range.endColumn0,
  );
  return inTable ? "data-table" : undefined;
}

function visibilityOf(hidden: number | undefined): SheetVisibility {
  return hidden === 2 ? "very-hidden" : hidden === 1 ? "hidden" : "visible";
}

function namesOf(book: WorkBook): DefinedName[] {
  return (book.Workbook?.Names ?? [])
    .filter((name) => !name.Name.startsWith("_xlnm."))
    .map((name) => ({
      name: name.Name,
      formula: `=${name.Ref}`,
      sheet: name.Sheet === undefined ? null : (book.SheetNames[name.Sheet] ?? null),
    }));
}

function iterativeOf(book: WorkBook): boolean | null {
  const properties = (book.Workbook as { CalcPr?: { iterate?: unknown } } | undefined)?.CalcPr;
  if (properties?.iterate === undefined) return null;
  return properties.iterate === true || properties.iterate === "1" || properties.iterate === "true";
}
