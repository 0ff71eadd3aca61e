import { conceptById } from "../../../concepts/dictionary";
import { type AnswerValue, type StatementOfAnswer } from "../../../contracts/answer";
import { type ConceptId, type UnitKind } from "../../../contracts/concept";
import { type QuestionIntent } from "../../../contracts/intent";
import { factsForConcept, type PeriodWanted } from "../../facts/select-fact";
import { type Calculation, calculate } from "../../numbers/calculate";
import { showCalculation } from "../../numbers/show-number";
import { uniqueCitations, writeText } from "../../numbers/write-text";
import { type FactBook, periodsWanted } from "../fact-book";
import { nameConcept } from "../find-figure";
import { type NumberAsked } from "../read-asked";
import { ofCompany, sayCandidates, sayFormula } from "../say-figure";
import { sayPeriod } from "../say-period";
import { valueOfCalculation } from "../value-of-figure";
import { type Asked, conceptsOfAsked, type Definition } from "./asked-tree";
import { type Composed, composeAsked } from "./compute-asked";
import { describeAsked } from "./describe-asked";
import { periodsOfQuestion } from "./periods-of-question";
import { type QuestionRead } from "./read-question";
import { type Setting } from "./setting";

export interface DefinedAnswer {
  readonly statements: readonly StatementOfAnswer[];
  readonly values: readonly AnswerValue[];
  readonly obstacles: readonly string[];
}

const mostPeriods = 10;

/** Computes what a question's own words and definitions ask for, for one company. */
export function answerDefined(
  read: QuestionRead,
  intent: QuestionIntent,
  asked: NumberAsked,
  book: FactBook,
): DefinedAnswer {
  const own = { ...intent, periods: periodsOfQuestion(read, intent.periods) };
  const wanted = periodsWanted(own, firstFigure(read), book);
  if (wanted.kind === "unclear") return refused(wanted.why);
  const last = wanted.periods.at(-1);
  if (last === undefined)
    return refused(`no filing here reports ${nameConcept(firstFigure(read))} for the period asked`);
  const over = isOverPeriods(read.asked);
  const setting = (periods: readonly PeriodWanted[]): Setting => ({
    book,
    intent,
    definitions: read.definitions,
    periods,
    changesFrom: read.changesFrom,
  });
  const timing = timingOf(read.asked);
  if (timing === "mixed" && wanted.periods.length > 1) return refused("it is not said which figure is of which period");
  if (over || timing === "each") return answerAt(read, last, setting(wanted.periods), asked);
  if (wanted.periods.length > mostPeriods) return refused("more periods are asked for than can be shown side by side");
  const answers = wanted.periods.map((period) => answerAt(read, period, setting([period]), asked));
  return {
    statements: answers.flatMap((answer) => answer.statements),
    values: answers.flatMap((answer) => answer.values),
    obstacles: [...new Set(answers.flatMap((answer) => answer.obstacles))],
  };
}

function answerAt(read: QuestionRead, at: PeriodWanted, setting: Setting, asked: NumberAsked): DefinedAnswer {
  const strict = compute(read, read.definitions, at, setting, asked);
  const looser = read.definitions.some(({ loose }) => loose !== null);
  // "A plus B divided by C" is taken for the sum divided only where the other way adds what cannot be added.
  const outcome =
    strict.kind === "senseless" && looser
      ? compute(read, read.definitions.map((one) => ({ ...one, formula: one.loose ?? one.formula })), at, setting, asked) // prettier-ignore
      : strict;
  switch (outcome.kind) {
    case "senseless":
      return refused(outcome.why);
    case "refused":
      return {
        ...refused(outcome.why),
        statements:
          outcome.of === null || outcome.candidates.length === 0
            ? []
            : [sayCandidates(outcome.of, outcome.candidates, setting.book)],
      };
    case "computed":
      return {
        statements: [sayDefined(read, outcome.calculation, outcome.composed, at, setting, asked)],
        values: [valueOfCalculation(outcome.calculation, outcome.composed.sources, asked.format)],
        obstacles: [],
      };
  }
}

type Computed =
  | { readonly kind: "computed"; readonly calculation: Calculation; readonly composed: Composed }
  | { readonly kind: "senseless"; readonly why: string }
  | (Extract<ReturnType<typeof composeAsked>, { ok: false }> & { readonly kind: "refused" });

