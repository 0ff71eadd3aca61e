import { type AskRequest, type MachineState } from "../contracts/answer";
import { AppError } from "../contracts/app-error";
import { type IsoDate } from "../contracts/dates";
import { type QuestionIntent } from "../contracts/intent";
import { type Gathered } from "./admit-gathered";
import { buildCatalog, type Catalog } from "./draft/catalog";
import { checkDraft } from "./draft/check-draft";
import { type Draft } from "./draft/draft-schema";
import { judgeDraft } from "./draft/judge-draft";
import { type Problem } from "./draft/problem";
import { readFiscalCalendar } from "./facts/fiscal-calendar";
import { answerPlainly, type PlainAnswer } from "./plain/answer-plainly";
import { readNumberAsked } from "./plain/read-asked";
import { sayUnreadable } from "./plain/say-unreadable";

/** From where the machine may go where. Everything ends in one of the two states without a way on. */
export const transitions: Readonly<Record<MachineState, readonly MachineState[]>> = {
  understand: ["gather"],
  gather: ["calculate"],
  calculate: ["draft", "answered", "abstained"],
  draft: ["check", "answered", "abstained"],
  check: ["revise", "answered", "abstained"],
  revise: ["check", "answered", "abstained"],
  answered: [],
  abstained: [],
};

export const mostRevisions = 2;

/** Where an answer stands, as a value: the whole of what the machine knows. */
export interface Machine {
  readonly at: MachineState;
  readonly request: AskRequest;
  /** The day without an as-of date: for the age of sources only. */
  readonly today: IsoDate | null;
  readonly mayDraft: boolean;
  readonly intent: QuestionIntent | null;
  readonly gathered: Gathered;
  readonly plain: PlainAnswer | null;
  readonly draft: Draft | null;
  readonly problems: readonly Problem[];
  readonly revisions: number;
  readonly fellBackBecause: string | null;
  /** The checked words of a language model, once they passed. */
  readonly accepted: Pick<PlainAnswer, "statements" | "nextQuestions"> | null;
  /** What the last step did, for the trace. */
  readonly note: string;
}

export type MachineEvent =
  | { readonly kind: "understood"; readonly intent: QuestionIntent }
  | { readonly kind: "gathered"; readonly gathered: Gathered }
  | { readonly kind: "calculate" }
  | { readonly kind: "drafted"; readonly draft: Draft }
  | { readonly kind: "draft-failed"; readonly why: string }
  | { readonly kind: "check" };

/** An event that the state does not know: a mistake in the runner, never in the input. */
export class UnexpectedEventError extends AppError {
  readonly code = "reasoning/unexpected-event";
}

export function startMachine(request: AskRequest, today: IsoDate | null, mayDraft: boolean): Machine {
  return {
    at: "understand",
    request,
    today,
    mayDraft,
    intent: null,
    gathered: { evidence: [], facts: [], refused: 0, undated: 0 },
    plain: null,
    draft: null,
    problems: [],
    revisions: 0,
    fellBackBecause: null,
    accepted: null,
    note: "",
  };
}

/** One step: the same machine and event always give the same next machine. */
export function stepMachine(machine: Machine, event: MachineEvent): Machine {
  const next = (at: MachineState, change: Partial<Machine>): Machine => {
    if (!transitions[machine.at].includes(at)) throw new UnexpectedEventError(`${machine.at} does not lead to ${at}`);
    return { ...machine, ...change, at };
  };
  switch (event.kind) {
    case "understood":
      return next("gather", { intent: event.intent, note: describeIntent(event.intent) });
    case "gathered": {
      const { evidence, facts, refused } = event.gathered;
      const left = refused === 0 ? "" : `, ${refused} left out as later than the as-of date or from another document`;
      return next("calculate", {
        gathered: event.gathered,
        note: `${evidence.length} passages and ${facts.length} facts found${left}`,
      });
    }
    case "calculate":
      return calculateStep(machine, next);
    case "drafted":
      return next("check", { draft: event.draft, note: "a draft came back" });
    case "draft-failed":
      return fallBack(machine, next, event.why);
    case "check":
      return checkStep(machine, next);
  }
}

