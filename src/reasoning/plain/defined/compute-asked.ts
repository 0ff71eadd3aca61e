import { conceptById } from "../../../concepts/dictionary";
import { operandsOf } from "../../../concepts/formula";
import { type ConceptId } from "../../../contracts/concept";
import { type PeriodWanted } from "../../facts/select-fact";
import { calculate } from "../../numbers/calculate";
import { type BoundQuantity } from "../../numbers/quantity";
import { type FactWithCitation } from "../../ports";
import { periodBefore } from "../fact-book";
import { findFigure, nameConcept } from "../find-figure";
import { type Asked } from "./asked-tree";
import { ChoosePeriods } from "./choose-periods";
import { OperandLedger } from "./operand-ledger";
import { Refused, type Scope, type Setting } from "./setting";
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

const deepest = 12;

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
  private readonly ledger: OperandLedger;
  private readonly periods = new Map<string, PeriodWanted>();
  private percent = false;

  private readonly choose: ChoosePeriods;

  constructor(private readonly setting: Setting) {
    this.ledger = new OperandLedger(setting.book);
    this.choose = new ChoosePeriods(setting);
  }

  finish(formula: string): Composed {
    return {
      formula,
      operands: this.ledger.namedIn(formula),
      sources: this.ledger.sources,
      remarks: [...this.ledger.remarks],
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
        return this.concept(asked.id, { ...further, at: this.choose.single(asked.when, at, asked.id) });
      case "defined": {
        if (within.has(asked.index)) throw new Refused("a definition refers to itself");
        const definition = this.setting.definitions[asked.index]!;
        const period = this.choose.single(asked.when, at, definition.concept ?? "revenue");
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
        const periods = this.choose.several(asked, scope);
        return meanOf(periods.map((period) => inner(asked.of, period)));
      }
      case "change":
        return this.change(asked, scope, inner);
      case "growth": {
        const [from, to] = this.choose.ends(asked.when, scope);
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
      this.ledger.remarks.add(`${sentence(nameConcept(line))} is the line of the statement of cash flows.`);
      return inner({ kind: "concept", id: line, when: asked.when });
    }
    const [from, to] = this.choose.ends(asked.when, scope);
    if (line !== null)
      this.ledger.remarks.add(`${sentence(nameConcept(line))} is that between the two balance sheets.`);
    const [first, last] = [inner(asked.of, from), inner(asked.of, to)];
    return { text: `(${last.text} - ${bracket(first, "product")})`, level: "atom" };
  }

  private compoundGrowth(asked: Extract<Asked, { kind: "compound-growth" }>, scope: Scope, inner: Inner): Written {
    const { at } = scope;
    const named = this.choose.named(asked.when) ?? this.choose.askedPeriods(scope);
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
    return { text: this.ledger.enter(id, found.figure, at), level: "atom" };
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

  private mustBePositive(parts: readonly Written[]): void {
    for (const { text } of parts) {
      const result = calculate(text, this.ledger.namedIn(text));
      if (result.ok && result.calculation.quantity.value <= 0)
        throw new Refused("a growth rate from or to a loss says nothing");
    }
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

function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
