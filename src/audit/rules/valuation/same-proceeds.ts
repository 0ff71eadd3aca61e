import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { type SheetIndex } from "../../../workbook/sheet-index";
import { calculated, number, place, say } from "../../wording/say";

const returns = /\bIRR\b|\breturns?\b|\bhold(?:ing)?\b|\bexit\b/iu;
const fewest = 3;
const most = 40;
const furthestUp = 2;
const furthestTitle = 3;
const sameWithin = 0.002;

interface Spread {
  readonly years: readonly CellAddress[];
  readonly rates: readonly CellAddress[];
  /** What the money is multiplied by, the same whatever the years. */
  readonly multiple: number;
}

function isYears(value: unknown): boolean {
  return typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= 40;
}

/** Rates of return under steps of years which all come from one multiple of money: (1 + rate)^years never moves. */
function spreadOf(context: AuditContext, sheet: SheetIndex, rowIndex0: number): Spread | null {
  const rates = sheet
    .cellsOfRow(rowIndex0)
    .filter((cell) => typeof cell.value === "number" && Math.abs(cell.value) < 20 && cell.value !== 0)
    .map((cell) => sheet.addressAt(rowIndex0, cell.columnIndex0));
  if (rates.length < fewest || rates.length > most) return null;
  for (let up = 1; up <= furthestUp; up++) {
    /** Years that do not begin over the first rates are none: most rows are done with here. */
    if (
      !rates
        .slice(0, 2)
        .some((rate) => isYears(context.index.cellAt(rate.sheet, rate.rowIndex0 - up, rate.columnIndex0)?.value))
    )
      continue;
    const pairs = rates.flatMap((rate) => {
      const above = { ...rate, rowIndex0: rate.rowIndex0 - up };
      const years = above.rowIndex0 < 0 ? null : context.numberAt(above);
      return years !== null && isYears(years) ? [{ rate, above, years }] : [];
    });
    if (pairs.length < fewest || new Set(pairs.map(({ years }) => years)).size !== pairs.length) continue;
    const multiples = pairs.map(({ rate, years }) => (1 + context.numberAt(rate)!) ** years);
    const [first] = multiples;
    if (first === undefined || !(first > 0) || Math.abs(first - 1) < 0.05) continue;
    if (multiples.some((one) => Math.abs(one / first - 1) > sameWithin)) continue;
    return { years: pairs.map(({ above }) => above), rates: pairs.map(({ rate }) => rate), multiple: first };
  }
  return null;
}

function judge(context: AuditContext, sheet: SheetIndex, rowIndex0: number): FindingDraft[] {
  const spread = spreadOf(context, sheet, rowIndex0);
  const title = spread === null ? null : titleOf(sheet, rowIndex0);
  const [rate, year] = [spread?.rates[0], spread?.years[0]];
  if (spread === null || title === null || rate === undefined || year === undefined) return [];
  const last = spread.rates.at(-1)!;
  const times = calculated(spread.multiple, "multiple", "(1 + rate) ^ years", { rate, years: year });
  const steps = coverCells(spread.years)[0]!;
  return [
    {
      severity: "high",
      confidence: 0.92,
      sheet: sheet.name,
      ranges: coverCells(spread.rates),
      title: "Every holding period is given the same proceeds",
      comment: say`${place(coverCells(spread.rates)[0]!)} shows returns from ${number(context, rate)} to ${number(context, last)} for the years in ${place(steps)}, and every one of them turns the money into ${times}. Only the root changes: the exit itself is that of one year, as if a sale sooner or later fetched no less and no more. Value the exit in each year, from its own earnings and debt.`,
      nature: "slip",
      meaning: `proceeds/${title}`,
      alsoRead: spread.years,
    },
  ];
}

/** Words on the row or right over it that speak of returns or of how long something is held. */
function titleOf(sheet: SheetIndex, rowIndex0: number): string | null {
  for (let up = 0; up <= furthestTitle && up <= rowIndex0; up++) {
    for (const { value, formula } of sheet.cellsOfRow(rowIndex0 - up))
      if (typeof value === "string" && formula === null && returns.test(value)) return value.trim();
  }
  return null;
}

/** Returns over several holding periods that all rest on the exit of one. */
export const sameProceeds: AuditRule = {
  id: "same-proceeds",
  find: (context) =>
    context.index.sheets.flatMap((sheet) => sheet.usedRows.flatMap((rowIndex0) => judge(context, sheet, rowIndex0))),
};
