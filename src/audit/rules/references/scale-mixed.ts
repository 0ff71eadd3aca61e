import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { walkFormula } from "../../../workbook/walk-formula";
import { termsOf } from "../../meaning/composition";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, nameOf } from "../../lines/cell-name";
import { coverCells } from "../../lines/cover-cells";
import { cellOf, rangesOf } from "../../lines/formula-shape";
import { literal, number, place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

const scales: ReadonlySet<number> = new Set([1e3, 1e6, 1e9]);
const farApart = 3e3;
/** Rows of one schedule share its unit. */
const sameSchedule = 4;

interface Scaled {
  readonly by: CellAddress;
  readonly scale: number;
  readonly written: string;
}

/** Rows that some formula divides by a thousand or a million before it uses them. */
function scaledRows(context: AuditContext): Map<string, Scaled> {
  const scaled = new Map<string, Scaled>();
  for (const { sheet, cell } of context.index.formulaCells()) {
    if (!/\/1(?:000)+\b|\/10\^[369]\b/u.test(cell.formula!.replace(/[\s()]/gu, ""))) continue;
    const by = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
    const formula = context.index.formulaAt(by);
    if (formula?.kind !== "read") continue;
    for (const node of walkFormula(formula.root)) {
      if (node.kind !== "binary" || node.operator !== "/") continue;
      const divisor = withoutBrackets(node.right);
      if (divisor.kind !== "number" || !scales.has(divisor.value)) continue;
      const over = cellOf(context, by, node.left) ?? lastCell(context, by, node.left);
      if (over !== null) scaled.set(rowKey(over), { by, scale: divisor.value, written: divisor.written });
    }
  }
  return scaled;
}

function lastCell(context: AuditContext, home: CellAddress, node: Parameters<typeof cellOf>[2]): CellAddress | null {
  const inner = withoutBrackets(node);
  if (inner.kind === "binary") return cellOf(context, home, inner.right);
  const argument = inner.kind === "call" && inner.name === "SUM" ? inner.args[0] : undefined;
  const range = argument === undefined ? undefined : rangesOf(context, home, argument)[0];
  return range === undefined
    ? null
    : { sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 };
}

const rowKey = ({ sheet, rowIndex0 }: CellAddress) => `${sheet}!${rowIndex0}`;

interface Mixed {
  readonly home: CellAddress;
  readonly term: CellAddress;
  readonly source: CellAddress;
  readonly scaled: Scaled;
}

/** A sum with one part far beyond all others that comes, unscaled, from a schedule which others scale. */
function mixedAt(context: AuditContext, home: CellAddress, scaled: ReadonlyMap<string, Scaled>): Mixed | null {
  const terms = termsOf(context, home).terms.flatMap(({ address }) => {
    const value = context.numberAt(address);
    return value === null || value === 0 ? [] : [{ address, size: Math.abs(value) }];
  });
  const [largest, next, third] = [...terms].sort((a, b) => b.size - a.size);
  if (largest === undefined || next === undefined || third === undefined || largest.size < farApart * next.size)
    return null;
  let source = largest.address;
  for (let step = 0; step < 4; step++) {
    for (let away = 0; away <= sameSchedule; away++)
      for (const row of [source.rowIndex0 + away, source.rowIndex0 - away]) {
        const found = scaled.get(rowKey({ ...source, rowIndex0: row }));
        if (found !== undefined && cellKey(found.by) !== cellKey(home))
          return { home, term: largest.address, source, scaled: found };
      }
    const [only, ...more] = context.index.precedentsOf(source);
    if (only === undefined || more.length > 0) return null;
    source = { sheet: only.sheet, rowIndex0: only.startRow0, columnIndex0: only.startColumn0 };
  }
  return null;
}

function judge(context: AuditContext, item: LineItem, scaled: ReadonlyMap<string, Scaled>): FindingDraft[] {
  const mixed = context
    .seriesOf(item)
    .flatMap(({ address, cell }) =>
      cell === null || cell.formula === null ? [] : (mixedAt(context, address, scaled) ?? []),
    );
  const [first] = mixed;
  if (first === undefined || mixed.length < 3) return [];
  const label = nameOf(context, first.scaled.by)?.label;
  return [
    {
      severity: "high",
      confidence: 0.9,
      sheet: first.term.sheet,
      ranges: coverCells(mixed.map(({ term }) => term)),
      title: "A sum mixes units: one part is a thousand or a million times too large",
      comment: say`${called(context, first.term)} is ${number(context, first.term)} in a sum whose other parts are far smaller, ${called(context, first.home)} at ${place(first.home)}. The schedule it comes from is in another unit: ${label === undefined ? place(first.scaled.by) : called(context, first.scaled.by)} divides it by ${literal(first.scaled.scale, first.scaled.written, first.scaled.by)} before using it. Divide here too; every balance that builds on this sum is out.`,
      nature: "slip",
      meaning: item.id,
      alsoRead: [first.source, first.scaled.by],
    },
  ];
}

/** Figures of a schedule in units added to figures in thousands or millions. */
export const scaleMixed: AuditRule = {
  id: "scale-mixed",
  find(context) {
    const scaled = scaledRows(context);
    return scaled.size === 0 ? [] : context.model.lineItems.flatMap((item) => judge(context, item, scaled));
  },
};
