import { isAppError } from "../contracts/app-error";
import { type Answer, type AskEvent, type AskRequest, type TraceEntry } from "../contracts/answer";
import { type IntentChoices, type QuestionIntent } from "../contracts/intent";
import { type DraftReply } from "../contracts/language-model";
import { admitGathered, asOfOf } from "./admit-gathered";
import { draftSchema } from "./draft/draft-schema";
import { readPartialDraft } from "./draft/read-partial-draft";
import { EventQueue } from "./event-queue";
import {
  catalogOf,
  knownIntent,
  type Machine,
  type MachineEvent,
  startMachine,
  stepMachine,
  transitions,
} from "./machine";
import { conceptsToFetch } from "./plain/concepts-to-fetch";
import { type ReasoningPorts } from "./ports";
import { composePrompt, composeRevision, type Prompt } from "./prompts/compose-prompt";

/** A draft event is worth sending once this much more can be read. */
const draftStepCharacters = 20;

interface Stepped {
  readonly event: MachineEvent;
  readonly sent: TraceEntry["sent"];
  readonly tokens: TraceEntry["tokens"];
}

/**
 * Runs a question through the machine and gives what happens as it happens. Always ends with one `answer` or one
 * `failed` event; the language model's failures never fail a question, they leave the plain answer.
 */
export async function* runMachine(
  request: AskRequest,
  ports: ReasoningPorts,
  signal: AbortSignal,
): AsyncGenerator<AskEvent> {
  const today = ports.today?.() ?? null;
  const trace: TraceEntry[] = [];
  let machine = startMachine(request, today, ports.languageModel !== null);
  let prompt: Prompt | null = null;
  // A reader who walks away in the middle ends the call to the language model too.
  const left = new AbortController();
  const drafting = AbortSignal.any([signal, left.signal]);
  try {
    while (transitions[machine.at].length > 0) {
      signal.throwIfAborted();
      const startedMs = ports.nowMs();
      const { at } = machine;
      let stepped: Stepped;
      if (at === "draft" || at === "revise") {
        prompt = nextPrompt(machine, prompt);
        const queue = new EventQueue<AskEvent>();
        const drafted = requestDraft(prompt, ports, queue, drafting).finally(() => queue.end());
        // The rejection is awaited below; until then it must not count as unhandled.
        drafted.catch(() => undefined);
        yield* queue.drain();
        stepped = await drafted;
      } else {
        stepped = { event: await perform(machine, ports), sent: null, tokens: null };
      }
      signal.throwIfAborted();
      machine = stepMachine(machine, stepped.event);
      const { sent, tokens } = stepped;
      const entry: TraceEntry = { state: at, note: machine.note, sent, tokens, ms: ports.nowMs() - startedMs };
      trace.push(entry);
      yield { kind: "progress", entry };
      if (at === "gather") yield { kind: "found", evidence: [...machine.gathered.evidence] };
    }
    const intent = knownIntent(machine);
    const choices = await ports.offerChoices?.({ intent, asOf: asOfOf(request, intent) });
    yield { kind: "answer", answer: answerOf(machine, trace, choices) };
  } catch (error) {
    if (!signal.aborted && !isAppError(error)) ports.reportUnexpected?.(error);
    yield { kind: "failed", error: describeError(error, signal) };
  } finally {
    left.abort();
  }
}

/** What a state that needs no language model does to learn its event. */
async function perform(machine: Machine, ports: ReasoningPorts): Promise<MachineEvent> {
  const { request } = machine;
  if (machine.at === "understand") return { kind: "understood", intent: await ports.understand(request) };
  if (machine.at === "gather") {
    const intent = knownIntent(machine);
    const asOf = asOfOf(request, intent);
    const { company, documentId } = request;
    const conceptIds = conceptsToFetch(intent, request.selection, request.question);
    const [evidence, facts, undated] = await Promise.all([
      ports.search({ question: request.question, intent, request }),
      conceptIds.length === 0
        ? []
        : Promise.all(
            oneCompanyEach(intent).map((one) =>
              ports.findFacts({ intent: one, conceptIds, asOf, company, documentId }),
            ),
          ),
      asOf === null ? 0 : (ports.countUndated?.({ intent, company, documentId }) ?? 0),
    ]);
    return {
      kind: "gathered",
      gathered: admitGathered({ evidence, facts: facts.flat(), undated }, { asOf, documentId }),
    };
  }
  return { kind: machine.at === "calculate" ? "calculate" : "check" };
}

