import { type CellAddress, type LineItem, type TimeAxis } from "../../../contracts/model-map";
import { type FormulaNode } from "../../../workbook/formula";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { cellOf } from "../../lines/formula-shape";
import { extentOf, rangeTotalAt, type RangeTotal } from "../../lines/range-totals";
import { named, number, place, say } from "../../wording/say";
import { withoutBrackets } from "../../../workbook/without-brackets";

/** A column by how much of a year it holds, where its heading says so. */
interface Column {
  readonly kind: "year" | "part";
  readonly label: string;
  readonly year: number | null;
}

type Columns = ReadonlyMap<number, Column>;

const monthWord = "(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\\.?";
/** Only words that say it: a date alone may close a quarter, a year to date or the last twelve months. */
const partOfYear = new RegExp(
  [
    "\\bytd\\b|\\byear[- ]to[- ]date\\b",
    "^(?:[369]m|m[369]|[369] months)\\b|\\b[369]m\\s*(?:fy|cy)?['’]?\\d{2,4}",
    "^h[12]\\b|^[12]h\\b|^q[1-4]\\b|^[1-4]q|^(?:19|20)\\d{2}[\\s-]*(?:q[1-4]|h[12])\\b",
    `^${monthWord}\\s*(?:–|—|-|to)\\s*${monthWord}`,
  ].join("|"),
  "iu",
);
const wholeYear = /\b(?:ltm|ttm|ntm|trailing|last|annuali[sz]ed|run[- ]?rate|full[- ]year|pro[- ]?rata|q4 ytd)\b|12m/iu;
const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const span = new RegExp(`^(${monthWord})\\s*(?:–|—|-|to)\\s*(${monthWord})`, "iu");

/** A fiscal year may end in any month: Jan–Dec is all of one, and so are Apr–Mar and Jul–Jun. */
function spansYear(words: string): boolean {
  const months = span
    .exec(words)
    ?.slice(1)
    .map((word) => monthNames.indexOf(word.slice(0, 3).toLowerCase()));
  return months !== undefined && (months[1]! - months[0]! + 12) % 12 === 11;
}

function columnsOf(context: AuditContext, { sheet, headerIndex0, periods }: TimeAxis): Columns {
  const columns = new Map<number, Column>();
  const indices = periods.map(({ index0 }) => index0);
  const [first0, last0] = [Math.min(...indices) - 1, Math.max(...indices) + 1];
  const byColumn = new Map(periods.map((period) => [period.index0, period]));
  for (let index0 = Math.max(first0, 0); index0 <= last0; index0++) {
    const period = byColumn.get(index0);
    // A word over or under the heading may say that the column was brought to a year.
    const words = [headerIndex0 - 1, headerIndex0, headerIndex0 + 1].flatMap((row0) => {
      const value = row0 < 0 ? null : context.index.cellAt(sheet, row0, index0)?.value;
      return typeof value === "string" ? [value.trim()] : [];
    });
    const own = context.index.cellAt(sheet, headerIndex0, index0)?.value;
    const label = period?.label.trim() ?? (typeof own === "string" ? own.trim() : "");
    const isWhole = words.some((word) => wholeYear.test(word) || spansYear(word));
    const isPart = [label, ...words].some((word) => word.length <= 40 && partOfYear.test(word));
    if (isPart) {
      if (!isWhole) columns.set(index0, { kind: "part", label, year: period?.year ?? yearIn(label) });
    } else if (period?.kind === "year") columns.set(index0, { kind: "year", label, year: period.year });
  }
  return columns;
}

function yearIn(label: string): number | null {
  const written = /(?:19|20)\d{2}/u.exec(label)?.[0];
  return written === undefined ? null : Number(written);
}

/** What adds up over time: a balance at a quarter's end is as whole as one at a year's. */
function isFlow(item: LineItem): boolean {
  const isStatement = item.statement === "income-statement" || item.statement === "cash-flow";
  return isStatement && item.unit.kind === "currency" && !/balance|opening|closing|ending|beginning/iu.test(item.label);
}

