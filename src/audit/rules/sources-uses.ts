import { type CellAddress } from "../../contracts/model-map";
import { type AuditContext, type Meaning } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { asRange, calculated, named, number, say } from "../say";

const tolerance = 0.002;
const farthestRowsApart = 25;

interface Total {
  readonly meaning: Meaning;
  readonly cell: CellAddress;
  readonly value: number;
}

function totalsOf(context: AuditContext, concept: string): Total[] {
  return context.parametersOf(concept, 0.84).flatMap((meaning) => {
    const value = context.numberAt(meaning.cell);
    return value === null || value === 0 ? [] : [{ meaning, cell: meaning.cell, value: Math.abs(value) }];
  });
}

/** Total sources against total uses of one deal. */
export const sourcesUses: AuditRule = {
  id: "sources-uses",
  find(context) {
    const uses = totalsOf(context, "uses-total");
    return totalsOf(context, "sources-total").flatMap((source): FindingDraft[] => {
      const beside = uses.filter(
        ({ cell }) =>
          cell.sheet === source.cell.sheet && Math.abs(cell.rowIndex0 - source.cell.rowIndex0) <= farthestRowsApart,
      );
      const use = beside[0];
      if (use === undefined || beside.some(({ value }) => Math.abs(value - source.value) <= tolerance * value))
        return [];
      /** Shares of the total (100 %) stand beside the totals and are called the same. */
      if (use.value <= 1.5 || source.value <= 1.5) return [];
      const gap = calculated(source.value - use.value, "currency", "sources - uses", {
        sources: source.cell,
        uses: use.cell,
      });
      return [
        {
          severity: "high",
          confidence: 0.9,
          sheet: source.cell.sheet,
          ranges: [asRange(source.cell), asRange(use.cell)],
          title: "Sources and uses do not agree",
          comment: say`${named(source.meaning)} is ${number(context, source.cell)} and ${named(use.meaning)} ${number(context, use.cell)}: ${gap} apart. A deal is paid with what is raised, so one line is missing or counted twice, and the debt or equity that plugs it is wrong. Find the line, and add a check beside the totals.`,
          nature: "slip",
          meaning: `${source.meaning.id}/${use.meaning.id}`,
          alsoRead: [use.cell],
        },
      ];
    });
  },
};
