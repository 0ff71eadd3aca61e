import { type Citation, type PassageContext } from "../../contracts/evidence";
import { locateQuote } from "../evidence/locate-quote";
import { markTable } from "../evidence/mark-table";
import { significantDigits } from "../text/describe-reference";

type TableOfPassage = NonNullable<PassageContext["passages"][number]["table"]>;

export interface CutColumn {
  /** From top to bottom; none where the filing prints none. */
  readonly heads: readonly string[];
  readonly text: string;
  /** The cell that is asked for, or whose number stands in the words above. */
  readonly isAsked: boolean;
}

export interface CutRow {
  /** What stands above the row by indentation or as its section; outermost first. */
  readonly above: readonly string[];
  readonly label: string;
  readonly columns: readonly CutColumn[];
  readonly caption: string | null;
  readonly units: string | null;
}

/** A quoted row out of its table, with the heads of its columns; null where the quote is not one row of it. */
export function cutRow(
  table: TableOfPassage,
  passageText: string,
  citation: Citation,
  asked: { readonly years: readonly number[]; readonly numbers: readonly string[] },
): CutRow | null {
  const marked = markTable(table.rows, passageText, locateQuote(citation, passageText));
  const rows = marked.flatMap((row, index) => (row.some(({ isMarked }) => isMarked) ? [index] : []));
  const [rowIndex] = rows;
  if (rows.length !== 1 || rowIndex === undefined || rowIndex < table.headRows) return null;
  const cells = table.rows[rowIndex]!;
  const labelAt = cells.findIndex((cell) => cell !== "");
  const heads = table.laterHeads.findLast(({ row }) => row <= rowIndex)?.columnHeads ?? table.columnHeads;
  const columns = cells.flatMap((text, column) =>
    text === "" || column === labelAt ? [] : [{ heads: heads[column] ?? [], text }],
  );
  const isAsked = askedColumn(columns, asked);
  return {
    above: (table.rowPaths[rowIndex] ?? []).slice(0, -1),
    label: cells[labelAt]!,
    columns: columns.map((column) => ({ ...column, isAsked: isAsked(column) })),
    caption: table.caption?.replace(/[:\s]+$/, "") ?? null,
    units: table.units?.printed ?? null,
  };
}

type Column = Omit<CutColumn, "isAsked">;

/** Only a sure one: the one cell with a number said above, or the one column headed by the one year asked for. */
function askedColumn(
  columns: readonly Column[],
  asked: { readonly years: readonly number[]; readonly numbers: readonly string[] },
): (column: Column) => boolean {
  const digits = new Set(asked.numbers.map(significantDigits).filter((each) => each.length > 1));
  const said = columns.filter(({ text }) => digits.has(significantDigits(text)));
  if (said.length > 0) return (column) => said.includes(column);
  // A date in a head may end another fiscal year than the one it names: only the year itself tells.
  const headed = columns.filter(({ heads }) =>
    asked.years.some((year) =>
      heads.some((head) => /^(?:fiscal(?: year)?\s+)?(?:20|19)\d\d$/i.test(head) && head.endsWith(String(year))),
    ),
  );
  return (column) => asked.years.length === 1 && headed.length === 1 && headed[0] === column;
}
