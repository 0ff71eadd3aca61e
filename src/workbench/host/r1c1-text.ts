import { columnIndexOf } from "../../workbook/address";

/** Strings and quoted sheet names, where an address is only text. */
const quoted = /("(?:[^"]|"")*"|'(?:[^']|'')*')/;
const address = /(?<![A-Za-z0-9_.])(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d*)(?![\w(.])/g;

/** A formula as Range.formulasR1C1 shows it: relative references by their distance from the cell. */
export function toR1C1(formula: string, at: { readonly rowIndex0: number; readonly columnIndex0: number }): string {
  return formula
    .split(quoted)
    .map((part, i) => (i % 2 === 1 ? part : part.replaceAll(address, (...found) => referenceIn(found as string[], at))))
    .join("");
}

function referenceIn(found: readonly string[], at: { rowIndex0: number; columnIndex0: number }): string {
  const [whole = "", columnSign, columnText = "", rowSign, rowText] = found;
  const columnIndex0 = columnIndexOf(columnText);
  if (columnIndex0 === null) return whole;
  const row = rowSign === "$" ? rowText : distance(Number(rowText) - 1 - at.rowIndex0);
  const column = columnSign === "$" ? columnIndex0 + 1 : distance(columnIndex0 - at.columnIndex0);
  return `R${row}C${column}`;
}

function distance(steps: number): string {
  return steps === 0 ? "" : `[${steps}]`;
}
