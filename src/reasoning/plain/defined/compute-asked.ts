import { conceptById } from "../../../concepts/dictionary";
import { operandsOf } from "../../../concepts/formula";
import { fiscalYearOf } from "../../../concepts/time/fiscal-calendar";
import { type ConceptId } from "../../../contracts/concept";
import { type QuestionIntent } from "../../../contracts/intent";
import { nameOperand, uniqueName } from "../../facts/name-period";
import { type PeriodWanted } from "../../facts/select-fact";
import { boundFact } from "../../draft/catalog";
import { calculate } from "../../numbers/calculate";
import { type BoundQuantity } from "../../numbers/quantity";
import { type FactWithCitation } from "../../ports";
import { type FactBook, periodBefore, periodsWanted } from "../fact-book";
import { type Figure, findFigure, nameConcept } from "../find-figure";
import { sayPeriod } from "../say-period";
import { type Asked, type Definition, type PeriodNamed, type When } from "./asked-tree";
import { treeOfFormula } from "./tree-of-formula";

/** Arithmetic over named operands, on its way; `level` is how loosely its parts hold together. */
interface Written {
  readonly text: string;
  readonly level: "atom" | "product" | "sum";
}

/** What a calculation is made of: its formula, and every operand with where it stands. */
export interface Composed {
  readonly formula: string;
  readonly operands: Readonly<Record<string, BoundQuantity>>;
  readonly sources: readonly FactWithCitation[];
  /** Everything a reader must know beside the number. */
  readonly remarks: readonly string[];
  /** The years that the words themselves name. */
  readonly periods: readonly PeriodWanted[];
  /** Multiplied by a hundred, and so meant as a percentage. */
  readonly percent: boolean;
}

export type ComposedAsked =
  | { readonly ok: true; readonly composed: Composed }
  | {
      readonly ok: false;
      readonly why: string;
      readonly candidates: readonly FactWithCitation[];
      readonly of: ConceptId | null;
    };

export interface Setting {
  readonly book: FactBook;
  readonly intent: QuestionIntent;
  readonly definitions: readonly Definition[];
  /** The periods the question asks for, oldest first. */
  readonly periods: readonly PeriodWanted[];
  /** True where the question says to use the balance sheet, or the statement of cash flows alone. */
  readonly changesFrom: "balance-sheet" | "cash-flow" | null;
}

class Refused extends Error {
  constructor(
    message: string,
    readonly candidates: readonly FactWithCitation[] = [],
    readonly of: ConceptId | null = null,
  ) {
    super(message);
  }
}

const deepest = 12;

/** Where in the tree something is written: for which period, within which definitions. */
interface Scope {
  readonly at: PeriodWanted;
  readonly depth: number;
  readonly within: ReadonlySet<number>;
  readonly isOuter: boolean;
}

type Inner = (part: Asked, period?: PeriodWanted) => Written;

/** Puts the figures of one period into what is asked; says why where one is missing, unclear or of no meaning there. */
export function composeAsked(asked: Asked, at: PeriodWanted, setting: Setting): ComposedAsked {
  const composer = new Composer(setting);
  try {
    const { text } = composer.write(asked, { at, depth: 0, within: new Set(), isOuter: true });
    return { ok: true, composed: composer.finish(text) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, why: error.message, candidates: error.candidates, of: error.of };
    throw error;
  }
}

class Composer {
  private readonly operands: Record<string, BoundQuantity> = {};
  private readonly sources: FactWithCitation[] = [];
  private readonly remarks = new Set<string>();
  private readonly periods = new Map<string, PeriodWanted>();
  private percent = false;

  constructor(private readonly setting: Setting) {}

  finish(formula: string): Composed {
    const names = new Set(formula.match(/[a-z_]\w*/gi) ?? []);
    const operands = Object.fromEntries(Object.entries(this.operands).filter(([name]) => names.has(name)));
    return {
      formula,
      operands,
      sources: this.sources,
      remarks: [...this.remarks],
      periods: [...this.periods.values()],
      percent: this.percent,
    };
  }

