import { conceptById } from "../../../concepts/dictionary";
import { type CellAddress, type LineItem, type Period } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { linkOf } from "../../lines/formula-shape";
import { wordsOfLabel } from "../../lines/row-label";
import { asRange, named, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

/** Rows that look back by their nature. */
const looksBack =
  /\b(?:begin|beginning|open|opening|prior|previous|last|lag|lagged|change|changes|growth|increase|decrease|average|avg|start|yoy|turnover|days|delta|brought|b\/?f|cagr|return|roe|roa|roic|trailing|ltm|carry|carried|carryforward|nol)\b|Δ/iu;
const mostlyAligned = 0.8;

interface CrossReference {
  readonly home: CellAddress;
  readonly target: CellAddress;
  /** Periods of the target after the home's: 0 is the same. */
  readonly shift: number;
}

/** How many periods lie between two of one kind; null where they cannot be compared. */
function shiftBetween(home: Period, target: Period): number | null {
  if (home.kind !== target.kind || home.year === null || target.year === null) return null;
  if (home.kind === "year") return target.year - home.year;
  const perYear = home.kind === "quarter" ? 4 : home.kind === "month" ? 12 : home.kind === "half" ? 2 : null;
  if (perYear === null || home.ordinal === null || target.ordinal === null) return null;
  return (target.year - home.year) * perYear + target.ordinal - home.ordinal;
}

function crossReferences(context: AuditContext, item: LineItem): CrossReference[] {
  return context.seriesOf(item).flatMap(({ address, period, cell }) => {
    if ((cell?.formula ?? null) === null) return [];
    return context.index.precedentsOf(address).flatMap((range) => {
      if (range.sheet === item.sheet || range.startRow0 !== range.endRow0 || range.startColumn0 !== range.endColumn0)
        return [];
      const target = { sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 };
      const there = context.periodAt(target);
      const shift = there === null ? null : shiftBetween(period, there);
      return shift === null ? [] : [{ home: address, target, shift }];
    });
  });
}

function isFlow(context: AuditContext, target: LineItem | null): target is LineItem {
  if (target === null) return false;
  const concept = target.concept === null ? null : conceptById(target.concept.id);
  return concept?.periodKind === "duration" && concept.unit === "currency" && context.axisOf(target).periods.length > 1;
}

/** A row that does nothing but show another of the same name or concept is of the same period too, be it a flow, a balance or a ratio. */
function carriesOver(
  context: AuditContext,
  item: LineItem,
  source: LineItem,
  references: readonly CrossReference[],
): boolean {
  const isSame =
    wordsOfLabel(item.label).join(" ") === wordsOfLabel(source.label).join(" ") ||
    (item.concept !== null && item.concept.confidence >= 0.84 && item.concept.id === source.concept?.id);
  return isSame && references.every(({ home }) => linkOf(context, home) !== null);
}

function judge(context: AuditContext, item: LineItem, references: readonly CrossReference[]): FindingDraft | null {
  const first = references.find((reference) => reference.shift !== 0);
  if (
    first === undefined ||
    references.some((reference) => sameRow(reference, first) && reference.shift !== first.shift)
  )
    return null;
  if (Math.abs(first.shift) !== 1) return null;
  const off = references.filter((reference) => sameRow(reference, first));
  const source = context.itemAt(first.target);
  if (source === null || off.length < 2 || !(isFlow(context, source) || carriesOver(context, item, source, off)))
    return null;
  const ranges = coverCells(off.map((reference) => reference.home));
  const confidence = 0.85;
  const [own, read] = [context.periodAt(first.home), context.periodAt(first.target)];
  return {
    severity: "high",
    confidence,
    sheet: item.sheet,
    ranges,
    title: `“${item.label.trim()}” reads the ${first.shift < 0 ? "previous" : "next"} period of “${source.label.trim()}”`,
    comment: say`${named(item, ranges[0])} takes ${place(first.home, own!.label)} from ${named(source, asRange(first.target))}, which is the column of ${place(first.target, read!.label)}. Other rows of this sheet read their own period. Each figure arrives ${first.shift < 0 ? "late" : "early"}, under the header of another period. Shift the reference by one column.`,
    nature: "slip",
    meaning: `${item.id}/${source.id}`,
    aside: say`It also reads the ${first.shift < 0 ? "previous" : "next"} period: ${place(first.home, own!.label)} takes ${place(first.target, read!.label)}.`,
    alsoRead: off.map((reference) => reference.target),
  };
}

function sameRow(a: CrossReference, b: CrossReference): boolean {
  return a.target.sheet === b.target.sheet && a.target.rowIndex0 === b.target.rowIndex0;
}

/** A row that reads another sheet one period off, on a sheet where references keep to their own period. */
export const wrongPeriod: AuditRule = {
  id: "wrong-period",
  find(context) {
    const bySheets = new Map<string, { all: CrossReference[]; items: Map<LineItem, CrossReference[]> }>();
    for (const item of context.model.lineItems) {
      if (looksBack.test(item.label)) continue;
      for (const reference of crossReferences(context, item)) {
        const key = `${item.sheet}\u0000${reference.target.sheet}`;
        const known = bySheets.get(key) ?? { all: [], items: new Map<LineItem, CrossReference[]>() };
        known.all.push(reference);
        addTo(known.items, item, reference);
        bySheets.set(key, known);
      }
    }
    const ownPeriod = new Map<string, { aligned: number; all: number }>();
    for (const [key, { all }] of bySheets) {
      const home = key.split("\u0000")[0]!;
      const count = ownPeriod.get(home) ?? { aligned: 0, all: 0 };
      ownPeriod.set(home, {
        aligned: count.aligned + all.filter(({ shift }) => shift === 0).length,
        all: count.all + all.length,
      });
    }
    return [...bySheets].flatMap(([key, { items }]) => {
      const { aligned, all } = ownPeriod.get(key.split("\u0000")[0]!)!;
      const odd = [...items].filter(([item, references]) => judge(context, item, references) !== null);
      const oddReferences = odd.reduce((total, [, references]) => total + references.length, 0);
      if (aligned < mostlyAligned * (all - oddReferences) || aligned <= oddReferences) return [];
      return odd.flatMap(([item, references]) => judge(context, item, references) ?? []);
    });
  },
};
