import { type AuditRule } from "../audit-rule";
import { coverCells } from "../cover-cells";
import { listed, named, place, say } from "../say";

/** A circle of formulas: a fault where the workbook does not iterate, a risk where it does. */
export const circularity: AuditRule = {
  id: "circularity",
  find(context) {
    if (context.model.circularGroups.length === 0) return [];
    const iterates = context.index.snapshot.iterative === true;
    const group = [...context.model.circularGroups].sort((a, b) => b.length - a.length)[0]!;
    const first = group[0];
    if (first === undefined) return [];
    const onSheet = group.filter((cell) => cell.sheet === first.sheet);
    const ranges = coverCells(onSheet);
    const rows = [...new Set(group.map((cell) => context.meaningAt(cell)).filter((meaning) => meaning !== null))];
    const way = rows.length === 0 ? listed(ranges.map((range) => place(range))) : listed(rows.map((row) => named(row)));
    return [
      {
        severity: iterates ? ("low" as const) : ("high" as const),
        confidence: context.index.snapshot.iterative === null ? 0.7 : 0.9,
        sheet: first.sheet,
        ranges: ranges.slice(0, 12),
        title: "Formulas depend on themselves",
        comment: iterates
          ? say`The calculation runs in a circle through ${way}, and the workbook iterates until it settles. One error in the circle stays there, and a reader with iteration switched off sees nought. Make sure that a switch can break the circle.`
          : say`The calculation runs in a circle through ${way}, and the workbook does not ask for iteration. The values shown may be those of an earlier state. Break the circle (interest on opening balances is the usual way), or switch on iteration and say so.`,
        meaning: `circle/${rows[0]?.id ?? ""}`,
        concernsWholeModel: !iterates,
      },
    ];
  },
};
