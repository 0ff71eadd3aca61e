import { conceptById } from "../../../concepts/dictionary";
import { type ConceptId } from "../../../contracts/concept";
import { type PeriodWanted } from "../../facts/select-fact";
import { periodBefore, periodsWanted } from "../fact-book";
import { nameConcept } from "../find-figure";
import { type Asked, type PeriodNamed, type When } from "./asked-tree";
import { Refused, type Scope, type Setting } from "./setting";

/** Which periods the words of a formula mean, by the company's own calendar; refuses where they leave it open. */
export class ChoosePeriods {
  constructor(private readonly setting: Setting) {}

  single(when: When | null, at: PeriodWanted, id: ConceptId): PeriodWanted {
    const named = this.named(when);
    if (named === null) return at;
    const [only] = named;
    if (named.length !== 1 || only === undefined)
      throw new Refused(`several periods are named for ${nameConcept(id)}, and it is not said what to do with them`);
    // "The period before" is of the period in hand, not of the question's.
    const [period] = when!.periods;
    return period?.kind === "before" ? this.back(at, period.periods) : only;
  }

  private back(at: PeriodWanted, periods: number): PeriodWanted {
    if (periods > 0 && at.length !== "year")
      throw new Refused("whether the period before a quarter is its neighbour or the quarter a year ago is not said");
    return periods === 0 ? at : periodBefore(at, periods, this.setting.book.calendar);
  }

  /** The first and last of the periods of a change. */
  ends(when: When | null, scope: Scope): readonly [PeriodWanted, PeriodWanted] {
    const relative = when?.periods.every((period) => period.kind === "before") ?? true;
    const named = relative ? null : this.named(when);
    const asked = when === null ? this.askedPeriods(scope) : null;
    const ends = named !== null && named.length > 1 ? named : asked;
    const last = named?.length === 1 ? named[0]! : scope.at;
    const [from, to] = ends === null ? [this.yearBefore(last), last] : [ends[0]!, ends.at(-1)!];
    if (from.end >= to.end || from.length !== to.length)
      throw new Refused("the two periods of a change are not one after the other and of one length");
    return [from, to];
  }

  /** The question's own periods are those of its outermost calculation, and of nothing within it. */
  askedPeriods({ isOuter }: Scope): readonly PeriodWanted[] | null {
    return isOuter && this.setting.periods.length > 1 ? this.setting.periods : null;
  }

  private yearBefore(at: PeriodWanted): PeriodWanted {
    const periods = at.length === "quarter" ? 4 : at.length === "half" ? 2 : 1;
    return periodBefore(at, periods, this.setting.book.calendar);
  }

  /** The periods of a mean: those named, so many years to the last, or for a balance its opening and closing. */
  several({ when, of, count }: Extract<Asked, { kind: "average" }>, scope: Scope): readonly PeriodWanted[] {
    const { at } = scope;
    const relative = when?.periods.every((period) => period.kind === "before") ?? false;
    const listed = relative
      ? when!.periods.map((period) => this.back(at, (period as { periods: number }).periods))
      : this.named(when);
    const named = listed ?? this.askedPeriods(scope);
    const periods = named !== null && named.length > 1 ? this.filled(named, when) : null;
    const last = named?.length === 1 ? named[0]! : at;
    if (count !== null) {
      const { calendar } = this.setting.book;
      const years =
        periods ?? Array.from({ length: count }, (_, back) => periodBefore(last, count - 1 - back, calendar));
      if (years.length !== count)
        throw new Refused(`an average of ${count} years is asked for, and ${years.length} are named`);
      return years;
    }
    if (periods !== null) return periods;
    if (!isBalance(of)) throw new Refused("it is not said over which periods the average runs");
    if (last.length !== "year")
      throw new Refused("whether a quarter's average begins a quarter or a year before is not said");
    return [periodBefore(last, 1, this.setting.book.calendar), last];
  }

  /** "Between 2016 and 2018" leaves open whether 2017 counts. */
  private filled(periods: readonly PeriodWanted[], when: When | null): readonly PeriodWanted[] {
    if (when?.joined !== "ends") return periods;
    const [from, to] = [periods[0]!, periods.at(-1)!];
    if (Date.parse(to.end) - Date.parse(from.end) > 380 * 86_400_000)
      throw new Refused("whether the years between the two named count in the average is not said");
    return periods;
  }

  named(when: When | null): readonly PeriodWanted[] | null {
    if (when === null) return null;
    const periods = when.periods.map((period) => this.resolve(period));
    const years = periods.filter((period) => period.length === "year");
    if (when.joined !== "span" || years.length !== 2 || periods.length !== 2) return periods;
    const [first, last] = when.periods as readonly [PeriodNamed, PeriodNamed];
    if (first.kind !== "named" || last.kind !== "named" || last.fiscalYear - first.fiscalYear > 20) return periods;
    return Array.from({ length: Math.max(0, last.fiscalYear - first.fiscalYear) + 1 }, (_, index) =>
      this.resolve({ kind: "named", fiscalYear: first.fiscalYear + index, quarter: null }),
    );
  }

  private resolve(period: PeriodNamed): PeriodWanted {
    if (period.kind === "before") return this.back(this.setting.periods.at(-1)!, period.periods);
    const { fiscalYear, quarter } = period;
    const label = quarter === null ? `FY${fiscalYear}` : `Q${quarter} ${fiscalYear}`;
    const asked = {
      label,
      kind: quarter === null ? "year" : "quarter",
      fiscalYear,
      quarter,
      start: null,
      end: null,
    } as const;
    const wanted = periodsWanted({ ...this.setting.intent, periods: [asked] }, "revenue", this.setting.book);
    if (wanted.kind === "unclear") throw new Refused(wanted.why);
    const [only] = wanted.periods;
    if (only === undefined) throw new Refused(`when ${label} ended no filing here tells`);
    return only;
  }
}

/** True for what is counted at a day: its average over a year has a beginning and an end. */
function isBalance(asked: Asked): boolean {
  switch (asked.kind) {
    case "concept":
      return conceptById(asked.id)?.periodKind === "instant";
    case "binary":
      return isBalance(asked.left) && isBalance(asked.right);
    default:
      return false;
  }
}
