import { type SelectionForQuestion } from "../contracts/answer";
import { type SelectionRead } from "../contracts/workbook-host";
import { type CellRange, type CellValue } from "../contracts/workbook-snapshot";
import { formatAddress, formatRange } from "../workbook/address";
import { type ReviewedWorkbook } from "./reviewed-workbook";
import { precedentsOf } from "./precedents-of";

const mostCells = 400;
const mostPrecedents = 12;
const longestText = 2000;
const longestFormula = 8192;

type CellForQuestion = SelectionForQuestion["cells"][number];
type PrecedentForQuestion = CellForQuestion["precedents"][number];

/**
 * The selection as it would be sent: its cells, what the model calls them and the cells their formulas read.
 * Before a review there are no labels and no values of precedents: only the selection itself is known.
 */
export function describeSelection(read: SelectionRead, reviewed: ReviewedWorkbook | null): SelectionForQuestion {
  return {
    workbook: read.workbook.slice(0, 255),
    sheet: read.sheet,
    range: read.range,
    cells: read.cells.slice(0, mostCells).map((cell) => {
      const meaning = reviewed?.index.meaningOf(read.sheet, cell.rowIndex0, cell.columnIndex0);
      return {
        address: formatAddress(cell.rowIndex0, cell.columnIndex0),
        value: plainValue(cell.value),
        error: errorOf(cell.value),
        formula: cell.formula?.slice(0, longestFormula) ?? null,
        numberFormat: cell.numberFormat?.slice(0, 255) ?? null,
        label: meaning?.label?.slice(0, 500) ?? null,
        period: meaning?.period?.slice(0, 60) ?? null,
        year: meaning?.year ?? null,
        quarter: meaning?.quarter ?? null,
        phase: meaning?.phase ?? "unknown",
        concept: meaning?.concept ?? null,
        unit: meaning?.unit ?? "unknown",
        scale: meaning?.scale ?? null,
        precedents: cell.formula === null ? [] : describePrecedents(cell.formula, read.sheet, reviewed),
      };
    }),
  };
}

function describePrecedents(formula: string, sheet: string, reviewed: ReviewedWorkbook | null): PrecedentForQuestion[] {
  return precedentsOf(formula, sheet)
    .slice(0, mostPrecedents)
    .map((range) => describePrecedent(range, reviewed));
}

function describePrecedent(range: CellRange, reviewed: ReviewedWorkbook | null): PrecedentForQuestion {
  const { startRow0: row0, startColumn0: column0 } = range;
  const isOneCell = range.endRow0 === row0 && range.endColumn0 === column0;
  return {
    sheet: range.sheet,
    address: formatRange(range),
    label: reviewed?.index.meaningOf(range.sheet, row0, column0).label?.slice(0, 500) ?? null,
    // A range has many values; a sum of the wrong kind would be worse than none.
    value: isOneCell ? plainValue(reviewed?.cellAt(range.sheet, row0, column0)?.value ?? null) : null,
  };
}

function plainValue(value: CellValue): number | string | boolean | null {
  if (typeof value === "string") return value.slice(0, longestText);
  return errorOf(value) === null ? (value as number | boolean | null) : null;
}

function errorOf(value: CellValue): string | null {
  return typeof value === "object" && value !== null ? value.error : null;
}
