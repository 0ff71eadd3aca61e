import { type SelectedCell } from "./rows-of-selection";

/** Text in quotes, names and sheets are left alone; "$" keeps its part of a reference where it is. */
const reference = /"(?:[^"]|"")*"|'(?:[^']|'')*'!?|(?<![\w.])(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w(!])/g;

/** The cells whose formula, copied along, is another one than the first's: none in a row of one formula. */
export function cellsOfOtherFormula(cells: readonly SelectedCell[]): readonly SelectedCell[] {
  const formulas = cells.filter((cell) => cell.formula !== null);
  const [first] = formulas;
  if (first === undefined) return [];
  const wanted = relativeFormula(first);
  return formulas.filter((cell) => relativeFormula(cell) !== wanted);
}

/** The formula with each reference as its distance from the cell, so that a copied formula reads the same. */
function relativeFormula(cell: SelectedCell): string {
  const [, column = "A", row = "1"] = /^([A-Z]+)(\d+)$/.exec(cell.address.replaceAll("$", "")) ?? [];
  return (cell.formula ?? "").replace(reference, (whole, ...groups: (string | undefined)[]) => {
    const [columnStays, ofColumn, rowStays, ofRow] = groups;
    if (ofColumn === undefined || ofRow === undefined) return whole;
    const across = columnStays === "$" ? ofColumn : `[${columnNumber(ofColumn) - columnNumber(column)}]`;
    const down = rowStays === "$" ? ofRow : `[${Number(ofRow) - Number(row)}]`;
    return `C${across}R${down}`;
  });
}

function columnNumber(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
