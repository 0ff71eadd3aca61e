import { type CellAddress, type TimeAxis } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";
import { type FindingDraft } from "../audit-rule";
import { coverCells } from "../lines/cover-cells";
import { linkOf } from "../lines/formula-shape";
import { place, say } from "../wording/say";

interface Heading {
  readonly address: CellAddress;
  readonly serial: number;
}

/** Day numbers of the years a model may speak of, 1954 to 2119. */
const [firstDay, lastDay] = [20_000, 80_000];
const fewest = 4;
/** No two ends of a month lie closer. */
const shortestMonth = 27;

/** The dates that stand over the periods of an axis, and on beside them where the axis breaks off at one it does not understand. */
function headingsOf(context: AuditContext, axis: TimeAxis): Heading[] | null {
  const first = axis.periods[0];
  if (axis.orientation !== "columns" || first === undefined) return null;
  const headings: Heading[] = [];
  for (let columnIndex0 = first.index0; ; columnIndex0++) {
    const address = { sheet: axis.sheet, rowIndex0: axis.headerIndex0, columnIndex0 };
    const serial = context.numberAt(address);
    if (serial === null || serial < firstDay || serial > lastDay) break;
    headings.push({ address, serial });
  }
  return headings.length >= fewest ? headings : null;
}

/** 2022-01-01, 2022-01-02, … shown as years: dragged on by days. */
function dragged(context: AuditContext, headings: readonly Heading[]): boolean {
  const byDays = headings.slice(1).every(({ serial }, i) => serial - headings[i]!.serial === 1);
  const format = context.cellAt(headings[0]!.address)?.numberFormat ?? "";
  return byDays && /y/iu.test(format) && !/d/iu.test(format);
}

/** The heading that has the date of the one before, where all others are a month or more apart. */
function repeated(headings: readonly Heading[]): readonly [Heading, Heading] | null {
  const pairs = headings.slice(1).map((heading, i) => [headings[i]!, heading] as const);
  const same = pairs.filter(([before, heading]) => heading.serial === before.serial);
  const others = pairs.filter(([before, heading]) => heading.serial - before.serial >= shortestMonth);
  return same.length === 1 && others.length === pairs.length - 1 ? same[0]! : null;
}

/** Rows around the dates that may say what a column is. */
const rowsAround = 5;

/** An entry, an exit or a terminal value rightly has the date of the period beside it. */
function isDealColumn(context: AuditContext, { sheet, rowIndex0, columnIndex0 }: CellAddress): boolean {
  for (let row = Math.max(0, rowIndex0 - rowsAround); row <= rowIndex0 + rowsAround; row++) {
    const value = context.index.cellAt(sheet, row, columnIndex0)?.value;
    if (typeof value === "string" && /\b(?:entry|exit|terminal|tv|perpetuity|transaction|closing)\b/iu.test(value))
      return true;
  }
  return false;
}

/** Dates over the periods that are no sequence of periods although each of them reads as one. */
export function judgeHeadingDates(context: AuditContext, axis: TimeAxis): FindingDraft | null {
  const headings = headingsOf(context, axis);
  if (headings === null) return null;
  const base = { severity: "medium", sheet: axis.sheet, nature: "slip" } as const;
  if (dragged(context, headings)) {
    const ranges = coverCells(headings.map(({ address }) => address));
    return {
      ...base,
      severity: "high",
      confidence: 0.9,
      ranges,
      title: "The headings are days of one year, not years",
      comment: say`${place(ranges[0]!)} holds dates one day apart that are shown as years: every column is headed alike. Whatever looks up a column by its year, or measures time between two of them, is wrong. Type the end of each year instead.`,
      meaning: `${axis.id}/days`,
    };
  }
  const twice = repeated(headings);
  if (twice === null) return null;
  const [before, heading] = twice;
  if (isDealColumn(context, heading.address)) return null;
  /** An exit on the last day of the forecast says so by its link. */
  if (linkOf(context, heading.address) !== null) return null;
  return {
    ...base,
    confidence: 0.88,
    ranges: coverCells([heading.address]),
    title: "A period is headed with the date of the one before",
    comment: say`${place(heading.address)} has the same date as ${place(before.address)}, while all other headings move on by a period. Days in the period, discounting and growth taken from the date are wrong there. Give it its own date.`,
    meaning: `${axis.id}/repeated`,
    alsoRead: [before.address],
  };
}
