import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { named, place, say } from "../../wording/say";

/** "1,234.5", "(120)", "12%": what a reader takes for a number and a formula does not. */
const looksNumeric = /^\s*[-+(]?\s*[$€£]?\s*\d{1,3}(?:[,\s]?\d{3})*(?:\.\d+)?\s*%?\)?\s*$/u;
const fewestNumbers = 3;

function textsIn(context: AuditContext, item: LineItem): { address: CellAddress; text: string }[] {
  const series = context.seriesOf(item);
  const numbers = series.filter(({ address }) => context.numberAt(address) !== null).length;
  const texts = series.flatMap(({ address, cell }) => {
    const text = typeof cell?.value === "string" ? cell.value.trim() : "";
    return looksNumeric.test(text) ? [{ address, text }] : [];
  });
  return numbers >= fewestNumbers && texts.length < numbers ? texts : [];
}

/** Numbers kept as text in a row of numbers. */
export const numberAsText: AuditRule = {
  id: "number-as-text",
  find(context) {
    return context.model.lineItems.flatMap((item): FindingDraft[] => {
      const found = textsIn(context, item);
      if (found[0] === undefined) return [];
      const { address: first, text } = found[0];
      const texts = found.map(({ address }) => address);
      const isRead = texts.some((cell) => context.index.dependentsOf(cell).length > 0);
      const period = context.periodAt(first);
      return [
        {
          severity: isRead ? "high" : "medium",
          confidence: 0.92,
          sheet: item.sheet,
          ranges: coverCells(texts),
          title: `A number of “${item.label.trim()}” is stored as text`,
          comment: say`${named(item, first)} holds “${text}” as text${period === null ? "" : say` in ${place(first, period.label)}`}, among numbers. SUM and AVERAGE pass over it in silence, and a comparison with it is always false${isRead ? "; formulas read it" : ""}. Type it again as a number.`,
          nature: "slip",
          meaning: item.id,
        },
      ];
    });
  },
};