/** Now and then of a growth: a/b-1, (a-b)/b, (a/b)^(1/n)-1; null for any other form, and so for one that annualises. */
function growthSides(root: FormulaNode): { readonly now: FormulaNode; readonly then: FormulaNode } | null {
  const node = withoutBrackets(root);
  if (node.kind === "call" && (node.name === "IFERROR" || node.name === "IFNA"))
    return node.args[0] === undefined ? null : growthSides(node.args[0]);
  if (node.kind !== "binary") return null;
  const left = withoutBrackets(node.left);
  if (node.operator === "-") {
    const right = withoutBrackets(node.right);
    if (right.kind !== "number" || right.value !== 1 || left.kind !== "binary") return null;
    const ratio = left.operator === "^" ? withoutBrackets(left.left) : left;
    return ratio.kind === "binary" && ratio.operator === "/" ? sides(ratio.left, ratio.right) : null;
  }
  if (node.operator !== "/" || left.kind !== "binary" || left.operator !== "-") return null;
  const [taken, base] = [withoutBrackets(left.right), withoutBrackets(node.right)];
  const isSame =
    taken.kind === "reference" &&
    base.kind === "reference" &&
    taken.start.rowIndex0 === base.start.rowIndex0 &&
    taken.start.columnIndex0 === base.start.columnIndex0;
  return isSame ? sides(left.left, base) : null;
}

function sides(now: FormulaNode, then: FormulaNode) {
  return { now: withoutBrackets(now), then: withoutBrackets(then) };
}

interface Row {
  readonly item: LineItem;
  readonly columns: Columns;
  readonly rows: ReadonlyMap<number, LineItem>;
}

function asGrowth(context: AuditContext, address: CellAddress, { item, columns, rows }: Row): FindingDraft | null {
  const formula = context.index.formulaAt(address);
  const found = formula?.kind === "read" ? growthSides(formula.root) : null;
  if (found === null) return null;
  const [now, then] = [cellOf(context, address, found.now), cellOf(context, address, found.then)];
  if (now === null || then === null || now.rowIndex0 !== then.rowIndex0) return null;
  if (now.sheet !== item.sheet || then.sheet !== item.sheet) return null;
  const [nowIn, thenIn] = [columns.get(now.columnIndex0), columns.get(then.columnIndex0)];
  const flow = rows.get(now.rowIndex0);
  if (nowIn === undefined || thenIn === undefined || flow === undefined || nowIn.kind === thenIn.kind) return null;
  const [part, whole] = nowIn.kind === "part" ? [now, then] : [then, now];
  const [partIn, wholeIn] = nowIn.kind === "part" ? [nowIn, thenIn] : [thenIn, nowIn];
  const [small, large] = [context.numberAt(part), context.numberAt(whole)];
  // A part that is no smaller than the year may have been brought to one before it was written here.
  if (context.numberAt(address) === null || small === null || large === null || small <= 0 || small >= large)
    return null;
  if (!isFlow(flow) || isWorkedOut(context, part)) return null;
  return {
    severity: "medium",
    confidence: 0.85,
    sheet: address.sheet,
    ranges: [rangeOf(address)],
    title: `Growth of ${flow.label.trim()} sets ${partIn.label} against a full year`,
    comment: say`${named(item, address)} compares ${number(context, part)} in ${place(part, partIn.label)} with ${number(context, whole)} in ${place(whole, wholeIn.label)} and shows ${number(context, address)}. The one column holds part of a year, the other all of it, so the rate mixes the missing months with the business. Compare it with the same months of the other year, or bring it to a year first.`,
    nature: "slip",
    meaning: `growth/${flow.id}/${partIn.label}/${wholeIn.label}`,
    alsoRead: [part, whole],
  };
}

/** Scaled where it stands: 9M × 12/9 under a heading that says nothing of it. */
function isWorkedOut(context: AuditContext, address: CellAddress): boolean {
  const formula = context.cellAt(address)?.formula ?? null;
  return formula !== null && /[*/]/u.test(formula);
}

