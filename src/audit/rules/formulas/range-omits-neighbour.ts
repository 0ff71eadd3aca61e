import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { type CellRange } from "../../../contracts/workbook-snapshot";
import { rangesOf, signedTerms } from "../../lines/formula-shape";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { named, number, place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

interface Sum {
  readonly address: CellAddress;
  readonly range: CellRange;
}

/** Cells that are one SUM over one vertical range of their own column. */
function sumOf(context: AuditContext, address: CellAddress): Sum | null {
  const formula = context.index.formulaAt(address);
  if (formula?.kind !== "read") return null;
  const root = withoutBrackets(formula.root);
  if (root.kind !== "call" || root.name !== "SUM" || root.args.length !== 1) return null;
  const range = rangesOf(context, address, withoutBrackets(root.args[0]!))[0];
  if (range === undefined || range.sheet !== address.sheet || range.startRow0 === range.endRow0) return null;
  const ownColumn = range.startColumn0 === address.columnIndex0 && range.endColumn0 === address.columnIndex0;
  return ownColumn ? { address, range } : null;
}

function isAddable(context: AuditContext, total: LineItem, candidate: LineItem | null): candidate is LineItem {
  if (candidate === null || candidate === total || candidate.isTotal) return false;
  if (
    candidate.unit.kind === "percent" ||
    candidate.unit.kind === "multiple" ||
    candidate.unit.kind === "days" ||
    candidate.unit.kind === "date"
  )
    return false;
  return candidate.unit.kind === total.unit.kind || candidate.unit.kind === "unknown" || total.unit.kind === "unknown";
}

function at(cell: CellAddress, rowIndex0: number): CellAddress {
  return { ...cell, rowIndex0 };
}

/** The row left out between the range and its total, where it looks like one of the summed. */
function omitted(context: AuditContext, total: LineItem, sum: Sum): CellAddress | null {
  const { address, range } = sum;
  if (range.endRow0 !== address.rowIndex0 - 2) return null;
  const between = at(address, address.rowIndex0 - 1);
  if (context.numberAt(between) === null || context.numberAt(between) === 0) return null;
  const item = context.itemAt(between);
  if (!isAddable(context, total, item)) return null;
  const alreadyATotal = signedTerms(context, between).some(
    (term) => term.range.sheet === range.sheet && overlaps(term.range, range),
  );
  return alreadyATotal ? null : between;
}

function overlaps(a: CellRange, b: CellRange): boolean {
  return (
    a.startRow0 <= b.endRow0 &&
    b.startRow0 <= a.endRow0 &&
    a.startColumn0 <= b.endColumn0 &&
    b.startColumn0 <= a.endColumn0
  );
}

/** A subtotal inside the range whose parts are all inside it as well: they are counted twice. */
function doubled(context: AuditContext, sum: Sum): CellAddress | null {
  for (let row = sum.range.startRow0 + 1; row <= sum.range.endRow0; row++) {
    const inner = at(sum.address, row);
    const subtotal = sumOf(context, inner);
    if (subtotal === null || subtotal.range.startRow0 < sum.range.startRow0 || subtotal.range.endRow0 >= row) continue;
    if (context.numberAt(inner) !== 0 && context.numberAt(inner) !== null) return inner;
  }
  return null;
}

function draft(
  context: AuditContext,
  total: LineItem,
  kind: "omits" | "doubles",
  found: readonly { sum: Sum; other: CellAddress }[],
): FindingDraft {
  const { sum, other } = found[0]!;
  const row = context.meaningAt(other);
  const confidence = kind === "doubles" ? 0.9 : found.length >= 2 ? 0.75 : 0.8;
  const what = row === null ? say`${place(other)}` : named(row, other);
  const ranges = coverCells(found.map((one) => one.sum.address));
  return {
    severity: "high",
    confidence,
    sheet: total.sheet,
    ranges,
    title:
      kind === "omits"
        ? `“${total.label.trim()}” leaves out the row above it`
        : `“${total.label.trim()}” counts a subtotal twice`,
    comment:
      kind === "omits"
        ? say`${named(total, ranges[0])} adds up ${place(sum.range)} and stops one row short of ${what}, which holds ${number(context, other)}. If that row belongs to the total, the total is wrong by as much. Extend the range, or set the row apart.`
        : say`${named(total, ranges[0])} adds up ${place(sum.range)}, which holds both the subtotal ${what} of ${number(context, other)} and the rows it is made of. They count twice. Add the subtotals only, or the rows only.`,
    nature: "slip",
    meaning: `${kind}/${total.id}`,
    alsoRead: [other],
  };
}

/** A total whose range stops one row short, or holds a subtotal besides its parts. */
export const rangeOmitsNeighbour: AuditRule = {
  id: "range-omits-neighbour",
  find(context) {
    return context.model.lineItems.flatMap((total) => {
      if (context.axisOf(total).orientation !== "columns" || total.role === "input") return [];
      const sums = context.seriesOf(total).flatMap(({ address }) => sumOf(context, address) ?? []);
      const omits = sums.flatMap((sum) => {
        const other = omitted(context, total, sum);
        return other === null ? [] : [{ sum, other }];
      });
      const doubles = sums.flatMap((sum) => {
        const other = doubled(context, sum);
        return other === null ? [] : [{ sum, other }];
      });
      return [
        ...(omits.length > 0 ? [draft(context, total, "omits", omits)] : []),
        ...(doubles.length > 0 ? [draft(context, total, "doubles", doubles)] : []),
      ];
    });
  },
};