function compute(
  read: QuestionRead,
  definitions: readonly Definition[],
  at: PeriodWanted,
  setting: Setting,
  { unit: unitAsked }: NumberAsked,
): Computed {
  const composed = composeAsked(read.asked, at, { ...setting, definitions });
  if (!composed.ok) return { ...composed, kind: "refused" };
  const { formula, operands, sources, percent } = composed.composed;
  const stranger = yearBeside(read, composed.composed, at);
  if (stranger !== null) return { ...refusal(stranger), kind: "refused" };
  const left = read.uses.find((id) => !sources.some((item) => factsForConcept(id, [item]).length > 0));
  if (left !== undefined)
    return { ...refusal(`you say to use ${nameConcept(left)}, and how it would enter is not said`), kind: "refused" };
  const plain = calculate(formula, operands);
  if (!plain.ok) return { kind: "senseless", why: `as it is written it cannot be computed: ${plain.why}` };
  const wish = unitAsked ?? (percent ? "percent" : unitOf(read.asked, definitions));
  const result = wish === null ? plain : calculate(formula, operands, wish);
  if (!result.ok && unitAsked !== null)
    return {
      ...refusal(`the result is no ${unitAsked === "percent" ? "percentage" : "ratio"}, as which it is asked for`),
      kind: "refused",
    };
  return {
    kind: "computed",
    calculation: result.ok ? result.calculation : plain.calculation,
    composed: composed.composed,
  };
}

const refusal = (why: string) => ({ ok: false, why, candidates: [], of: null }) as const;

/** A definition of other years than the one asked for is a slip of the pen, and nobody can tell of which. */
function yearBeside(read: QuestionRead, { periods }: Composed, at: PeriodWanted): string | null {
  if (periods.length === 0 || periods.some(({ end }) => end === at.end) || isOverPeriods(read.asked)) return null;
  return `the formula is of ${periods.map(({ end }) => end).join(" and ")}, and the question asks for the period to ${at.end}`;
}

function unitOf(asked: Asked, definitions: readonly Definition[]): UnitKind | null {
  switch (asked.kind) {
    case "concept":
      return conceptById(asked.id)?.unit ?? null;
    case "defined": {
      const { concept, formula } = definitions[asked.index]!;
      return concept === null ? unitOf(formula, definitions) : (conceptById(concept)?.unit ?? null);
    }
    case "binary":
      return asked.share === true ? "percent" : null;
    case "average":
    case "change":
      return unitOf(asked.of, definitions);
    case "growth":
    case "compound-growth":
      return "percent";
    default:
      return null;
  }
}

function sayDefined(
  read: QuestionRead,
  calculation: Calculation,
  composed: Composed,
  at: PeriodWanted,
  { book, periods }: Setting,
  { format }: NumberAsked,
): StatementOfAnswer {
  const [from, to] = isOverPeriods(read.asked) && periods.length > 1 ? [periods[0]!, periods.at(-1)!] : [null, at];
  const what = describeAsked(read.asked, read.definitions);
  const name = what.charAt(0).toUpperCase() + what.slice(1);
  const days = { year: 364, half: 181, quarter: 90, "nine-months": 272, other: 30 }[to.length];
  const start = new Date(Date.parse(to.end) - days * 86_400_000).toISOString().slice(0, 10);
  const when =
    from === null
      ? ` for ${sayPeriod({ start, end: to.end }, book.calendar)}`
      : ` from the period to ${from.end} to the period to ${to.end}`;
  const points =
    read.asked.kind === "change" && calculation.quantity.unit === "percent" ? " (in percentage points)" : "";
  const defined = read.definitions.length > 0 ? ", as you define it," : "";
  const restated = composed.sources.some((item) => item.restated)
    ? " It uses figures that were restated since they were first reported."
    : "";
  const remarks = composed.remarks.map((remark) => ` ${remark}`).join("");
  return {
    text: writeText(
      `${name}${ofCompany(book)}${when}${defined} was `,
      showCalculation(calculation, format),
      `${points}, computed as `,
      ...sayFormula(calculation),
      `.${remarks}${restated}`,
    ),
    citations: uniqueCitations(composed.sources.map((item) => item.citation)),
  };
}

/** True where one number is made of several periods. */
function isOverPeriods(asked: Asked): boolean {
  return ["average", "change", "growth", "compound-growth"].includes(asked.kind);
}

/** Whether each figure comes with a period of its own, none does, or some do. */
function timingOf(asked: Asked): "each" | "none" | "mixed" | null {
  switch (asked.kind) {
    case "constant":
      return null;
    case "concept":
    case "defined":
      return asked.when === null ? "none" : "each";
    case "binary":
    case "mean": {
      const parts = asked.kind === "mean" ? asked.of : [asked.left, asked.right];
      const timings = new Set(parts.flatMap((part) => timingOf(part) ?? []));
      return timings.size > 1 ? "mixed" : ([...timings][0] ?? null);
    }
    case "negate":
      return timingOf(asked.of);
    default:
      return asked.when === null ? timingOf(asked.of) : "each";
  }
}

function firstFigure(read: QuestionRead): ConceptId {
  const trees = [read.asked, ...read.definitions.map((definition) => definition.formula)];
  const ids = trees.flatMap(conceptsOfAsked);
  return ids.find((id) => conceptById(id)?.periodKind === "duration") ?? ids[0] ?? "revenue";
}

function refused(why: string): DefinedAnswer {
  return { statements: [], values: [], obstacles: [why] };
}