function rangeOf({ sheet, rowIndex0, columnIndex0 }: CellAddress) {
  return { sheet, startRow0: rowIndex0, endRow0: rowIndex0, startColumn0: columnIndex0, endColumn0: columnIndex0 };
}

function asTotal(context: AuditContext, total: RangeTotal, { item, columns }: Row): FindingDraft | null {
  const isMean = total.function === "AVERAGE";
  if (total.direction !== "across" || !total.isPlain || (!isMean && total.function !== "SUM")) return null;
  if (!isFlow(item) || columns.has(total.address.columnIndex0)) return null;
  const { first0, last0 } = extentOf(total);
  const parts: { readonly column: Column; readonly at: CellAddress }[] = [];
  const years: { readonly column: Column; readonly at: CellAddress }[] = [];
  for (let index0 = first0; index0 <= last0; index0++) {
    const at = { ...total.address, columnIndex0: index0 };
    if (context.cellAt(at) === null) continue;
    const column = columns.get(index0);
    if (column === undefined || context.numberAt(at) === null || isWorkedOut(context, at)) return null;
    (column.kind === "year" ? years : parts).push({ column, at });
  }
  // A part that stands in for a year nobody else holds completes a sum, but no average.
  const twice = parts.find(({ column }) => column.year !== null && yearOf(years, column.year) !== undefined);
  const part = twice ?? (isMean ? parts[0] : undefined);
  const year = (twice === undefined ? undefined : yearOf(years, twice.column.year!)) ?? years[0];
  if (part === undefined || year === undefined) return null;
  const [small, large] = [context.numberAt(part.at)!, context.numberAt(year.at)!];
  if (Math.abs(small) >= Math.abs(large)) return null;
  const beside = say`${number(context, part.at)} in ${place(part.at, part.column.label)} beside ${number(context, year.at)} in ${place(year.at, year.column.label)}`;
  const why =
    twice !== undefined
      ? "The year holds its own part already, so those months count twice"
      : "The part of a year weighs as much as a whole one and pulls the average down";
  return {
    severity: "medium",
    confidence: 0.85,
    sheet: total.address.sheet,
    ranges: [rangeOf(total.address)],
    title: `${isMean ? "Average" : "Total"} of ${item.label.trim()} mixes full years with part of one`,
    comment: say`${named(item, total.address)} ${isMean ? "averages" : "adds up"} ${place(total.range)}, with ${beside}. ${why}. Leave the part of the year out, or take periods of one length only.`,
    nature: "slip",
    meaning: `${total.function}/${item.id}/${part.column.label}/${year.column.label}`,
    alsoRead: [part.at, year.at],
  };
}

function yearOf<Entry extends { readonly column: Column }>(years: readonly Entry[], year: number): Entry | undefined {
  return years.find(({ column }) => column.year === year);
}

function findOnAxis(context: AuditContext, axis: TimeAxis): FindingDraft[] {
  if (axis.orientation !== "columns") return [];
  const columns = columnsOf(context, axis);
  const kinds = [...columns.values()].map(({ kind }) => kind);
  if (!kinds.includes("part") || !kinds.includes("year")) return [];
  const items = context.itemsOnAxis(axis.id);
  const rows = new Map(items.map((item) => [item.index0, item]));
  const sheet = context.index.sheetNamed(axis.sheet);
  return items.flatMap((item) =>
    (sheet?.cellsOfRow(item.index0) ?? []).flatMap((cell) => {
      if (cell.formula === null) return [];
      const address = { sheet: item.sheet, rowIndex0: item.index0, columnIndex0: cell.columnIndex0 };
      const row = { item, columns, rows };
      const total = rangeTotalAt(context, address);
      const found = total === null ? asGrowth(context, address, row) : asTotal(context, total, row);
      return found === null ? [] : [found];
    }),
  );
}

/** Part of a year set beside full ones as if it were one: in a growth rate, an average or a total. */
export const partYear: AuditRule = {
  id: "part-year",
  find: (context) => context.model.axes.flatMap((axis) => findOnAxis(context, axis)),
};
