import { type IsoDate } from "../../contracts/dates";
import { type FilingTable } from "../../contracts/document";
import { betweenBalances, closingDay, type DatedBalance, datedBalances } from "./dated-balances";
import { isoDay, lastDayOf, monthsBefore, monthsBetween } from "./calendar-day";
import { headsOver } from "./heads-over";
import { fillPeriod, readPeriodLabel, readPeriodWords, type PeriodWords } from "./read-period-words";
import { type TableContext } from "./table-context";

export interface CellPeriod {
  readonly end: IsoDate;
  /** False where only a year or a month is said and the day is the document's. */
  readonly isExactEnd: boolean;
  /** Null where it is an instant, or nothing says how long. */
  readonly months: number | null;
  readonly kind: "instant" | "duration" | null;
  /** True where the table says nothing and the document's own period is taken. */
  readonly isAssumed: boolean;
}

type Columns = Pick<FilingTable, "columnHeads" | "laterHeads" | "headRows" | "rowPaths" | "caption" | "units">;

/** A cover page counts shares some weeks after the period; what lies farther ahead is when something falls due. */
const mostMonthsAfter = 3;
const atBeginning = /^(?!.*\b(?:recogni[sz]ed|included|end of)\b).*\b(?:beginning|opening)\b/i;
const ofBalance =
  /^(?:\W|total\s|ending\s|beginning\s|opening\s|closing\s)*(?:balances?|beginning|ending|at|as\s+of)\b/i;
