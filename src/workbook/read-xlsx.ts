import { read, type CellObject, type WorkBook, type WorkSheet } from "@e965/xlsx";
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
import { PackageParts } from "./package-parts";
import { readTables } from "./read-tables";
import { readSheetXml, type SheetXmlTraits } from "./sheet-xml";
import { readStyleTraits } from "./style-traits";
import { WorkbookError } from "./workbook-error";
import { zipSize } from "./zip-size";

const mostBytes = 200_000_000;
/** One part becomes one string, and a string cannot be longer than this; the whole must fit the memory of a pane. */
const mostPartBytes = 500_000_000;
const mostUnpackedBytes = 1_500_000_000;
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
  refuseTooLarge(bytes, name);
  const book = parse(bytes, name);
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

function refuseTooLarge(bytes: Uint8Array, name: string): void {
  if (bytes.byteLength > mostBytes) throw tooLarge(name, "larger than 200 MB");
  const size = isZip(bytes) ? zipSize(bytes) : null;
  if (size === null) return;
  if (size.largestPartBytes > mostPartBytes || size.totalBytes > mostUnpackedBytes) {
    throw tooLarge(name, `${Math.round(size.totalBytes / 1_000_000).toLocaleString("en-US")} MB when unpacked`);
  }
}

function tooLarge(name: string, why: string): WorkbookError {
  return new WorkbookError("workbook/too-large", `${name} is ${why}: split it, or delete unused sheets.`, {
    details: { name },
  });
}

function parse(bytes: Uint8Array, name: string): WorkBook {
  // The library would read any text as a one-column sheet: only the two containers of Excel are let through.
  if (!isZip(bytes) && !isCompoundFile(bytes)) throw notAWorkbook(name);
  try {
    // sheetStubs: without it formulas that carry no cached value are dropped.
    const book = read(bytes, {
      type: "array",
      dense: true,
      cellHTML: false,
      cellText: false,
      cellNF: true,
      sheetStubs: true,
      bookFiles: true,
    });
    if (book.SheetNames.length === 0) throw notAWorkbook(name);
    return book;
  } catch (error) {
    if (error instanceof WorkbookError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    // Excel encrypts into the other container; in a zip the word only means damaged flags.
    if (isCompoundFile(bytes) && /password|encrypt/i.test(reason)) {
      throw new WorkbookError("workbook/encrypted", `${name} is protected by a password: save a copy without one.`, {
        details: { name },
        cause: error,
      });
    }
    if (
      /could not find workbook|unsupported (file|zip file)|cannot find workbook|unrecognized|missing content types/i.test(
        reason,
      )
    ) {
      throw notAWorkbook(name, error);
    }
    throw new WorkbookError(
      "workbook/damaged",
      `${name} is damaged or cut off: open and save it in Excel, then try again.`,
      {
        details: { name },
        cause: error,
      },
    );
  }
}

function notAWorkbook(name: string, cause?: unknown): WorkbookError {
  const message = `${name} is not an Excel workbook: choose an .xlsx, .xlsm, .xlsb or .xls file.`;
  return new WorkbookError("workbook/not-a-workbook", message, { details: { name }, cause });
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

function isCompoundFile(bytes: Uint8Array): boolean {
  return bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
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