  write(asked: Asked, scope: Scope): Written {
    const { at, within } = scope;
    if (scope.depth > deepest) throw new Refused("the definitions refer to each other without end");
    const further = { ...scope, depth: scope.depth + 1 };
    const inner: Inner = (part, period) =>
      this.write(part, period === undefined ? further : { ...further, at: period, isOuter: false });
    switch (asked.kind) {
      case "constant":
        return { text: String(asked.value), level: "atom" };
      case "concept":
        return this.concept(asked.id, { ...further, at: this.single(asked.when, at, asked.id) });
      case "defined": {
        if (within.has(asked.index)) throw new Refused("a definition refers to itself");
        const definition = this.setting.definitions[asked.index]!;
        const period = this.single(asked.when, at, definition.concept ?? "revenue");
        const inside = new Set([...within, asked.index]);
        return this.write(definition.formula, { at: period, depth: further.depth, within: inside, isOuter: false });
      }
      case "negate":
        return { text: `-${bracket(inner(asked.of), "atom")}`, level: "sum" };
      case "binary":
        return this.binary(asked, inner);
      case "mean":
        return meanOf(asked.of.map((part) => inner(part)));
      case "average": {
        const periods = this.several(asked, scope);
        return meanOf(periods.map((period) => inner(asked.of, period)));
      }
      case "change":
        return this.change(asked, scope, inner);
      case "growth": {
        const [from, to] = this.ends(asked.when, scope);
        const [first, last] = [inner(asked.of, from), inner(asked.of, to)];
        this.mustBePositive([first, last]);
        return { text: `${bracket(last, "product")} / ${bracket(first, "atom")} - 1`, level: "sum" };
      }
      case "compound-growth":
        return this.compoundGrowth(asked, scope, inner);
    }
  }

  private binary(asked: Extract<Asked, { kind: "binary" }>, inner: (part: Asked) => Written): Written {
    const { operator, left, right } = asked;
    const hundred = [left, right].find((part) => part.kind === "constant" && part.value === 100);
    if (operator === "*" && hundred !== undefined) {
      this.percent = true;
      return inner(hundred === left ? right : left);
    }
    const [one, other] = [inner(left), inner(right)];
    switch (operator) {
      case "+":
        return { text: `${one.text} + ${other.text}`, level: "sum" };
      case "-":
        return { text: `${one.text} - ${bracket(other, "product")}`, level: "sum" };
      case "*":
      case "/":
        return { text: `${bracket(one, "product")} ${operator} ${bracket(other, "atom")}`, level: "product" };
    }
  }

  private change(asked: Extract<Asked, { kind: "change" }>, scope: Scope, inner: Inner): Written {
    const { line } = asked;
    if (line !== null && this.setting.changesFrom === "cash-flow" && (asked.when?.periods.length ?? 0) < 2) {
      this.remarks.add(`${sentence(nameConcept(line))} is the line of the statement of cash flows.`);
      return inner({ kind: "concept", id: line, when: asked.when });
    }
    const [from, to] = this.ends(asked.when, scope);
    if (line !== null) this.remarks.add(`${sentence(nameConcept(line))} is that between the two balance sheets.`);
    const [first, last] = [inner(asked.of, from), inner(asked.of, to)];
    return { text: `(${last.text} - ${bracket(first, "product")})`, level: "atom" };
  }

  private compoundGrowth(asked: Extract<Asked, { kind: "compound-growth" }>, scope: Scope, inner: Inner): Written {
    const { at } = scope;
    const named = this.named(asked.when) ?? this.askedPeriods(scope);
    const ends =
      named ?? (asked.count === null ? null : [periodBefore(at, asked.count, this.setting.book.calendar), at]);
    const [from, to] = [ends?.[0], ends?.at(-1)];
    if (from === undefined || to === undefined || from.end === to.end)
      throw new Refused("it is not said from which year the compound growth runs");
    const years = Math.round((Date.parse(to.end) - Date.parse(from.end)) / (365.25 * 86_400_000));
    if (asked.count !== null && asked.count !== years)
      throw new Refused(
        `the compound growth of ${asked.count} years is asked for, and the years named are ${years} apart`,
      );
    const [first, last] = [inner(asked.of, from), inner(asked.of, to)];
    this.mustBePositive([first, last]);
    return { text: `(${bracket(last, "product")} / ${bracket(first, "atom")}) ^ (1 / ${years}) - 1`, level: "sum" };
  }

  /** A reported figure, or the dictionary's definition; with the question's own definitions in place of its operands. */
  private concept(id: ConceptId, scope: Scope): Written {
    const { at } = scope;
    this.periods.set(at.end, at);
    const own = this.redefined(id, scope.within);
    if (own !== null) return this.write(own, { ...scope, isOuter: false });
    const found = findFigure(id, at, this.setting.book);
    if (found.kind === "missing") throw new Refused(`no filing here reports ${found.missing.join(" or ")}`);
    if (found.kind === "unclear") throw new Refused(found.why, found.candidates, id);
    return this.figure(id, found.figure, at);
  }

