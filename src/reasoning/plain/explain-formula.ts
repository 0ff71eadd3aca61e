import { type SelectedCell } from "./rows-of-selection";

const longest = 400;
/** A reference with or without its sheet, single or range; text in quotes is skipped. */
const reference =
  /"(?:[^"]|"")*"|(?:'((?:[^']|'')+)'|([A-Za-z_][\w.]*))?(!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\w(])/g;
const wholeSum = /^SUM\((?:'[^']{1,255}'!|[\w.]{1,255}!)?\$?[A-Z]{1,3}\$?\d{1,7}:\$?[A-Z]{1,3}\$?\d{1,7}\)$/i;

/** What is read, as it is written in place of its address. */
interface Named {
  readonly name: string;
  readonly byLabel: boolean;
}

/**
 * A formula with the labels of what it reads in place of their addresses, a sum of one range as "the sum of …"; as it
 * stands where it names none of them. `others` are cells of the same sheet whose labels are known.
 */
export function explainFormula(cell: SelectedCell, sheet: string, others: readonly SelectedCell[] = []): string | null {
  if (cell.formula === null) return null;
  const formula = cell.formula.replace(/^=/, "").trim();
  const labels = new Map<string, string>();
  for (const other of others) if (other.label !== null) labels.set(`${sheet}!${other.address}`, other.label);
  const read = cell.precedents.flatMap(({ sheet: of, address, label }) =>
    label === null ? [] : [[`${of}!${address.replaceAll("$", "")}`, label] as const],
  );
  for (const [at, label] of read) labels.set(at, label);
  const names = read.map(([, label]) => label);
  const repeated = new Set(names.filter((label, index) => names.indexOf(label) !== index));
  const sum = wholeSum.test(formula);
  let named = 0;
  const explained = formula.replace(reference, (whole, ...groups: (string | undefined)[]) => {
    const [quoted, bare, bang, column, row, endColumn, endRow] = groups;
    if (column === undefined || row === undefined) return whole;
    if (bang === undefined && (quoted ?? bare) !== undefined) return whole;
    const of = (quoted?.replaceAll("''", "'") ?? bare ?? sheet).toString();
    if (endColumn !== undefined && endRow !== undefined) {
      const range = { of, first: `${column}${row}`, last: `${endColumn}${endRow}`, inOneRow: row === endRow };
      const { name, byLabel } = nameRange(range, labels);
      if (byLabel) named++;
      return byLabel && !sum ? `[${name}]` : name;
    }
    const label = labels.get(`${of}!${column}${row}`);
    if (label === undefined) return whole;
    named++;
    return repeated.has(label) ? `[${label} ${column}${row}]` : `[${label}]`;
  });
  if (explained.length > longest) return cell.formula.slice(0, longest);
  if (sum) return `the sum of ${explained.slice("SUM(".length, -1)}`;
  return named === 0 ? cell.formula.slice(0, longest) : explained;
}

/** A range by its first and last label; where only the first row's is known, that name is never taken for the whole. */
function nameRange(
  range: { readonly of: string; readonly first: string; readonly last: string; readonly inOneRow: boolean },
  labels: ReadonlyMap<string, string>,
): Named {
  const address = `${range.first}:${range.last}`;
  const first = labels.get(`${range.of}!${address}`) ?? labels.get(`${range.of}!${range.first}`);
  const last = labels.get(`${range.of}!${range.last}`) ?? (range.inOneRow ? first : undefined);
  if (first === undefined) return { name: address, byLabel: false };
  if (last === undefined) return { name: `${address}, from “${first}” on`, byLabel: true };
  return { name: first === last ? `“${first}” (${address})` : `“${first}” to “${last}” (${address})`, byLabel: true };
}
