import { type CellAddress } from "../../../contracts/model-map";
import { type CellRange } from "../../../contracts/workbook-snapshot";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { rangesOf } from "../../lines/formula-shape";
import { calledAt, meaningOf, titleName } from "../../lines/name-cell";
import { rangeTotals } from "../../lines/range-totals";
import { place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

const fewestAlike = 3;
const counting = /^=\s*\+?\s*(?:COUNTA?|SUM|AVERAGE|MIN|MAX)\(/iu;

/** The stretches of rows that several columns of a sheet are totalled over: where its tables begin and end. */
function tablesOf(context: AuditContext): ReadonlyMap<string, CellRange> {
  const columns = new Map<string, { range: CellRange; count: number }>();
  for (const { direction, range } of rangeTotals(context)) {
    if (direction !== "down") continue;
    const key = keyOf(range.sheet, range.startRow0, range.endRow0);
    const known = columns.get(key);
    if (known === undefined) columns.set(key, { range, count: 1 });
    else known.count++;
  }
  return new Map([...columns].flatMap(([key, { range, count }]) => (count >= fewestAlike ? [[key, range]] : [])));
}

function keyOf(sheet: string, first0: number, last0: number): string {
  return `${sheet}/${first0}-${last0}`;
}

/** What a formula that is one count or sum over one column takes together. */
function onlyRange(context: AuditContext, address: CellAddress): CellRange | null {
  const formula = context.index.formulaAt(address);
  const root = formula?.kind === "read" ? withoutBrackets(formula.root) : null;
  if (root?.kind !== "call" || root.args.length !== 1) return null;
  const range = rangesOf(context, address, withoutBrackets(root.args[0]!))[0];
  if (range === undefined || range.startColumn0 !== range.endColumn0) return null;
  return range.endRow0 - range.startRow0 >= fewestAlike ? range : null;
}

function judge(
  context: AuditContext,
  tables: ReadonlyMap<string, CellRange>,
  address: CellAddress,
): FindingDraft | null {
  const range = onlyRange(context, address);
  if (range === null || tables.has(keyOf(range.sheet, range.startRow0, range.endRow0))) return null;
  const table = [1, -1]
    .map((step) => tables.get(keyOf(range.sheet, range.startRow0 + step, range.endRow0 + step)))
    .find((found) => found !== undefined);
  if (table === undefined) return null;
  const first = table.startRow0 > range.startRow0;
  const left = { ...address, sheet: range.sheet, rowIndex0: first ? table.endRow0 : table.startRow0 };
  const taken = { ...left, rowIndex0: first ? range.startRow0 : range.endRow0, columnIndex0: range.startColumn0 };
  const missed = { ...left, columnIndex0: range.startColumn0 };
  if (context.cellAt(missed) === null) return null;
  return {
    severity: "medium",
    confidence: 0.8,
    sheet: address.sheet,
    ranges: coverCells([address]),
    title: `${titleName(context, address)} reads one row too ${first ? "high" : "low"}`,
    comment: say`${calledAt(context, address)} reads ${place(range)}: as many rows as the other totals of this table, but shifted by one (theirs are those of ${place(table)}). It takes in ${place(taken)} and misses ${place(missed)}, and a count may look right by chance. Move the range by one row.`,
    nature: "slip",
    meaning: meaningOf(context, address),
    alsoRead: [missed],
  };
}

/** A count or sum as long as its table, but moved by one row: a heading is in, the last entry is out. */
export const shiftedRange: AuditRule = {
  id: "shifted-range",
  find(context) {
    const tables = tablesOf(context);
    if (tables.size === 0) return [];
    const drafts: FindingDraft[] = [];
    for (const { sheet, cell } of context.index.formulaCells()) {
      if (!counting.test(cell.formula!)) continue;
      const draft = judge(context, tables, { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 });
      if (draft !== null) drafts.push(draft);
    }
    return drafts;
  },
};
