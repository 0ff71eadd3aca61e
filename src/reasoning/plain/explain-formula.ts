import { type SelectedCell } from "./rows-of-selection";

const longest = 400;
/** A reference with or without its sheet, single or range; text in quotes is skipped. */
const reference =
  /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'|([A-Za-z_][\w.]*))?(!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\w(])/g;

/** A formula with the labels of what it reads in place of their addresses; null where it names none of them. */
export function explainFormula(cell: SelectedCell, sheet: string): string | null {
  if (cell.formula === null) return null;
  const labels = new Map(
    cell.precedents
      .filter((precedent) => precedent.label !== null)
      .map((precedent) => [`${precedent.sheet}!${precedent.address.replaceAll("$", "")}`, precedent.label as string]),
  );
  const repeated = new Set([...labels.values()].filter((label, index, all) => all.indexOf(label) !== index));
  let named = 0;
  const explained = cell.formula.replace(/^=/, "").replace(reference, (whole, ...groups: (string | undefined)[]) => {
    const [quoted, bare, bang, column, row, endColumn, endRow] = groups;
    if (column === undefined || row === undefined) return whole;
    if (bang === undefined && (quoted ?? bare) !== undefined) return whole;
    const of = (quoted?.replaceAll("''", "'") ?? bare ?? sheet).toString();
    const address = endColumn === undefined ? `${column}${row}` : `${column}${row}:${endColumn}${endRow}`;
    const label = labels.get(`${of}!${address}`);
    if (label === undefined) return whole;
    named++;
    return repeated.has(label) ? `[${label} ${address}]` : `[${label}]`;
  });
  return named === 0 || explained.length > longest ? cell.formula.slice(0, longest) : explained;
}
