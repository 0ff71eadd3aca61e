import { type CellAddress } from "../../../contracts/model-map";
import { type Segment } from "../../../contracts/rich-text";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { called, isSameCell, nameOf, originOf } from "../../lines/cell-name";
import { asRange, calculated, number, pointsBetween, say } from "../../wording/say";
import { findPerpetuities, type Perpetuity } from "../../meaning/find-perpetuities";
import { signedTerms } from "../../lines/formula-shape";

/** Closer than this the terminal value is little but the gap between two guesses. */
const narrowSpread = 0.02;
const tinySpread = 0.01;
/** No company outgrows its economy for ever; nominal growth of rich economies over decades. */
const longRunNominalGrowth = 0.04;
const inflationarySpread = 0.1;

/** What part of enterprise value its present value is, where the sheet adds the two up. */
function shareOfValue(context: AuditContext, home: CellAddress): Segment | null {
  const readers = [home, ...context.index.dependentsOf(home)];
  for (const { cell } of context.parametersOf("enterprise-value")) {
    const whole = context.numberAt(cell);
    const part = signedTerms(context, cell)
      .map(({ range }) => ({ sheet: range.sheet, rowIndex0: range.startRow0, columnIndex0: range.startColumn0 }))
      .find((term) => readers.some((reader) => isSameCell(term, reader)));
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
  const operands = { "discount rate": found.rate, growth: found.growth };
  const share = shareOfValue(context, found.home);
  const rests = share === null ? say`` : say`, which is ${share} of enterprise value,`;
  const facts = say`${called(context, found.home)}${rests} grows for ever by ${called(context, found.growth)} of ${number(context, found.growth)} and is discounted at ${called(context, found.rate)} of ${number(context, found.rate)}`;
  const gap = pointsBetween(rate, growth, operands);
  /** Where the growth is typed, where it is carried to, and where it works. */
  const places = [originOf(context, found.growth), found.growth, found.home].filter(
    (cell, i, all) => cell.sheet === found.home.sheet && all.findIndex((other) => isSameCell(other, cell)) === i,
  );
  const base = {
    sheet: found.home.sheet,
    ranges: places.map(asRange),
    meaning: nameOf(context, found.home)?.label ?? "perpetuity",
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
    for (const found of findPerpetuities(context)) {
      const draft = judge(context, found);
      if (draft === null) continue;
      const key = `${found.rate.sheet}!${found.rate.rowIndex0},${found.rate.columnIndex0}/${found.growth.rowIndex0},${found.growth.columnIndex0}`;
      if (!judged.has(key)) judged.set(key, draft);
    }
    return [...judged.values()];
  },
};
