import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { compositionOf } from "../../meaning/composition";
import { besideIn } from "../../meaning/period-cells";
import { calculated, listed, named, number, place, say } from "../../wording/say";

/** Rounding of published figures. */
const tolerance = 0.005;
const leastRounding = 2;
/** Charges that stand between operating profit and EBITDA, by whatever name. */
const writesDown = /\b(?:depreciation|amorti[sz]ation|d&a|impairments?|depletion)\b/iu;
const mostCharges = 8;

interface Identity {
  readonly total: readonly ConceptId[];
  /** A cost counts by its size, whichever way it is shown. */
  readonly parts: readonly { readonly of: readonly ConceptId[]; readonly counts: "as shown" | "added" | "taken off" }[];
}

const identities: readonly Identity[] = [
  {
    total: ["gross-profit"],
    parts: [
      { of: ["revenue"], counts: "as shown" },
      { of: ["cost-of-revenue"], counts: "taken off" },
    ],
  },
  {
    total: ["ebitda"],
    parts: [
      { of: ["operating-income", "ebit"], counts: "as shown" },
      { of: ["depreciation-and-amortization"], counts: "added" },
    ],
  },
  {
    total: ["total-assets"],
    parts: [
      { of: ["total-current-assets"], counts: "as shown" },
      { of: ["total-non-current-assets"], counts: "as shown" },
    ],
  },
  {
    total: ["total-liabilities"],
    parts: [
      { of: ["total-current-liabilities"], counts: "as shown" },
      { of: ["total-non-current-liabilities"], counts: "as shown" },
    ],
  },
  {
    total: ["total-liabilities-and-equity"],
    parts: [
      { of: ["total-liabilities"], counts: "as shown" },
      { of: ["total-equity"], counts: "as shown" },
    ],
  },
  {
    total: ["net-change-in-cash"],
    parts: [
      { of: ["operating-cash-flow"], counts: "as shown" },
      { of: ["investing-cash-flow"], counts: "as shown" },
      { of: ["financing-cash-flow"], counts: "as shown" },
    ],
  },
  {
    total: ["ending-cash"],
    parts: [
      { of: ["beginning-cash"], counts: "as shown" },
      { of: ["net-change-in-cash"], counts: "as shown" },
    ],
  },
  {
    total: ["net-debt"],
    parts: [
      { of: ["total-debt"], counts: "as shown" },
      { of: ["cash-and-equivalents"], counts: "taken off" },
    ],
  },
];

/** The one row of the axis that is read as the concept; null where there are several. */
function rowOn(context: AuditContext, axisId: string, concepts: readonly ConceptId[]): LineItem | null {
  for (const concept of concepts) {
    const rows = context
      .itemsOf(concept, 0.84)
      .filter((item) => item.axisId === axisId && item.unit.kind !== "percent" && item.unit.kind !== "multiple");
    if (rows.length === 1) return rows[0]!;
    if (rows.length > 1) return null;
  }
  return null;
}

interface Period {
  readonly entry: SeriesCell;
  readonly cells: readonly CellAddress[];
  readonly total: number;
  readonly expected: number;
}

function periodsOf(context: AuditContext, identity: Identity, total: LineItem, parts: readonly LineItem[]): Period[] {
  return context.ownSeriesOf(total).flatMap((entry) => {
    const cells = parts.map((part) => besideIn(context, part, entry, total.axisId)?.address);
    const values = cells.map((cell) => (cell === undefined ? null : context.numberAt(cell)));
    const shown = context.numberAt(entry.address);
    if (shown === null || values.some((value) => value === null || value === 0)) return [];
    const expected = values.reduce<number>((sum, value, i) => {
      const { counts } = identity.parts[i]!;
      return sum + (counts === "as shown" ? value! : counts === "added" ? Math.abs(value!) : -Math.abs(value!));
    }, 0);
    return [{ entry, cells: cells.map((cell) => cell!), total: shown, expected }];
  });
}

function holds({ total, expected }: Period): boolean {
  return Math.abs(total - expected) <= Math.max(tolerance * Math.max(Math.abs(total), Math.abs(expected)), 1e-9);
}

