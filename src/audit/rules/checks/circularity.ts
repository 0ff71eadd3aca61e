import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { calls } from "../../lines/formula-shape";
import { listed, named, place, say } from "../../wording/say";

const mostCircles = 3;
const mostRanges = 60;

/** A circle of formulas: a fault where the workbook does not iterate, a risk where it does. */
export const circularity: AuditRule = {
  id: "circularity",
  find(context) {
    const groups = circlesOf(context).sort((a, b) => b.length - a.length);
    return groups.slice(0, mostCircles).flatMap((group) => judge(context, group) ?? []);
  },
};

/** A circle in each period through the same rows is one circle. */
function circlesOf(context: AuditContext): CellAddress[][] {
  const byRows = new Map<string, CellAddress[]>();
  for (const group of context.model.circularGroups) {
    const rows = new Set(group.map((cell) => context.meaningAt(cell)?.id ?? `${cell.sheet}/${cell.rowIndex0}`));
    const key = [...rows].sort().join();
    byRows.set(key, [...(byRows.get(key) ?? []), ...group]);
  }
  return [...byRows.values()];
}

/** Functions that calculate one branch or one cell of what they name: the way through them may be closed. */
const choosing: ReadonlySet<string> = new Set([
  "IF",
  "IFS",
  "CHOOSE",
  "SWITCH",
  "INDEX",
  "XLOOKUP",
  "OFFSET",
  "INDIRECT",
]);

/** The circle leads through a choice, and every cell of it shows a number: it may well stand open. */
function mayStandOpen(context: AuditContext, group: readonly CellAddress[]): boolean {
  const chooses = group.some((cell) => {
    const formula = context.index.formulaAt(cell);
    return formula?.kind === "read" && calls(formula.root, choosing);
  });
  return chooses && group.every((cell) => context.numberAt(cell) !== null);
}

function judge(context: AuditContext, group: readonly CellAddress[]): FindingDraft | null {
  const iterates = context.index.snapshot.iterative === true;
  const first = group[0];
  if (first === undefined) return null;
  const ranges = coverCells(group.filter((cell) => cell.sheet === first.sheet));
  const rows = [...new Set(group.map((cell) => context.meaningAt(cell)).filter((meaning) => meaning !== null))];
  const way = rows.length === 0 ? listed(ranges.map((range) => place(range))) : listed(rows.map((row) => named(row)));
  const isOpen = !iterates && mayStandOpen(context, group);
  return {
    severity: iterates ? "low" : isOpen ? "medium" : "high",
    confidence: context.index.snapshot.iterative === null || isOpen ? 0.7 : 0.9,
    sheet: first.sheet,
    ranges: ranges.slice(0, mostRanges),
    title: "Formulas depend on themselves",
    comment: iterates
      ? say`The calculation runs in a circle through ${way}, and the workbook iterates until it settles. One error in the circle stays there, and a reader with iteration switched off sees nought. Make sure that a switch can break the circle.`
      : isOpen
        ? say`The formulas lead in a circle through ${way}, and the workbook does not ask for iteration. The way goes through a condition or a look-up that may keep it open today; the day it closes, Excel stops with a warning or shows an earlier state. See which choice closes it, or break the circle for good.`
        : say`The calculation runs in a circle through ${way}, and the workbook does not ask for iteration. The values shown may be those of an earlier state. Break the circle (interest on opening balances is the usual way), or switch on iteration and say so.`,
    meaning: `circle/${rows.map(({ label }) => label).sort()[0] ?? ""}`,
    concernsWholeModel: !iterates && !isOpen,
  };
}
