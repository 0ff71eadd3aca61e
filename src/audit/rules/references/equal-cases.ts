import { type CellAddress, type LabelledTable, type LineItem } from "../../../contracts/model-map";
import { groupBy } from "../../../workbook/group-by";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { labelledRows, type LabelledRow } from "../../lines/labelled-rows";
import { caseRank, nameWithoutCase } from "../../meaning/case-names";
import { place, say } from "../../wording/say";

/** As many figures must agree before two cases are one. */
const fewestFigures = 3;
const mostRowsApart = 3;

interface Pair {
  readonly a: string;
  readonly b: string;
  readonly cells: readonly (readonly [CellAddress, CellAddress])[];
}

/** Every figure of the one stands in the other, and none is nought throughout. */
function areEqual(context: AuditContext, cells: readonly (readonly [CellAddress, CellAddress])[]): boolean {
  const values = cells.map(([a, b]) => [context.numberAt(a), context.numberAt(b)] as const);
  return (
    values.length >= fewestFigures &&
    values.every(([a, b]) => a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.abs(a)) &&
    values.some(([a]) => a !== 0)
  );
}

/** Figures that are typed: a case worked out from another may rest on a switch. */
function isTyped(context: AuditContext, cell: CellAddress): boolean {
  return (context.cellAt(cell)?.formula ?? null) === null && context.numberAt(cell) !== null;
}

/** "Base", "Upside", "Downside" in neighbouring rows. */
function neighbouringRows(context: AuditContext): Pair[] {
  const pairs: Pair[] = [];
  const last = new Map<string, LabelledRow>();
  for (const row of labelledRows(context)) {
    const rank = caseRank(row.label);
    if (rank === null) continue;
    const key = `${row.sheet}\u0000${row.labelCell.columnIndex0}\u0000${nameWithoutCase(row.label)}`;
    const before = last.get(key);
    last.set(key, row);
    if (before === undefined || row.rowIndex0 - before.rowIndex0 > mostRowsApart || caseRank(before.label) === rank)
      continue;
    const others = new Map(before.cells.map(({ address }) => [address.columnIndex0, address]));
    const cells = row.cells.flatMap(({ address }) => {
      const other = others.get(address.columnIndex0);
      return other !== undefined && isTyped(context, address) && isTyped(context, other)
        ? [[other, address] as const]
        : [];
    });
    pairs.push({ a: before.label, b: row.label, cells });
  }
  return pairs;
}

/** Columns "Base", "Upside", "Downside" of one table. */
function columnsOf(context: AuditContext, table: LabelledTable): Pair[] {
  const named = table.columns.filter(({ label }) => caseRank(label) !== null);
  return named.slice(1).flatMap((column, i) => {
    const before = named[i]!;
    if (caseRank(before.label) === caseRank(column.label)) return [];
    const cells = table.rows.flatMap(({ index0: rowIndex0 }) => {
      const [a, b] = [before, column].map(({ index0 }) => ({ sheet: table.sheet, rowIndex0, columnIndex0: index0 }));
      return isTyped(context, a!) && isTyped(context, b!) ? [[a!, b!] as const] : [];
    });
    return [{ a: before.label, b: column.label, cells }];
  });
}

/** Blocks of rows that repeat for each case, on one sheet. */
function blocksOf(context: AuditContext): Pair[] {
  const bySheet = groupBy(
    context.model.lineItems.filter((item) => item.scenario !== undefined && item.role !== "formula"),
    ({ sheet }) => sheet,
  );
  return [...bySheet.values()].flatMap((items) => {
    const cases = [...groupBy(items, ({ scenario }) => scenario!)];
    return cases.slice(1).flatMap(([name, rows], i) => {
      const [before, others] = cases[i]!;
      const byLabel = new Map(others.map((item) => [item.label.trim(), item]));
      const cells = rows.flatMap((item) => {
        const twin = byLabel.get(item.label.trim());
        return twin === undefined ? [] : typedPairs(context, twin, item);
      });
      const shared = rows.filter((item) => byLabel.has(item.label.trim())).length;
      return shared >= 2 ? [{ a: before, b: name, cells }] : [];
    });
  });
}

function typedPairs(context: AuditContext, a: LineItem, b: LineItem): (readonly [CellAddress, CellAddress])[] {
  const others = new Map(context.ownSeriesOf(a).map(({ period, address }) => [period.label, address]));
  return context.ownSeriesOf(b).flatMap(({ period, address }) => {
    const other = others.get(period.label);
    return other !== undefined && isTyped(context, address) && isTyped(context, other)
      ? [[other, address] as const]
      : [];
  });
}

function draft({ a, b, cells }: Pair): FindingDraft {
  const [first, second] = cells[0]!;
  return {
    severity: "medium",
    confidence: 0.86,
    sheet: second.sheet,
    ranges: coverCells(cells.map(([, cell]) => cell)),
    title: `“${b.trim()}” is the same as “${a.trim()}”`,
    comment: say`Every figure typed for “${place(second, b.trim())}” is that of “${place(first, a.trim())}”. Choosing one case or the other changes nothing, so the range between them tests no risk. Type the assumptions of this case, or drop it.`,
    nature: "slip",
    meaning: `${a}/${b}`,
    alsoRead: cells.map(([cell]) => cell),
  };
}

/** Cases of a scenario whose typed figures are all alike. */
export const equalCases: AuditRule = {
  id: "equal-cases",
  find: (context) =>
    [
      ...neighbouringRows(context),
      ...context.model.tables.flatMap((table) => columnsOf(context, table)),
      ...blocksOf(context),
    ]
      .filter(({ cells }) => areEqual(context, cells))
      .map(draft),
};