/** Facts are looked up for one company at a time, so that no figure can stand in for another company's. */
function oneCompanyEach(intent: QuestionIntent): QuestionIntent[] {
  if (intent.companies.length < 2) return [intent];
  return intent.companies
    .filter((company) => company.matched !== null)
    .map((company) => ({ ...intent, companies: [company] }));
}

function nextPrompt(machine: Machine, before: Prompt | null): Prompt {
  if (before === null || machine.draft === null)
    return composePrompt(machine.request, knownIntent(machine), catalogOf(machine));
  return composeRevision(before, machine.draft, machine.problems);
}

async function requestDraft(
  prompt: Prompt,
  ports: ReasoningPorts,
  queue: EventQueue<AskEvent>,
  signal: AbortSignal,
): Promise<Stepped> {
  const model = ports.languageModel;
  if (model === null)
    return { event: { kind: "draft-failed", why: "no language model is configured" }, sent: null, tokens: null };
  const promptCharacters =
    prompt.system.length + prompt.messages.reduce((sum, message) => sum + message.content.length, 0);
  const sentTo = (characters: number): TraceEntry["sent"] => ({
    to: model.baseUrlHost,
    characters,
    model: model.model,
  });
  let arrived = "";
  let shown = 0;
  const onDelta = (text: string): void => {
    arrived += text;
    const words = readPartialDraft(arrived);
    if (words.length < shown + draftStepCharacters) return;
    shown = words.length;
    queue.push({ kind: "draft", text: words });
  };
  let reply: DraftReply;
  try {
    reply = await model.draft({ ...prompt, schema: draftSchema, schemaName: "answer-draft" }, onDelta, signal);
  } catch (error) {
    if (signal.aborted) throw error;
    const why = isAppError(error) ? error.message : "the language model failed in an unexpected way";
    return { event: { kind: "draft-failed", why }, sent: sentTo(promptCharacters), tokens: null };
  }
  // The port promises a valid draft; a port that breaks its promise is one more failing language model.
  const draft = draftSchema.safeParse(reply.draft);
  const event: MachineEvent = draft.success
    ? { kind: "drafted", draft: draft.data }
    : { kind: "draft-failed", why: "the language model did not keep to the form asked for" };
  return { event, sent: sentTo(reply.charactersSent), tokens: reply.usage };
}

function answerOf(machine: Machine, trace: readonly TraceEntry[], choices: IntentChoices | undefined): Answer {
  const { plain, accepted } = machine;
  const words = accepted ?? plain;
  return {
    status: machine.at === "answered" ? "answered" : "abstained",
    reason: machine.at === "answered" ? null : (plain?.reason ?? null),
    statements: [...(words?.statements ?? [])],
    // Ours in either case: a language model has no way to give a number.
    value: plain?.value ?? null,
    nextQuestions: [...(words?.nextQuestions ?? [])],
    writtenBy: accepted === null ? "facts-and-formulas" : "language-model",
    fellBackBecause: machine.fellBackBecause,
    intent: knownIntent(machine),
    ...(choices === undefined ? {} : { choices }),
    evidence: [...machine.gathered.evidence],
    trace: [...trace],
  };
}

function describeError(error: unknown, signal: AbortSignal): { code: string; message: string; requestId: null } {
  if (signal.aborted) return { code: "reasoning/cancelled", message: "The question was cancelled.", requestId: null };
  if (isAppError(error)) return { code: error.code, message: error.message, requestId: null };
  return {
    code: "reasoning/failed",
    message: "The question could not be answered because of an error on our side.",
    requestId: null,
  };
}
