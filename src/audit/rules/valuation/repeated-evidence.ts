import { type CellAddress } from "../../../contracts/model-map";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, isSameCell, originOf } from "../../lines/cell-name";
import { coverCells, cellsOf } from "../../lines/cover-cells";
import { rangesOf } from "../../lines/formula-shape";
import { wordsFor } from "../../lines/name-cell";
import { asRange, number, place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

const statistics: ReadonlySet<string> = new Set(["AVERAGE", "MEDIAN"]);
const fewest = 3;
const most = 10;

/** The figures of one line that a mean or median is taken of. */
function evidenceOf(context: AuditContext, home: CellAddress): CellAddress[] {
  const formula = context.index.formulaAt(home);
  const root = formula?.kind === "read" ? withoutBrackets(formula.root) : null;
  if (root?.kind !== "call" || !statistics.has(root.name)) return [];
  const ranges = root.args.flatMap((arg) => rangesOf(context, home, withoutBrackets(arg)));
  const size = ranges.reduce(
    (sum, range) => sum + (range.endRow0 - range.startRow0 + 1) * (range.endColumn0 - range.startColumn0 + 1),
    0,
  );
  if (size < fewest || size > most) return [];
  return ranges.flatMap(cellsOf).filter((cell) => context.numberAt(cell) !== null);
}

/** Two of them that go by different names and come from one cell. */
function samePair(context: AuditContext, cells: readonly CellAddress[]): readonly [CellAddress, CellAddress] | null {
  const byOrigin = new Map<string, CellAddress>();
  for (const cell of cells) {
    const origin = originOf(context, cell);
    const key = cellKey(origin);
    const other = byOrigin.get(key);
    const names = [cell, other].map((one) => (one === undefined ? null : wordsFor(context, one).row));
    if (other !== undefined && !isSameCell(other, cell) && names[0] !== null && names[0] !== names[1])
      return [other, cell];
    byOrigin.set(key, cell);
  }
  return null;
}

/** A mean or median of several methods in which one figure speaks twice, under two names. */
export const repeatedEvidence: AuditRule = {
  id: "repeated-evidence",
  find(context) {
    const drafts: FindingDraft[] = [];
    for (const { sheet, cell } of context.index.formulaCells()) {
      if (!/^=\s*\+?(?:AVERAGE|MEDIAN)\(/iu.test(cell.formula!)) continue;
      const home = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
      const cells = evidenceOf(context, home);
      if (cells.length < fewest || cells.some((one) => context.periodAt(one) !== null)) continue;
      const pair = samePair(context, cells);
      if (pair === null) continue;
      const [a, b] = pair;
      const origin = originOf(context, a);
      drafts.push({
        severity: "medium",
        confidence: 0.85,
        sheet,
        ranges: [asRange(home), ...coverCells(pair.filter((one) => one.sheet === sheet))],
        title: "One figure counts twice among the methods",
        comment: say`${place(home)} takes the middle of several figures, ${number(context, home)}. ${called(context, a)} and ${called(context, b)} of ${number(context, b)} both come from ${place(origin)}, so one piece of evidence speaks twice and pulls the result to itself. Keep one of the two.`,
        nature: "judgement",
        meaning: `evidence/${wordsFor(context, home).row ?? ""}`,
        alsoRead: [a, b, origin],
      });
    }
    return drafts.slice(0, 3);
  },
};
