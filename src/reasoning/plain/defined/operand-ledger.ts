import { conceptById } from "../../../concepts/dictionary";
import { fiscalYearOf } from "../../../concepts/time/fiscal-calendar";
import { type ConceptId } from "../../../contracts/concept";
import { boundFact } from "../../draft/catalog";
import { nameOperand, uniqueName } from "../../facts/name-period";
import { type PeriodWanted } from "../../facts/select-fact";
import { type BoundQuantity } from "../../numbers/quantity";
import { type FactWithCitation } from "../../ports";
import { type FactBook } from "../fact-book";
import { type Figure, nameConcept } from "../find-figure";
import { sayPeriod } from "../say-period";
import { Refused } from "./setting";

/** Every reported figure a formula reads, each under one name however often it is read. */
export class OperandLedger {
  readonly sources: FactWithCitation[] = [];
  readonly remarks = new Set<string>();
  private readonly operands: Record<string, BoundQuantity> = {};

  constructor(private readonly book: FactBook) {}

  /** The operands that a formula names. */
  namedIn(formula: string): Record<string, BoundQuantity> {
    const names = new Set(formula.match(/[a-z_]\w*/gi) ?? []);
    return Object.fromEntries(Object.entries(this.operands).filter(([name]) => names.has(name)));
  }

  /** A figure as it enters a formula: by its name, or by its own definition in brackets. */
  enter(id: ConceptId, figure: Figure, at: PeriodWanted): string {
    if (figure.kind === "reported") {
      return this.operand(id, figure.item, at);
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
    return `(${text})`;
  }

  private operand(id: ConceptId, item: FactWithCitation, at: PeriodWanted): string {
    const { calendar } = this.book;
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
}