  /** The dictionary's formula of a concept, where it reads one that the question defines otherwise. */
  private redefined(id: ConceptId, within: ReadonlySet<number>): Asked | null {
    const formula = conceptById(id)?.formulas[0];
    if (formula === undefined || this.setting.definitions.length === 0) return null;
    const defined = new Map(
      this.setting.definitions.flatMap(({ concept }, index) =>
        concept === null || within.has(index) ? [] : [[concept, index] as const],
      ),
    );
    return operandsOf(formula).some((operand) => defined.has(operand)) ? treeOfFormula(formula, defined) : null;
  }

  private figure(id: ConceptId, figure: Figure, at: PeriodWanted): Written {
    if (figure.kind === "reported") {
      const name = this.operand(id, figure.item, at);
      return { text: name, level: "atom" };
    }
    if (figure.remark) this.remarks.add(figure.remark);
    const names = new Map<string, string>();
    for (const [name, operand] of Object.entries(figure.calculation.operands)) {
      const { reference } = operand;
      const item = figure.sources.find(({ fact }) => reference.kind === "fact" && fact.id === reference.factId);
      if (item === undefined) throw new Refused(`${nameConcept(id)} cannot be traced to what filings report`);
      names.set(name, this.keep(name, operand, item));
    }
    const text = figure.calculation.formula.replace(/[A-Za-z_]\w*/g, (name) => names.get(name) ?? name);
    return { text: `(${text})`, level: "atom" };
  }

  private operand(id: ConceptId, item: FactWithCitation, at: PeriodWanted): string {
    const { calendar } = this.setting.book;
    const bound = boundFact(item, `${conceptById(id)?.name ?? id}, ${sayPeriod(item.fact, calendar)}`);
    if (bound === null) throw new Refused(`${nameConcept(id)} is not reported as a number`);
    if (conceptById(id)?.plausibleSign === "positive" && bound.quantity.value < 0)
      throw new Refused(
        `${nameConcept(id)} is reported with an unusual sign, and whether the formula means it so is unclear`,
      );
    const year = item.fact.end === null || at.length !== "year" ? null : fiscalYearOf(calendar, item.fact.end);
    return this.keep(nameOperand(id, year ?? item.fact.end), bound, item);
  }

  /** One name for one fact, however often the formula reads it. */
  private keep(wish: string, bound: BoundQuantity, item: FactWithCitation): string {
    const known = this.sources.indexOf(item);
    const held = Object.entries(this.operands).find(
      ([, { reference }]) => reference.kind === "fact" && reference.factId === item.fact.id,
    );
    if (held !== undefined) return held[0];
    const name = uniqueName(wish, this.operands);
    this.operands[name] = bound;
    if (known < 0) this.sources.push(item);
    return name;
  }

  private mustBePositive(parts: readonly Written[]): void {
    for (const { text } of parts) {
      const result = calculate(text, this.finish(text).operands);
      if (result.ok && result.calculation.quantity.value <= 0)
        throw new Refused("a growth rate from or to a loss says nothing");
    }
  }

  private single(when: When | null, at: PeriodWanted, id: ConceptId): PeriodWanted {
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
  private ends(when: When | null, scope: Scope): readonly [PeriodWanted, PeriodWanted] {
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
  private askedPeriods({ isOuter }: Scope): readonly PeriodWanted[] | null {
    return isOuter && this.setting.periods.length > 1 ? this.setting.periods : null;
  }

  private yearBefore(at: PeriodWanted): PeriodWanted {
    const periods = at.length === "quarter" ? 4 : at.length === "half" ? 2 : 1;
    return periodBefore(at, periods, this.setting.book.calendar);
  }

  /** The periods of a mean: those named, so many years to the last, or for a balance its opening and closing. */
  private several({ when, of, count }: Extract<Asked, { kind: "average" }>, scope: Scope): readonly PeriodWanted[] {
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

  private named(when: When | null): readonly PeriodWanted[] | null {
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

function meanOf(parts: readonly Written[]): Written {
  if (parts.length < 2) throw new Refused("an average needs more than one figure");
  return { text: `(${parts.map((part) => bracket(part, "product")).join(" + ")}) / ${parts.length}`, level: "product" };
}

function bracket(written: Written, atMost: "atom" | "product"): string {
  const fits = written.level === "atom" || written.level === atMost;
  return fits ? written.text : `(${written.text})`;
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

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
