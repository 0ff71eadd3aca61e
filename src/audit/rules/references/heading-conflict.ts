import { type CellAddress, type TimeAxis } from "../../../contracts/model-map";
import { type CellValue } from "../../../contracts/workbook-snapshot";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { judgeHeadingDates } from "../../meaning/heading-dates";
import { coverCells } from "../../lines/cover-cells";
import { place, say } from "../../wording/say";

/** A second heading stands close to the first. */
const mostRowsApart = 3;
const fewestAgreeing = 3;
/** Of so many columns one may be wrong. */
const mostOdd = 2;
const firstSerial = 29_221;
const lastSerial = 73_050;
const daysAYear = 365.25;

interface Dated {
  readonly cell: CellAddress;
  readonly year: number;
}

/** The year a heading speaks of: 2025, "FY25", "Dec-2025E", a date. */
function yearOf(value: CellValue, isDate: boolean): number | null {
  if (typeof value === "number") {
    if (Number.isInteger(value) && value >= 1980 && value <= 2100) return value;
    return isDate && value >= firstSerial && value <= lastSerial ? 1900 + Math.floor((value - 1) / daysAYear) : null;
  }
  if (typeof value !== "string" || value.length > 24) return null;
  const years = value.match(/(?<!\d)(?:19|20)\d{2}(?!\d)/gu) ?? [];
  if (years.length > 0) return new Set(years).size === 1 ? Number(years[0]) : null;
  const short = /\bFY\s*'?(\d{2})(?!\d)/iu.exec(value)?.[1];
  return short === undefined ? null : 2000 + Number(short);
}

function headingAt(context: AuditContext, cell: CellAddress): Dated | null {
  const found = context.cellAt(cell);
  if (found === null) return null;
  const year = yearOf(found.value, /[yd]/iu.test(found.numberFormat ?? ""));
  return year === null ? null : { cell, year };
}

interface Conflict {
  readonly heading: Dated;
  readonly other: Dated;
  readonly usual: number;
}

/** Columns whose two headings are another distance apart than those of all other columns. */
function conflictsOf(context: AuditContext, axis: TimeAxis, rowIndex0: number): Conflict[] {
  const pairs = axis.periods.flatMap(({ index0: columnIndex0, kind }) => {
    if (kind === "terminal" || kind === "stub" || kind === "trailing") return [];
    const own = headingAt(context, { sheet: axis.sheet, rowIndex0: axis.headerIndex0, columnIndex0 });
    const other = headingAt(context, { sheet: axis.sheet, rowIndex0, columnIndex0 });
    return own === null || other === null ? [] : [{ heading: own, other, off: other.year - own.year }];
  });
  const counts = new Map<number, number>();
  for (const { off } of pairs) counts.set(off, (counts.get(off) ?? 0) + 1);
  const [usual] = [...counts].sort((a, b) => b[1] - a[1]);
  if (usual === undefined || usual[1] < fewestAgreeing || Math.abs(usual[0]) > 1) return [];
  const odd = pairs.filter(({ off }) => off !== usual[0]);
  if (odd.length === 0 || odd.length > mostOdd || odd.length >= usual[1] / 2) return [];
  /** Years that turn within the row (a fiscal year's quarters) change the distance and keep to it. */
  const runs = pairs.filter(({ off }, i) => i > 0 && off !== pairs[i - 1]!.off).length;
  return runs > 2 || odd.some(({ off }) => Math.abs(off - usual[0]) > 10)
    ? []
    : odd.map(({ heading, other }) => ({ heading, other, usual: usual[0] }));
}

function draft(axis: TimeAxis, conflicts: readonly Conflict[]): FindingDraft {
  const { heading, other, usual } = conflicts[0]!;
  const called = axis.periods.find(({ index0 }) => index0 === heading.cell.columnIndex0)?.label ?? "the column";
  return {
    severity: "medium",
    confidence: 0.87,
    sheet: axis.sheet,
    ranges: coverCells(conflicts.flatMap((one) => [one.heading.cell, one.other.cell])),
    title: `Two headings of one column name different years`,
    comment: say`${place(heading.cell, called)} and the heading at ${place(other.cell)} stand over the same figures, but speak of different years; over every other column of ${axis.sheet} the two ${usual === 0 ? "agree" : "keep the same distance"}. One of them was not carried on, and whatever looks a period up by it takes another year. Continue both headings from the column before.`,
    nature: "slip",
    meaning: `${axis.id}/${called}`,
    alsoRead: [],
  };
}

/** Headings that do not follow each other are told as such. */
function isInOrder({ periods }: TimeAxis): boolean {
  return periods.every(({ year }, i) => {
    const before = periods[i - 1]?.year ?? null;
    return before === null || year === null || Math.abs(year - before) === 1;
  });
}

/** A column whose two headings, a year and a date, do not speak of one period. */
export const headingConflict: AuditRule = {
  id: "heading-conflict",
  find(context) {
    const told = new Set<string>();
    return context.model.axes.flatMap((axis) => {
      if (axis.orientation !== "columns" || axis.periods.some(({ kind }) => kind !== "year")) return [];
      if (!isInOrder(axis) || judgeHeadingDates(context, axis) !== null) return [];
      for (let off = -mostRowsApart; off <= mostRowsApart; off++) {
        const rowIndex0 = axis.headerIndex0 + off;
        if (off === 0 || rowIndex0 < 0) continue;
        const conflicts = conflictsOf(context, axis, rowIndex0).filter(
          ({ heading }) => !told.has(cellKey(heading.cell)),
        );
        if (conflicts.length === 0) continue;
        for (const { heading, other } of conflicts) told.add(cellKey(heading.cell)).add(cellKey(other.cell));
        return [draft(axis, conflicts)];
      }
      return [];
    });
  },
};
