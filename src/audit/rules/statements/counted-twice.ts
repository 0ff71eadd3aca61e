import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { cellKey, type AuditContext, type SeriesCell } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called } from "../../lines/cell-name";
import { compositionOf, termsOf } from "../../meaning/composition";
import { coverCells } from "../../lines/cover-cells";
import { samplePeriods } from "../../meaning/sample-periods";
import { listed, named, number, place, say } from "../../wording/say";
import { addTo, firstOfEach } from "../../../workbook/group-by";
import { sure } from "../../meaning/sure-concept";

/** Totals of what flows in a period, the widest first: what one of them counts twice, the next need not say again. */
const totals: readonly ConceptId[] = [
  "net-change-in-cash",
  "operating-cash-flow",
  "unlevered-free-cash-flow",
  "free-cash-flow",
  "net-income",
  "ebitda",
  "ebit",
  "operating-income",
  "gross-profit",
  "working-capital",
];
const sections: ReadonlySet<string | undefined> = new Set([
  "operating-cash-flow",
  "investing-cash-flow",
  "financing-cash-flow",
]);
const fewest = 2;

interface Twice {
  readonly entry: SeriesCell;
  /** What is counted more than once. */
  readonly counted: CellAddress;
  /** The rows of the total by which it comes in. */
  readonly ways: readonly CellAddress[];
}

/** The cells that a total takes up more than once, but not what they are made of in turn. */
function twiceIn(context: AuditContext, total: CellAddress): CellAddress[] {
  const repeated = [...compositionOf(context, total).parts.values()].filter(
    ({ address, factor }) => Math.abs(factor) >= 2 && (context.numberAt(address) ?? 0) !== 0,
  );
  return repeated
    .filter(
      ({ address }) =>
        !repeated.some(
          (other) => other.address !== address && compositionOf(context, other.address).parts.has(cellKey(address)),
        ),
    )
    .map(({ address }) => address);
}

function factorIn(context: AuditContext, cell: CellAddress, counted: CellAddress): number {
  if (cellKey(cell) === cellKey(counted)) return 1;
  return Math.abs(compositionOf(context, cell).parts.get(cellKey(counted))?.factor ?? 0);
}

/** The terms by which it comes in, looked for within the sections of a cash flow and within any term that counts it twice itself. */
function waysInto(context: AuditContext, total: CellAddress, counted: CellAddress): CellAddress[] {
  const ways: CellAddress[] = [];
  const waiting = [total];
  for (let next = waiting.shift(); next !== undefined && ways.length < 8; next = waiting.shift()) {
    for (const { address } of termsOf(context, next).terms) {
      const times = factorIn(context, address, counted);
      if (times === 0) continue;
      const item = context.itemAt(address);
      /** A subtotal without a name of its own is no place to point at. */
      const isSection = item === null || sections.has(item.concept?.id);
      const isInner = termsOf(context, address).terms.length > 0;
      if (cellKey(address) !== cellKey(counted) && isInner && (isSection || times >= 2)) waiting.push(address);
      else ways.push(address);
    }
  }
  return ways.sort((a, b) => a.rowIndex0 - b.rowIndex0);
}

function draft(context: AuditContext, total: LineItem, found: readonly Twice[]): FindingDraft {
  const { entry, counted, ways } = found[0]!;
  const source = context.itemAt(counted);
  const words = source?.label.trim() ?? "A figure";
  /** A profit that holds it is right; the other rows count it again. */
  const isAgain = (cell: CellAddress) => context.itemAt(cell)?.isTotal !== true && !isProfit(context, cell);
  const again = found.flatMap((one) => one.ways.filter(isAgain));
  return {
    severity: "high",
    confidence: 0.9,
    sheet: total.sheet,
    ranges: coverCells(
      again.length > 0 && again.every(({ sheet }) => sheet === total.sheet)
        ? again
        : found.map((one) => one.entry.address),
    ),
    title: `“${words}” is counted more than once in “${total.label.trim()}”`,
    comment: say`${called(context, counted)} of ${number(context, counted)} comes into ${named(total, entry.address)} of ${place(entry.address, entry.period.label)} ${ways.length > 1 ? say`by ${listed(ways.map((way) => called(context, way)))}` : say`more than once`}. The same money moves only once, so the total is off by it. Keep it in one place, and take it off where another section shows it.`,
    nature: "slip",
    meaning: `${total.id}/${source?.id ?? words}`,
    alsoRead: [counted, ...ways],
  };
}

function isProfit(context: AuditContext, cell: CellAddress): boolean {
  return /^(?:net-income|ebit|ebitda|operating-income|pretax-income|gross-profit|nopat)\b/u.test(
    context.itemAt(cell)?.concept?.id ?? "",
  );
}

function judge(context: AuditContext, total: LineItem): FindingDraft[] {
  const byRow = new Map<LineItem | null, Twice[]>();
  const series = context.seriesOf(total);
  if (samplePeriods(series).every(({ address }) => twiceIn(context, address).length === 0)) return [];
  for (const entry of series) {
    if ((entry.cell?.formula ?? null) === null) continue;
    const repeated = twiceIn(context, entry.address);
    /** A movement counted twice repeats both its ends: the later one is told. */
    const ofPeriod = repeated.filter((cell) => context.periodAt(cell)?.index0 === entry.period.index0);
    for (const counted of ofPeriod.length > 0 ? ofPeriod : repeated) {
      const row = context.itemAt(counted);
      const twice = { entry, counted, ways: waysInto(context, entry.address, counted) };
      addTo(byRow, row, twice);
    }
  }
  return [...byRow]
    .filter(([row, found]) => row !== null && found.length >= fewest)
    .map(([, found]) => draft(context, total, found));
}

/** A figure that a total takes up by two ways at once: within a subtotal and beside it. */
export const countedTwice: AuditRule = {
  id: "counted-twice",
  find(context) {
    const found = totals.flatMap((concept) =>
      context
        .itemsOf(concept, sure)
        .filter((item) => context.axisOf(item).orientation === "columns")
        .flatMap((item) => judge(context, item)),
    );
    return firstOfEach(found, ({ alsoRead }) => cellKey(alsoRead![0]!));
  },
};
