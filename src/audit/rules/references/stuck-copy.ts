import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { place, say } from "../../wording/say";
import { formulaLines, type FormulaLine, type LineCell } from "../../lines/zones";

const fewestCells = 3;

/** The formula as it is written, where it reads a stretch of periods without a dollar sign; null for any other. */
function window(context: AuditContext, { address, cell }: LineCell): string | null {
  const formula = cell?.formula ?? null;
  if (formula === null || formula.includes("$") || !formula.includes(":")) return null;
  const reads = context.index.precedentsOf(address);
  const across = reads.filter(
    (range) =>
      range.startRow0 === range.endRow0 && range.endColumn0 > range.startColumn0 && range.sheet === address.sheet,
  );
  const isOnlyOne = reads.length === 1 && across.length === 1 && across[0]!.endColumn0 < address.columnIndex0;
  return isOnlyOne ? formula.trim() : null;
}

function judge(context: AuditContext, line: FormulaLine): FindingDraft[] {
  if (line.cells.length < fewestCells) return [];
  const windows = line.cells.map((entry) => window(context, entry));
  const count = (written: string) => windows.filter((other) => other === written).length;
  return windows.flatMap((written, i) => {
    const [before, entry] = [line.cells[i - 1], line.cells[i]!];
    /** More than two alike are a choice: one average for all the years. */
    if (written === null || before === undefined || windows[i - 1] !== written || count(written) !== 2) return [];
    const read = context.index.precedentsOf(entry.address)[0]!;
    return [
      {
        severity: "medium",
        confidence: 0.72,
        sheet: line.sheet,
        ranges: coverCells([entry.address]),
        title: `“${line.label}” reads the same periods twice`,
        comment: say`“${place(entry.address, line.label)}”${entry.called === null ? "" : ` in ${entry.called}`} takes ${place(read)} together, exactly what ${place(before.address)} before it takes, while the row goes on otherwise. Copied across, the stretch would have moved by a period. Copy the formula again, or fix it in all periods.`,
        nature: "slip",
        meaning: `${line.id}/${entry.called ?? ""}`,
        alsoRead: [before.address],
      } satisfies FindingDraft,
    ];
  });
}

/** An average or sum over the periods before that did not move on with its column. */
export const stuckCopy: AuditRule = {
  id: "stuck-copy",
  find: (context) => formulaLines(context).flatMap((line) => judge(context, line)),
};
