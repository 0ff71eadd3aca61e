import { type AuditRule } from "../audit-rule";
import { coverCells } from "../cover-cells";
import { listed, named, place, say } from "../say";

/** A circle of formulas in a workbook that does not ask for iteration. */
export const circularity: AuditRule = {
  id: "circularity",
  find(context) {
    if (context.model.circularGroups.length === 0 || context.index.snapshot.iterative === true) return [];
    const group = [...context.model.circularGroups].sort((a, b) => b.length - a.length)[0]!;
    const first = group[0];
    if (first === undefined) return [];
    const onSheet = group.filter((cell) => cell.sheet === first.sheet);
    const ranges = coverCells(onSheet);
    const rows = [...new Set(group.map((cell) => context.meaningAt(cell)).filter((meaning) => meaning !== null))];
    const way = rows.length === 0 ? listed(ranges.map((range) => place(range))) : listed(rows.map((row) => named(row)));
    return [
      {
        severity: "high" as const,
        confidence: context.index.snapshot.iterative === null ? 0.7 : 0.92,
        sheet: first.sheet,
        ranges: ranges.slice(0, 12),
        title: "Formulas depend on themselves",
        comment: say`The calculation runs in a circle through ${way}, and the workbook does not ask for iteration. The values shown may be those of an earlier state. Break the circle (interest on opening balances is the usual way), or switch on iteration and say so.`,
        meaning: `circle/${rows[0]?.id ?? ""}`,
        concernsWholeModel: true,
      },
    ];
  },
};
