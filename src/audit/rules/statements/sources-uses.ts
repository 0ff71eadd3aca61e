import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext, type Meaning } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { asRange, calculated, named, number, place, say } from "../../wording/say";

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

/** The sources and uses of every period: where the money of a schedule comes from and where it goes. */
function overTime(context: AuditContext): FindingDraft[] {
  return context.itemsOf("sources-total", 0.84).flatMap((source): FindingDraft[] => {
    const use = context
      .itemsBelow(source, farthestRowsApart)
      .find(({ concept }) => concept?.id === "uses-total" && concept.confidence >= 0.84);
    if (use === undefined) return [];
    const entries = context.seriesOf(source);
    const apart = context.seriesOf(use).flatMap((entry, i) => {
      const from = entries[i]!.address;
      const [raised, spent] = [context.numberAt(from), context.numberAt(entry.address)];
      if (raised === null || spent === null || raised === 0 || spent === 0) return [];
      const gap = Math.abs(raised) - Math.abs(spent);
      return Math.abs(gap) <= tolerance * Math.abs(spent) || Math.abs(spent) <= 1.5
        ? []
        : [{ from, to: entry.address, period: entry.period, gap }];
    });
    const first = apart[0];
    if (first === undefined) return [];
    const gap = calculated(first.gap, "currency", "sources - uses", { sources: first.from, uses: first.to });
    return [
      {
        severity: "high",
        confidence: 0.9,
        sheet: use.sheet,
        ranges: coverCells(apart.flatMap(({ from, to }) => [to, from])),
        title: `“${source.label.trim()}” and “${use.label.trim()}” do not agree`,
        comment: say`In ${place(first.to, first.period.label)} ${named(source, first.from)} is ${number(context, first.from)} and ${named(use, first.to)} ${number(context, first.to)}: ${gap} apart${apart.length > 1 ? ", and other periods differ too" : ""}. What a period spends is what it raised, so a line is missing or counted twice, and the repayments or borrowings that close the gap are wrong. Find the line, and add a check beside the totals.`,
        nature: "slip",
        meaning: `${source.id}/${use.id}`,
        alsoRead: apart.map(({ from }) => from),
      },
    ];
  });
}

/** Total sources against total uses of one deal. */
function ofTheDeal(context: AuditContext): FindingDraft[] {
  const uses = totalsOf(context, "uses-total");
  return totalsOf(context, "sources-total").flatMap((source): FindingDraft[] => {
    const beside = uses.filter(
      ({ cell }) =>
        cell.sheet === source.cell.sheet && Math.abs(cell.rowIndex0 - source.cell.rowIndex0) <= farthestRowsApart,
    );
    const use = beside[0];
    if (use === undefined || beside.some(({ value }) => Math.abs(value - source.value) <= tolerance * value)) return [];
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
}

/** Total sources against total uses, of a deal or of every period of a schedule. */
export const sourcesUses: AuditRule = {
  id: "sources-uses",
  find: (context) => [...ofTheDeal(context), ...overTime(context)],
};
