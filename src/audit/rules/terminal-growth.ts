import { type CellAddress } from "../../contracts/model-map";
import { type FormulaNode } from "../../workbook/formula";
import { type Segment } from "../../contracts/rich-text";
import { walkFormula } from "../../workbook/walk-formula";
import { type AuditContext } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { asRange, calculated, named, number, place, pointsBetween, say } from "../say";
import { bare, cellOf, signedTerms } from "../formula-shape";

/** Closer than this the terminal value is little but the gap between two guesses. */
const narrowSpread = 0.02;
const tinySpread = 0.01;
/** No company outgrows its economy for ever; nominal growth of rich economies over decades. */
const longRunNominalGrowth = 0.04;
const inflationarySpread = 0.1;

interface Perpetuity {
  readonly home: CellAddress;
  readonly rate: CellAddress;
  readonly growth: CellAddress;
}

/** Flow × (1 + g) / (r − g), by its shape: g is what is both added to one above and taken away below. */
function perpetuityAt(context: AuditContext, home: CellAddress, root: FormulaNode): Perpetuity | null {
  for (const node of walkFormula(root)) {
    if (node.kind !== "binary" || node.operator !== "/") continue;
    const below = bare(node.right);
    if (below.kind !== "binary" || below.operator !== "-") continue;
    const rate = cellOf(context, home, below.left);
    const growth = cellOf(context, home, below.right);
    if (rate === null || growth === null) continue;
    if (
      isRate(context, rate) &&
      isRate(context, growth) &&
      (growsBy(context, home, node.left, growth) || isNamedSo(context, rate, growth))
    ) {
      return { home, rate, growth };
    }
  }
  return null;
}

function isRate(context: AuditContext, address: CellAddress): boolean {
  const value = context.numberAt(address);
  return value !== null && Math.abs(value) < 0.6;
}

function growsBy(context: AuditContext, home: CellAddress, above: FormulaNode, growth: CellAddress): boolean {
  for (const node of walkFormula(above)) {
    if (node.kind !== "binary" || node.operator !== "+") continue;
    const sides = [bare(node.left), bare(node.right)];
    if (!sides.some((side) => side.kind === "number" && side.value === 1)) continue;
    if (sides.some((side) => same(cellOf(context, home, side), growth))) return true;
  }
  return false;
}

function isNamedSo(context: AuditContext, rate: CellAddress, growth: CellAddress): boolean {
  const discount = context.meaningAt(rate)?.concept?.id;
  return (
    (discount === "wacc" || discount === "discount-rate" || discount === "cost-of-equity") &&
    context.meaningAt(growth)?.concept?.id === "terminal-growth-rate"
  );
}

function same(a: CellAddress | null, b: CellAddress): boolean {
  return a !== null && a.sheet === b.sheet && a.rowIndex0 === b.rowIndex0 && a.columnIndex0 === b.columnIndex0;
}

/** What part of enterprise value its present value is, where the sheet adds the two up. */
function shareOfValue(context: AuditContext, home: CellAddress): Segment | null {
  const readers = [home, ...context.index.dependentsOf(home)];
  for (const { cell } of context.parametersOf("enterprise-value")) {
    const whole = context.numberAt(cell);
    const part = signedTerms(context, cell)
      .map(({ range }) => ({ sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 }))
      .find((term) => readers.some((reader) => same(term, reader)));
    const value = part === undefined ? null : context.numberAt(part);
    if (part === undefined || value === null || whole === null || value <= 0 || value >= whole) continue;
    return calculated(value / whole, "percent", "present value / enterprise value", {
      "present value": part,
      "enterprise value": cell,
    });
  }
  return null;
}

function judge(context: AuditContext, found: Perpetuity): FindingDraft | null {
  const rate = context.numberAt(found.rate)!;
  const growth = context.numberAt(found.growth)!;
  const spread = rate - growth;
  const value = context.meaningAt(found.home);
  const where = value === null ? say`${place(found.home)}` : named(value, found.home);
  const operands = { "discount rate": found.rate, growth: found.growth };
  const called = (cell: CellAddress, otherwise: string) => {
    const meaning = context.meaningAt(cell);
    return meaning === null ? say`${otherwise} (${place(cell)})` : named(meaning, cell);
  };
  const share = shareOfValue(context, found.home);
  const rests = share === null ? say`` : say`, which is ${share} of enterprise value,`;
  const facts = say`${where}${rests} grows for ever by ${called(found.growth, "a rate")} of ${number(context, found.growth)} and is discounted at ${called(found.rate, "a rate")} of ${number(context, found.rate)}`;
  const gap = pointsBetween(rate, growth, operands);
  const besideHome = found.growth.sheet === found.home.sheet;
  const base = {
    sheet: found.home.sheet,
    ranges: besideHome ? [asRange(found.growth), asRange(found.home)] : [asRange(found.home)],
    meaning: `${value?.id ?? "perpetuity"}`,
    alsoRead: [found.rate, found.growth],
  };
  if (spread <= 0) {
    return {
      ...base,
      severity: "high",
      confidence: 0.97,
      title: "Terminal growth is not below the discount rate",
      comment: say`${facts}. At or above the rate the formula has no meaning: the value is negative or endless. Growth must lie below the rate, and not above long-run growth of the economy.`,
      nature: "slip",
    };
  }
  if (spread < narrowSpread) {
    const times = calculated((1 + growth) / spread, "multiple", "(1 + growth) / (discount rate - growth)", operands);
    return {
      ...base,
      severity: spread < tinySpread ? "high" : "medium",
      confidence: 0.92,
      title: "Terminal growth is almost the discount rate",
      comment: say`${facts}. The gap is ${gap}, so the terminal value is ${times} the last cash flow and swings with any change of either rate. Check both; a gap of a few points is usual.`,
      nature: "slip",
    };
  }
  const isNarrow = spread < 0.05;
  /** Where money is that dear, prices rise so fast that growth of a few points more is none. */
  if (growth > longRunNominalGrowth && spread < inflationarySpread) {
    return {
      ...base,
      severity: "medium",
      confidence: 0.8,
      title: "Terminal growth is above what an economy grows by",
      comment: say`${facts}. ${isNarrow ? say`Only ${gap} lie between the two, and a` : "A"} company that outgrows its economy for ever becomes the economy. The long-run nominal growth of the economy is the usual ceiling. Lower it, or show the value at several rates.`,
      nature: "judgement",
    };
  }
  return null;
}

/** Terminal growth beside the discount rate, found by the shape of the formula and so without any label. */
export const terminalGrowth: AuditRule = {
  id: "terminal-growth",
  find(context) {
    const judged = new Map<string, FindingDraft>();
    for (const { sheet, cell } of context.index.formulaCells()) {
      if (!cell.formula!.includes("/")) continue;
      const home = { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 };
      const formula = context.index.formulaAt(home);
      const found = formula?.kind === "read" ? perpetuityAt(context, home, formula.root) : null;
      const draft = found === null ? null : judge(context, found);
      if (found === null || draft === null) continue;
      const key = `${found.rate.sheet}!${found.rate.rowIndex0},${found.rate.columnIndex0}/${found.growth.rowIndex0},${found.growth.columnIndex0}`;
      if (!judged.has(key)) judged.set(key, draft);
    }
    return [...judged.values()];
  },
};
