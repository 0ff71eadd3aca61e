import { type CellValue, type WorkbookSnapshot } from "../contracts/workbook-snapshot";
import { hashText } from "./hash-text";

type Digested = Pick<WorkbookSnapshot, "sheets" | "names">;

/**
 * A digest of every sheet name, cell value, formula and defined name: 32 hexadecimal digits.
 * Cells are added up, so their order does not count; formats, hidden rows and bold do not count at all.
 */
export function fingerprintOf(workbook: Digested): string {
  const sum = [0, 0, 0, 0] as [number, number, number, number];
  workbook.sheets.forEach((sheet, i) => {
    const where = `${i}\u0000${sheet.name}\u0000`;
    addTo(sum, `sheet\u0000${where}`);
    for (const cell of sheet.cells) {
      if (cell.value === null && cell.formula === null) continue;
      addTo(
        sum,
        `${where}${cell.rowIndex0},${cell.columnIndex0}\u0000${valueText(cell.value)}\u0000${cell.formula ?? ""}`,
      );
    }
  });
  for (const name of workbook.names) addTo(sum, `name\u0000${name.sheet ?? ""}\u0000${name.name}\u0000${name.formula}`);
  return sum.map((part) => (part >>> 0).toString(16).padStart(8, "0")).join("");
}

function addTo(sum: [number, number, number, number], text: string): void {
  const hash = hashText(text);
  sum[0] = (sum[0] + hash[0]) | 0;
  sum[1] = (sum[1] + hash[1]) | 0;
  sum[2] = (sum[2] + hash[2]) | 0;
  sum[3] = (sum[3] + hash[3]) | 0;
}

/** One letter for the type first, so that the number 1, the text "1" and TRUE stay apart. */
function valueText(value: CellValue): string {
  if (value === null) return "-";
  if (typeof value === "number") return `n${value}`;
  if (typeof value === "string") return `s${value}`;
  if (typeof value === "boolean") return value ? "bTRUE" : "bFALSE";
  return `e${value.error}`;
}
