import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { labelledRows, type LabelledRow } from "../../lines/labelled-rows";
import { addTo } from "../../../workbook/group-by";
import { calculated, number, place, say } from "../../wording/say";

const isTotal = /\b(?:sub-?)?totals?\b|^\s*(?:sum|overall)\b/iu;
const noTotal = /\b(?:cumulative|average|weighted|shares?|%|percent|growth|days|ratio|headcount|check)\b/iu;
const fewestParts = 2;
const mostParts = 30;
/** Columns in which the total must be seen to be the sum of these rows, beside those in which it is not. */
const fewestRight = 2;
const tolerance = 0.002;

interface Column {
  readonly total: CellAddress;
  readonly shown: number;
  readonly parts: readonly CellAddress[];
  readonly sum: number;
}

/** The rows above a total, nearest first, up to the next total. */
function rowsAbove(rows: readonly LabelledRow[], at: number): LabelledRow[] {
  const above: LabelledRow[] = [];
  for (let i = at - 1; i >= 0 && above.length < mostParts; i--) {
    const row = rows[i]!;
    if (isTotal.test(row.label)) break;
    above.push(row);
  }
  return above;
}

function columnsOf(context: AuditContext, total: LabelledRow, parts: readonly LabelledRow[]): Column[] {
  return total.cells.flatMap(({ address, cell }) => {
    if (typeof cell.value !== "number" || cell.value === 0) return [];
    const cells = parts
      .map((part) => ({ ...address, rowIndex0: part.rowIndex0 }))
      .filter((one) => context.numberAt(one) !== null);
    const sum = cells.reduce((all, one) => all + context.numberAt(one)!, 0);
    return cells.length < fewestParts ? [] : [{ total: address, shown: cell.value, parts: cells, sum }];
  });
}

/** Figures published in round numbers miss their sum by half a digit each. */
function agrees({ shown, sum, parts }: Column): boolean {
  const rounding = Number.isInteger(shown) ? 0.5 * (parts.length + 1) : 0;
  return Math.abs(shown - sum) <= Math.max(tolerance * Math.abs(shown), Math.min(rounding, 0.02 * Math.abs(shown)));
}

/** Only a total that somebody typed can part from its rows unseen; a formula is judged by what it reads. */
function isTyped(context: AuditContext, { total }: Column): boolean {
  const cell = context.cellAt(total);
  return cell !== null && cell.formula === null && cell.resultOf === undefined;
}

function judge(context: AuditContext, rows: readonly LabelledRow[], at: number): FindingDraft | null {
  const total = rows[at]!;
  const above = rowsAbove(rows, at);
  for (let count = above.length; count >= fewestParts; count--) {
    const columns = columnsOf(context, total, above.slice(0, count));
    const off = columns.filter((column) => !agrees(column));
    const right = columns.length - off.length;
    if (right < fewestRight || right < off.length * 2) continue;
    const wrong = off.filter((column) => isTyped(context, column));
    const first = wrong[0];
    return first === undefined || wrong.length < off.length ? null : draft(context, total, first, wrong);
  }
  return null;
}

function draft(context: AuditContext, total: LabelledRow, first: Column, wrong: readonly Column[]): FindingDraft {
  const operands = { first: first.parts.at(-1)!, last: first.parts[0]! };
  const [sum, gap] = [first.sum, first.shown - first.sum].map((value) =>
    calculated(value, "currency", "the rows above it, added up", operands),
  );
  return {
    severity: "medium",
    confidence: 0.88,
    sheet: total.sheet,
    ranges: coverCells(wrong.map((column) => column.total)),
    title: `“${total.label}” is not the sum of its rows`,
    comment: say`“${place(first.total, total.label)}” is typed as ${number(context, first.total)}, while the rows above it, ${place(coverCells(first.parts)[0]!)}, come to ${sum!}: a difference of ${gap!}. In the other columns the rows add up to it, so a figure is mistyped or a line is missing here. Check against the source, and calculate the total.`,
    nature: "slip",
    meaning: `off/${total.label}`,
    alsoRead: first.parts,
    aside: say`It is not the sum of the rows above it.`,
  };
}

/** A typed total that is the sum of the rows above it in most columns and not in all. */
export const totalOff: AuditRule = {
  id: "total-off",
  find(context) {
    const bySheet = new Map<string, LabelledRow[]>();
    for (const row of labelledRows(context)) addTo(bySheet, row.sheet, row);
    return [...bySheet.values()].flatMap((rows) =>
      rows.flatMap((row, i) =>
        isTotal.test(row.label) && !noTotal.test(row.label) ? (judge(context, rows, i) ?? []) : [],
      ),
    );
  },
};