type Next = (at: MachineState, change: Partial<Machine>) => Machine;

function calculateStep(machine: Machine, next: Next): Machine {
  const intent = knownIntent(machine);
  const plain = sayWhyUnread(
    answerPlainly(machine.request, intent, machine.gathered, machine.today),
    machine.request.question,
  );
  const note = `${plain.statements.length} statements from facts, formulas and passages${plain.reason === null ? "" : `; ${plain.reason}`}`;
  const catalog = catalogOf(machine);
  const offersNothing = catalog.facts.size + catalog.cells.size + catalog.passages.size === 0;
  if (machine.mayDraft && !offersNothing) return next("draft", { plain, note });
  return next(plain.status, { plain, note });
}

/** That filings are silent is no reason where the question itself could not be read. */
function sayWhyUnread(plain: PlainAnswer, question: string): PlainAnswer {
  const why = plain.status === "abstained" ? sayUnreadable(question) : null;
  if (why === null) return plain;
  return {
    ...plain,
    reason: `I cannot tell: ${why}.${plain.statements.length > 0 ? " What was found is below." : ""}`,
  };
}

function checkStep(machine: Machine, next: Next): Machine {
  if (machine.draft === null) throw new UnexpectedEventError("there is no draft to check");
  if (machine.draft.abstain !== null && machine.draft.statements.length === 0)
    return fallBack(machine, next, "the language model found no answer in what was gathered");
  const checked = checkDraft(machine.draft, {
    catalog: catalogOf(machine),
    calendar: readFiscalCalendar(machine.gathered.facts),
    format: readNumberAsked(machine.request.question).format,
    severalCompanies: knownIntent(machine).companies.length > 1,
  });
  const verdict = judgeDraft(checked, { done: machine.revisions, most: mostRevisions }, machine.draft.nextQuestions);
  switch (verdict.kind) {
    case "accepted": {
      const { statements, nextQuestions, note } = verdict;
      const questions = nextQuestions.length > 0 ? nextQuestions : (machine.plain?.nextQuestions ?? []);
      return next("answered", { accepted: { statements, nextQuestions: questions }, problems: checked.problems, note });
    }
    case "send-back":
      return next("revise", { problems: checked.problems, revisions: machine.revisions + 1, note: verdict.note });
    case "refused":
      return fallBack({ ...machine, problems: checked.problems }, next, verdict.why);
  }
}

/** The plain answer stands, and says why the configured language model's words do not. */
function fallBack(machine: Machine, next: Next, why: string): Machine {
  if (machine.plain === null) throw new UnexpectedEventError("there is no plain answer to fall back to");
  return next(machine.plain.status, {
    problems: machine.problems,
    fellBackBecause: why,
    note: `the plain answer stands: ${why}`,
  });
}

export function catalogOf(machine: Machine): Catalog {
  return buildCatalog({
    facts: machine.gathered.facts,
    evidence: machine.gathered.evidence,
    selection: machine.request.selection,
  });
}

export function knownIntent(machine: Machine): QuestionIntent {
  if (machine.intent === null) throw new UnexpectedEventError("the question was not understood yet");
  return machine.intent;
}

function describeIntent(intent: QuestionIntent): string {
  const parts = [
    intent.companies.map((company) => company.matched ?? company.name).join(", "),
    intent.periods.map((period) => period.label).join(", "),
    intent.concepts.join(", "),
  ].filter((part) => part !== "");
  const set = intent.edited ?? [];
  const bySelf = set.length === 0 ? "" : `; ${set.join(", ")} as you set them`;
  return `a question of kind ${intent.kind}${parts.length === 0 ? "" : ` about ${parts.join("; ")}`}${bySelf}`;
}
