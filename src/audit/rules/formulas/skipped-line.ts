import { type CellAddress } from "../../../contracts/model-map";
import { groupBy } from "../../../workbook/group-by";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { calledAt, meaningOf, titleName, wordsFor } from "../../lines/name-cell";
import { rowLabel } from "../../lines/row-label";
import { shapeAt } from "../../lines/zones";
import { termsOf } from "../../meaning/composition";
import { number, place, say } from "../../wording/say";

/** Fewer lines make no list in which one is missed; a SUM says by itself that it means one. */
const fewestLines = 3;
const fewestLinesOfSum = 2;
/** Between the lines and their total there may be a rule or a heading, not another table. */
const mostRowsBetween = 3;
/** What may stand among lines without being one of them. */
const noLine =
  /\b(?:memo|of which|incl\w*|check|rates?|ratios?|margins?|growth|days|units?|volumes?|prices?|number|no\.|per|average|count|headcount|cumulative|index|factor|sub-?total|total)\b|%/iu;
/** What may head a list without being its first line. */
const noFirstLine =
  /\b(?:opening|beginning|brought forward|balance|net income|ebitda?|ebt|profit|shares?|adjusted)\b/iu;
const mostCellsTried = 6;
const mostSteps = 150;

interface Skipped {
  readonly total: CellAddress;
  readonly line: CellAddress;
  /** Between two summed lines, or on top of all of them. */
  readonly where: "among" | "on top";
  readonly lines: readonly CellAddress[];
}

/** The lines of its own column, over it, that a cell adds up and nothing else; null for any other formula. */
function linesOf(context: AuditContext, total: CellAddress): CellAddress[] | null {
  const { terms, exact } = termsOf(context, total);
  const isSum = /^=\s*[+-]?\s*SUM\(/iu.test(context.cellAt(total)!.formula!);
  if (!exact || terms.length < (isSum ? fewestLinesOfSum : fewestLines)) return null;
  const isOver = ({ sheet, rowIndex0, columnIndex0 }: CellAddress) =>
    sheet === total.sheet && columnIndex0 === total.columnIndex0 && rowIndex0 < total.rowIndex0;
  const lines = terms.map(({ address }) => address).sort((a, b) => a.rowIndex0 - b.rowIndex0);
  return lines.every(isOver) && total.rowIndex0 - lines.at(-1)!.rowIndex0 <= mostRowsBetween ? lines : null;
}

/** A figure, and no year or date that heads its column. */
function hasFigure(context: AuditContext, cell: CellAddress): boolean {
  const value = context.numberAt(cell);
  const isYear = value !== null && Number.isInteger(value) && value >= 1990 && value <= 2100;
  return value !== null && !isYear && !/[dmy]{2}/iu.test(context.cellAt(cell)?.numberFormat ?? "");
}

/** Rows between the summed ones, and the one right on top of them where the table begins with it. */
function candidatesOf(context: AuditContext, lines: readonly CellAddress[]): Pick<Skipped, "line" | "where">[] {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const taken = new Set(lines.map(({ rowIndex0 }) => rowIndex0));
  const found: Pick<Skipped, "line" | "where">[] = [];
  for (let rowIndex0 = first.rowIndex0 + 1; rowIndex0 < last.rowIndex0; rowIndex0++)
    if (!taken.has(rowIndex0)) found.push({ line: { ...first, rowIndex0 }, where: "among" });
  const [over, next] = [-1, -2].map((step) => ({ ...first, rowIndex0: first.rowIndex0 + step }));
  if (over!.rowIndex0 >= 0 && (next!.rowIndex0 < 0 || !hasFigure(context, next!)))
    found.push({ line: over!, where: "on top" });
  const figures = found.filter(({ line }) => hasFigure(context, line));
  /** A total of rows picked from a whole schedule leaves most of them out. */
  return figures.filter(({ where }) => where === "among").length * 2 <= lines.length ? figures : [];
}

/** A figure of the lines' kind, with a name of its own. */
function looksLikeALine(context: AuditContext, { line, where }: Pick<Skipped, "line" | "where">, other: CellAddress) {
  const label = rowLabel(context, line) ?? wordsFor(context, line).row;
  if (label === null || noLine.test(label) || context.numberAt(line) === 0) return false;
  const item = context.itemAt(line);
  const [own, theirs] = [line, other].map((cell) => context.cellAt(cell)?.numberFormat?.includes("%") ?? false);
  const isPlainAmount = item === null || item.unit.kind === "currency" || item.unit.kind === "unknown";
  const mayHead = where === "among" || (item?.isTotal !== true && !noFirstLine.test(label));
  return isPlainAmount && mayHead && own === theirs;
}

/** Whether a cell is made of another by formulas of their own column; null where there are too many to be sure. */
function isBuiltOn(context: AuditContext, cell: CellAddress, part: CellAddress): boolean | null {
  const seen = new Set<number>([cell.rowIndex0]);
  const waiting = [cell];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const range of context.index.precedentsOf(next)) {
      const isOwnColumn = range.startColumn0 <= part.columnIndex0 && part.columnIndex0 <= range.endColumn0;
      if (range.sheet !== part.sheet || !isOwnColumn) continue;
      if (range.startRow0 <= part.rowIndex0 && part.rowIndex0 <= range.endRow0) return true;
      for (let rowIndex0 = range.startRow0; rowIndex0 <= range.endRow0; rowIndex0++) {
        if (seen.has(rowIndex0)) continue;
        if (seen.size >= mostSteps) return null;
        seen.add(rowIndex0);
        waiting.push({ ...part, rowIndex0 });
      }
    }
  }
  return false;
}

