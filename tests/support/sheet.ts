import {
  type Cell,
  type CellErrorCode,
  type CellErrorValue,
  type CellValue,
  type DefinedName,
  type SheetSnapshot,
  type TableSnapshot,
  type WorkbookSnapshot,
} from "../../src/contracts/workbook-snapshot";
import { parseAddress } from "../../src/workbook/address";
import { fingerprintOf } from "../../src/workbook/fingerprint";

type Constant = number | string | boolean | CellErrorValue;
/** A constant, a formula, or either with its cached value and number format: `["=B1*1.05", 105, "0.0%"]`. */
export type WrittenCell = Constant | readonly [content: Constant, value?: CellValue, numberFormat?: string];
/** Cells by address, as one would type them: `{ A1: "Revenue", B1: 100, C1: "=B1*1.05" }`. */
export type WrittenSheet = Readonly<Record<string, WrittenCell>>;

/** What a sheet has beside its cells: hidden rows, indents, bold labels. */
export interface SheetTraits {
  readonly visibility?: SheetSnapshot["visibility"];
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
  readonly indent?: Readonly<Record<string, number>>;
  readonly bold?: readonly string[];
}

export interface WorkbookTraits {
  readonly name?: string;
  readonly names?: readonly DefinedName[];
  readonly tables?: readonly TableSnapshot[];
  readonly iterative?: boolean | null;
  readonly sheets?: Readonly<Record<string, SheetTraits>>;
}

/** A workbook of one sheet, "Sheet1". */
export function sheet(cells: WrittenSheet, traits: SheetTraits = {}): WorkbookSnapshot {
  return workbook({ Sheet1: cells }, { sheets: { Sheet1: traits } });
}

/** A workbook by sheets; formulas without a cached value hold null. */
export function workbook(
  sheets: Readonly<Record<string, WrittenSheet>>,
  traits: WorkbookTraits = {},
): WorkbookSnapshot {
  const snapshots = Object.entries(sheets).map(([name, cells]) => sheetSnapshot(name, cells, traits.sheets?.[name]));
  const names = traits.names ?? [];
  return {
    name: traits.name ?? "Model.xlsx",
    sheets: snapshots,
    names,
    tables: traits.tables ?? [],
    iterative: traits.iterative ?? null,
    fingerprint: fingerprintOf({ sheets: snapshots, names }),
  };
}

/** An error value: `error("#REF!")`. */
export function error(code: CellErrorCode): CellErrorValue {
  return { error: code };
}

function sheetSnapshot(name: string, cells: WrittenSheet, traits: SheetTraits = {}): SheetSnapshot {
  return {
    name,
    visibility: traits.visibility ?? "visible",
    hiddenRows: traits.hiddenRows ?? [],
    hiddenColumns: traits.hiddenColumns ?? [],
    cells: Object.entries(cells)
      .map(([address, written]) => cell(address, written, traits))
      .sort((a, b) => a.rowIndex0 - b.rowIndex0 || a.columnIndex0 - b.columnIndex0),
  };
}

function cell(address: string, written: WrittenCell, traits: SheetTraits): Cell {
  const position = parseAddress(address);
  if (position === null) throw new Error(`"${address}" is no cell: write "A1"`);
  const [content, cached, numberFormat] = Array.isArray(written)
    ? (written as [Constant, CellValue?, string?])
    : [written as Constant];
  const formula = typeof content === "string" && content.startsWith("=") ? content : null;
  const indent = traits.indent?.[address];
  const bold = traits.bold?.includes(address);
  return {
    ...position,
    value: formula === null ? content : (cached ?? null),
    formula,
    numberFormat: numberFormat ?? null,
    ...(indent === undefined ? {} : { indent }),
    ...(bold === undefined ? {} : { bold }),
  };
}