/** A row of the same statement that is as large as the gap: the identity has one more part in that period. */
function isExplained(context: AuditContext, total: LineItem, { entry, total: shown, expected }: Period): boolean {
  const gap = Math.abs(shown - expected);
  return context.itemsOnAxis(total.axisId).some((item) => {
    const cell = context.seriesOf(item).find(({ period }) => period.index0 === entry.period.index0);
    const value = cell === undefined ? null : context.numberAt(cell.address);
    return value !== null && Math.abs(Math.abs(value) - gap) <= 0.01 * gap;
  });
}

/** Sums of any of the figures. */
function sumsOf(figures: readonly number[]): number[] {
  return figures.reduce<number[]>((sums, figure) => [...sums, ...sums.map((sum) => sum + figure)], [0]);
}

/** Profit bears further charges of the kind that is added back, in rows of their own: together they are the gap. */
function bearsMoreCharges(
  context: AuditContext,
  identity: Identity,
  { cells, total: shown, expected }: Period,
): boolean {
  const added = identity.parts.findIndex(({ counts }) => counts === "added");
  const profit = cells[identity.parts.findIndex(({ counts }) => counts === "as shown")];
  if (added < 0 || profit === undefined) return false;
  const told = context.itemAt(cells[added]!);
  const charges = [...compositionOf(context, profit).parts.values()].flatMap(({ address, factor }) => {
    const row = context.itemAt(address);
    const value = context.numberAt(address);
    return row === null || row === told || value === null || !writesDown.test(row.label) ? [] : [-factor * value];
  });
  const gap = shown - expected;
  return sumsOf(charges.slice(0, mostCharges)).some((sum) => sum !== 0 && Math.abs(sum - gap) <= 0.01 * Math.abs(gap));
}

function judge(context: AuditContext, identity: Identity, total: LineItem): FindingDraft | null {
  const parts = identity.parts.map(({ of }) => rowOn(context, total.axisId, of));
  if (parts.some((part) => part === null) || rowOn(context, total.axisId, identity.total) !== total) return null;
  const rows = parts.map((part) => part!);
  const periods = periodsOf(context, identity, total, rows);
  const off = periods.filter((period) => !holds(period));
  const first = off[0];
  /** Where it mostly fails the statement is made in another way. */
  if (first === undefined || off.length * 2 >= periods.length) return null;
  const isRounding = Math.abs(first.total - first.expected) <= leastRounding && Math.abs(first.total) > 100;
  if (isRounding || off.some((period) => isExplained(context, total, period))) return null;
  if (off.every((period) => bearsMoreCharges(context, identity, period))) return null;
  const operands = Object.fromEntries(rows.map((row, i) => [row.label.trim(), first.cells[i]!]));
  const sum = calculated(first.expected, "currency", rows.map((row) => row.label.trim()).join(" and "), operands);
  return {
    severity: "high",
    confidence: 0.88,
    sheet: total.sheet,
    ranges: coverCells(off.map(({ entry }) => entry.address)),
    title: `“${total.label.trim()}” is not what its parts come to`,
    comment: say`${named(total, first.entry.address)} is ${number(context, first.entry.address)} in ${place(first.entry.address, first.entry.called)}, while ${listed(rows.map((row, i) => say`${named(row, first.cells[i])} of ${number(context, first.cells[i]!)}`))} come to ${sum}. In the other periods they agree, so one of the figures is wrong here, or a line is missing. Check them against the source, and calculate the subtotal.`,
    nature: "slip",
    meaning: `${total.id}/${first.entry.called}`,
    alsoRead: off.flatMap(({ cells }) => cells),
    aside: say`There it is not what its parts come to.`,
  };
}

/** A subtotal that agrees with its parts in most periods and not in all. */
export const identityBreaks: AuditRule = {
  id: "identity-breaks",
  find: (context) =>
    identities.flatMap((identity) =>
      identity.total
        .flatMap((concept) => context.itemsOf(concept, 0.84))
        .flatMap((total) => judge(context, identity, total) ?? []),
    ),
};