const ofOrigin = /\b(?:vintage|originat\w+)\b|^maturit/i;
const ofSchedule = /^(?:thereafter|remainder|remaining)\b|\b(?:and )?thereafter$|\(remain(?:der|ing)|\bremainder of\b/i;

/** "% Change", "Increase (Decrease)": between two periods, of neither. */
const ofChange =
  /^[%$\s]*(?:percent(?:age)?|dollar|amount)?(?:\s*(?:of\s+)?\(?(?:changes?|variance|increases?|decreases?|inc\.?|dec\.?)\)?\s*[/,]?\s*(?:or\b)?)+[%$\s()]*$/i;
const longestChange = 60;

/** Which period each cell of a table is of, by the heads over it, the labels before it and the caption. */
export class TablePeriods {
  private readonly above: PeriodWords | null;
  private readonly isSchedule: boolean;
  private readonly endsAtMonthEnd: boolean;
  private readonly balanceRows: readonly DatedBalance[];
  private readonly balanceColumns: readonly DatedBalance[];
  private readonly overColumn = new Map<readonly string[], PeriodWords | null>();

  constructor(
    private readonly table: Columns,
    private readonly context: TableContext,
  ) {
    const { caption, units, rowPaths, columnHeads } = table;
    // "Millions, for the three months ended June 30," over the labels is of all columns.
    const first = columnHeads[0] ?? [];
    this.above = [first, onlyDayOver(columnHeads), units === null ? [] : [units.printed], [caption ?? ""]]
      .map(readPeriodWords)
      .reduce(fillPeriod);
    this.isSchedule =
      rowPaths.some((path) => ofSchedule.test(path[path.length - 1] ?? "")) ||
      columnHeads.some((heads) => ofSchedule.test(heads[heads.length - 1] ?? ""));
    const end = context.periodEnd;
    this.endsAtMonthEnd =
      end !== null && Number(end.slice(8)) === lastDayOf(Number(end.slice(0, 4)), Number(end.slice(5, 7)));
    this.balanceRows = datedBalances(
      rowPaths.map((path) => path.slice(-1)),
      this.endsAtMonthEnd,
    );
    this.balanceColumns = datedBalances(columnHeads, this.endsAtMonthEnd);
  }

  /** Null where nothing says and the document has no period either. */
  at(row: number, column: number): CellPeriod | null {
    const heads = headsOver(this.table, row, column);
    if (namesChange(heads[heads.length - 1])) return null;
    const path = this.table.rowPaths[row] ?? [];
    const over = this.over(heads);
    const beside = this.beside(path);
    const isDated = this.saysDay(path);
    // "Balance at December 31, 2022" under "2023" is of its own day.
    const rowWins = isDated && ((over?.year ?? null) === null || ofBalance.test(path[path.length - 1]!));
    const found = rowWins ? this.resolve(fillPeriod(beside, over)) : null;
    const period =
      found ??
      ((over?.year ?? null) === null ? this.between(row, column) : null) ??
      this.resolve(fillPeriod(fillPeriod(over, beside), this.above)) ??
      this.assumed();
    const beginning = atBeginning.test(path[path.length - 1] ?? "") || atBeginning.test(heads[heads.length - 1] ?? "");
    if (period === null) return null;
    if (beginning && !isDated) return this.startOf(period);
    const isBalance = isDated || heads.some((head) => ofBalance.test(head));
    return isBalance && this.endsAtMonthEnd && period.months === null
      ? { ...period, end: closingDay(period.end) }
      : period;
  }

  private over(heads: readonly string[]): PeriodWords | null {
    let words = this.overColumn.get(heads);
    if (words === undefined) {
      words = this.withoutFuture(readPeriodWords(heads));
      this.overColumn.set(heads, words);
    }
    return words;
  }

  private beside(path: readonly string[]): PeriodWords | null {
    let words: PeriodWords | null = null;
    if (path.some((label) => ofOrigin.test(label))) return null;
    for (const label of path) words = fillPeriod(readPeriodLabel(label), words);
    return this.withoutFuture(words);
  }

  private saysDay(path: readonly string[]): boolean {
    const words = readPeriodWords(path.slice(-1));
    return words !== null && words.month !== null && words.year !== null;
  }

  /** Years of a schedule, and years to come, are when something falls due, not what a number is of. */
  private withoutFuture(words: PeriodWords | null): PeriodWords | null {
    if (words === null || words.year === null) return words;
    const end = this.context.periodEnd;
    if (words.month !== null) {
      const last = isoDay(words.year, words.month, words.day ?? 1);
      return end !== null && last !== null && monthsBetween(end, last) > mostMonthsAfter ? null : words;
    }
    const isFuture = end !== null && words.year > Number(end.slice(0, 4));
    return this.isSchedule || isFuture ? null : words;
  }

  /** What moved between two balances is of the time between them. */
  private between(row: number, column: number): CellPeriod | null {
    const moved = betweenBalances(this.balanceRows, row) ?? betweenBalances(this.balanceColumns, column);
    return moved === null ? null : { ...moved, isExactEnd: true, kind: "duration", isAssumed: false };
  }

  private resolve(words: PeriodWords | null): CellPeriod | null {
    if (words === null || words.year === null) return null;
    const { periodEnd, yearsBehind } = this.context;
    const { year, month, day, months, kind } = words;
    const common = { months, kind, isAssumed: false };
    if (month !== null && day !== null) {
      const end = isoDay(year, month, day);
      return end === null ? null : { ...common, end, isExactEnd: true };
    }
    if (month !== null) return { ...common, end: isoDay(year, month, lastDayOf(year, month))!, isExactEnd: false };
    if (periodEnd === null) return null;
    const ofYear = year + yearsBehind;
    const endMonth = Number(periodEnd.slice(5, 7));
    const endDay = Math.min(Number(periodEnd.slice(8, 10)), lastDayOf(ofYear, endMonth));
    return { ...common, end: isoDay(ofYear, endMonth, endDay)!, isExactEnd: false };
  }

  private assumed(): CellPeriod | null {
    const end = this.context.periodEnd;
    if (end === null || this.above?.isOpen === true) return null;
    const { months, kind } = this.above ?? { months: null, kind: null };
    return { end, isExactEnd: false, months, kind, isAssumed: true };
  }

  private startOf(period: CellPeriod): CellPeriod | null {
    const months = period.months ?? (this.context.isAnnual ? 12 : null);
    if (months === null) return null;
    const end = monthsBefore(period.end, months);
    return { end, isExactEnd: false, months: null, kind: "instant", isAssumed: period.isAssumed };
  }
}

function namesChange(head: string | undefined): boolean {
  return head !== undefined && head.length <= longestChange && ofChange.test(head);
}

/** The head that dates a table whose other columns say nothing: "Total as of December 31, 2024" beside the levels it is made of. */
function onlyDayOver(columnHeads: readonly (readonly string[])[]): readonly string[] {
  const dated = new Map<string, readonly string[]>();
  for (const heads of columnHeads.slice(1)) {
    const words = readPeriodWords(heads);
    if (words === null || words.year === null) continue;
    dated.set([words.year, words.month, words.day, words.months].join(), heads);
  }
  const [only] = dated.values();
  return dated.size === 1 && only !== undefined ? only : [];
}