/** Nothing says that the line is kept apart: no line is made of it nor it of them, and no sum of theirs takes it up. */
function belongsToThem(context: AuditContext, { total, line, lines }: Skipped): boolean {
  if (isBuiltOn(context, total, line) !== false) return false;
  if ([...lines, total].some((one) => isBuiltOn(context, line, one) !== false)) return false;
  const takesIt = context.index
    .dependentsOf(line)
    .filter(
      (reader) =>
        reader.sheet === total.sheet &&
        reader.columnIndex0 === total.columnIndex0 &&
        termsOf(context, reader).terms.some(({ address }) => cellKey(address) === cellKey(line)),
    );
  return takesIt.every((reader) => isBuiltOn(context, reader, total) === false);
}

function skippedBy(context: AuditContext, total: CellAddress): Skipped | null {
  const lines = linesOf(context, total);
  if (lines === null) return null;
  const alike = candidatesOf(context, lines).filter((one) => looksLikeALine(context, one, lines[0]!));
  const [candidate, ...more] = alike;
  if (candidate === undefined || more.length > 0) return null;
  const skipped = { total, lines, ...candidate };
  return belongsToThem(context, skipped) ? skipped : null;
}

function draft(context: AuditContext, cells: readonly CellAddress[], found: Skipped): FindingDraft {
  const { total, line, where, lines } = found;
  const ranges = coverCells(cells);
  const among = where === "among" ? "stands between the lines it adds up" : "heads the lines it adds up";
  return {
    severity: "high",
    confidence: where === "among" ? 0.8 : 0.72,
    sheet: total.sheet,
    ranges,
    title: `${titleName(context, total)} leaves out ${titleName(context, line)}`,
    comment: say`${calledAt(context, total, ranges[0])} takes up ${place(coverCells([lines[0]!])[0]!)} to ${place(lines.at(-1)!)} without ${calledAt(context, line)}, which ${among} and holds ${number(context, line)}. No other total takes it up, so it is lost. Add it, or set it apart from the list.`,
    nature: "slip",
    meaning: `${meaningOf(context, total)}/${meaningOf(context, line)}`,
    alsoRead: [line],
  };
}

/** A total over a list of lines that misses one of them in every column. */
export const skippedLine: AuditRule = {
  id: "skipped-line",
  find(context) {
    const sums = context.index.formulaCells().filter(({ cell }) => /SUM\(|[^(,+-][+-]/iu.test(cell.formula!));
    const copies = groupBy(
      sums,
      ({ address }) => `${address.sheet}/${address.rowIndex0}/${shapeAt(context, address) ?? ""}`,
    );
    return [...copies.values()].flatMap((group) => {
      for (const { address } of group.slice(0, mostCellsTried)) {
        const found = skippedBy(context, address);
        if (found !== null)
          return [
            draft(
              context,
              group.map((one) => one.address),
              found,
            ),
          ];
      }
      return [];
    });
  },
};
