import { type LaidBlock } from "../layout/lay-out-text";
import { type Opening } from "../sections/opening";
import { partHeading } from "./lay-out-call";
import { isModerator, roleWord } from "./speaker-line";

/** A stretch of blocks by one speaker. */
interface Turn {
  readonly blockIndex: number;
  /** As printed with the role; null where nobody is named. */
  readonly speaker: string | null;
  readonly text: string;
}

const asksForQuestion =
  /\b(?:(?:first|next|last|final|another) question|questions? (?:comes?|is|will come|is coming|today comes?) from|question from|(?:from|to|with) the line of|hear (?:next )?from|(?:go|move) (?:on )?to the next|next we(?:’|'| wi)ll (?:hear|go|take|move)|begin the question|(?:start|begin|open) (?:the |our |up )*(?:q ?& ?a|question))/i;
const handsOver =
  /\b(?:open (?:up )?(?:the |our )?(?:call|line|lines|floor|it)(?: up)? (?:for|to) (?:your |any |some )?questions|(?:over|back) to (?:the )?operator (?:for|to (?:open|begin|start|take|poll))|(?:over|back) to you,? .{0,30} for (?:the )?(?:q ?& ?a|questions)|(?:happy|ready|glad|pleased) to (?:take|answer) (?:your |any )?questions|(?:take|begin|start|turn to|move to|open (?:up )?(?:for|to)) (?:your |our |the )?(?:questions|q ?& ?a|question[- ]and[- ]answer))\b/i;
const concludes =
  /\b(?:(?:this|that) (?:does )?concludes? (?:our|today|the|your|this)|no (?:further|more|additional|other) questions|replay of (?:today|this))/i;
/** An announcement is short; an answer that ends in "next question, please" is none. */
const longestAnnouncement = 700;
const longestHostTurn = 300;
const leastQuestion = 100;
/** Welcomes speak of the questions to come. */
const welcomes = /\b(?:welcome to|after (?:the|our|today).{0,40}(?:remarks|presentation)|listen-only)\b/i;

/** Prepared remarks, questions and answers, and each question with its answer; only what the words show. */
export function callOpenings(blocks: readonly LaidBlock[]): Opening[] {
  const turns = turnsOf(blocks);
  const questionsAt = startOfQuestions(blocks, turns);
  const preparedAt = startOfRemarks(blocks, turns, questionsAt);
  const openings: Opening[] = [];
  if (preparedAt !== null) openings.push(opening(preparedAt, "Prepared remarks"));
  if (questionsAt === null) return openings;
  openings.push(opening(questionsAt, "Questions and answers"));
  const prepared = new Set(turns.filter(({ blockIndex }) => blockIndex < questionsAt).map(({ speaker }) => speaker));
  const asked = turns.filter(({ blockIndex }) => blockIndex >= questionsAt);
  for (const [index, question] of questionsIn(asked, prepared).entries()) {
    const title = `Question ${index + 1}: ${question.asker}`;
    openings.push({ ...opening(question.blockIndex, title), path: ["Questions and answers", title] });
  }
  const end = closing(asked);
  if (end !== null) openings.push(opening(end, "Closing"));
  return withoutDoubles(openings);
}

/** Of two that begin together the narrower stands: a question's path names its part. */
function withoutDoubles(openings: readonly Opening[]): Opening[] {
  const byBlock = new Map<number, Opening>();
  for (const opened of openings) {
    if (opened.title !== "Closing" || !byBlock.has(opened.blockIndex)) byBlock.set(opened.blockIndex, opened);
  }
  return [...byBlock.values()];
}

function opening(blockIndex: number, title: string): Opening {
  return { blockIndex, part: null, item: null, title, kind: "other", path: [title] };
}

function turnsOf(blocks: readonly LaidBlock[]): Turn[] {
  const turns: { blockIndex: number; speaker: string | null; text: string }[] = [];
  for (const [blockIndex, { speaker, text, look, headingRank }] of blocks.entries()) {
    if (speaker === undefined || speaker === null) continue;
    const current = turns[turns.length - 1];
    const goesOn =
      current?.speaker === speaker &&
      blocks[blockIndex - 1]?.speaker === speaker &&
      !(look.bold && headingRank !== null);
    if (goesOn) current.text += `\n${text}`;
    else turns.push({ blockIndex, speaker, text });
  }
  return turns;
}

function startOfRemarks(
  blocks: readonly LaidBlock[],
  turns: readonly Turn[],
  questionsAt: number | null,
): number | null {
  const first = turns[0]?.blockIndex ?? null;
  const heading = blocks.findIndex(
    ({ text }, index) =>
      /^(?:management )?(?:prepared remarks|discussion section|presentation)\s*:?$/i.test(text.trim()) &&
      (first === null || index + 4 > first),
  );
  if (heading >= 0 && (first === null || heading <= first)) return heading;
  return first !== null && first !== questionsAt
    ? first
    : first === null && questionsAt !== null && questionsAt > 0
      ? 0
      : null;
}

function startOfQuestions(blocks: readonly LaidBlock[], turns: readonly Turn[]): number | null {
  const firstTurn = turns[0]?.blockIndex ?? -1;
  // A contents list above names the part too: the heading is where turns follow and precede.
  const heading = blocks.findIndex(
    ({ text }, index) =>
      index > firstTurn && text.length < 60 && partHeading.test(text.trim()) && /^(?:analyst )?q/i.test(text.trim()),
  );
  if (heading >= 0) return heading;
  return turns.length > 0 ? firstQuestionTurn(turns) : afterHandOver(blocks);
}

function firstQuestionTurn(turns: readonly Turn[]): number | null {
  const index = turns.findIndex(({ text }, at) => at > 0 && asksFor(text) && !welcomes.test(text));
  if (index < 0) {
    const handed = turns.findIndex(({ text }, at) => at > 0 && handsOver.test(text.slice(-300)));
    return turns[handed + 1]?.blockIndex ?? null;
  }
  // "Operator, may we have the first question?" still closes the remarks; who is asked then announces it.
  const announced = turns.slice(index, index + 3).find(({ text }) => asksFor(text) && announces(text));
  return (announced ?? turns[index]!).blockIndex;
}

/** Without speakers only a sentence that hands over tells; the welcome's "we will open the call" comes far too early. */
function afterHandOver(blocks: readonly LaidBlock[]): number | null {
  const characters = blocks[blocks.length - 1]?.end ?? 0;
  const index = blocks.findIndex(
    ({ text, start }) =>
      text.length < 400 &&
      handsOver.test(text) &&
      /\b(?:with that|now|at this (?:time|point))\b/i.test(text) &&
      start > characters * 0.15,
  );
  return index >= 0 && index + 1 < blocks.length ? index + 1 : null;
}

interface Question {
  readonly blockIndex: number;
  readonly asker: string;
}

/** A question begins where it is announced and is named after who then speaks for the first time and is no host. */
function questionsIn(turns: readonly Turn[], prepared: ReadonlySet<string | null>): Question[] {
  const questions: Question[] = [];
  const hosts = hostsOf(turns);
  const isAnnounced = turns.some(({ text, speaker }) => asksFor(text) && hosts.has(speaker));
  let announcedAt: number | null = null;
  let asker: string | null = null;
  for (const { blockIndex, speaker, text } of turns) {
    const leads = hosts.has(speaker) || prepared.has(speaker);
    if (asksFor(text) && (leads || announces(text))) {
      announcedAt ??= blockIndex;
      continue;
    }
    if (leads || speaker === null) continue;
    // Where questions are announced, an analyst's "Great, thank you." between two of them is none.
    const asksUnannounced = isAnalyst(speaker) && (!isAnnounced || text.length >= leastQuestion);
    if (announcedAt === null && (speaker === asker || !asksUnannounced)) continue;
    questions.push({ blockIndex: announcedAt ?? blockIndex, asker: speaker });
    asker = speaker;
    announcedAt = null;
  }
  return questions;
}

function asksFor(text: string): boolean {
  return text.length < longestAnnouncement && asksForQuestion.test(text);
}

/** Who leads through the questions: the operator, and whoever asks for the next one again and again. */
function hostsOf(turns: readonly Turn[]): ReadonlySet<string | null> {
  const asked = new Map<string | null, { asks: number; turns: number }>();
  for (const { speaker, text } of turns) {
    const known = asked.get(speaker) ?? { asks: 0, turns: 0 };
    const asks = known.asks + (text.length < longestHostTurn && asksForQuestion.test(text) ? 1 : 0);
    asked.set(speaker, { asks, turns: known.turns + 1 });
  }
  return new Set(
    [...asked]
      .filter(([speaker, { asks, turns: all }]) => isHost(speaker) || (asks >= 2 && asks >= all * 0.4))
      .map(([speaker]) => speaker),
  );
}

function announces(text: string): boolean {
  return /\bquestions? (?:(?:comes?|is|will come|is coming|today comes?) )?from\b|\bhear (?:next )?from\b|\bthe line of\b/i.test(
    text,
  );
}

function isHost(speaker: string | null): boolean {
  return speaker !== null && isModerator(speaker.split(",")[0]!);
}

function isAnalyst(speaker: string): boolean {
  return roleWord.test(speaker) && /\banalyst\b/i.test(speaker);
}

function closing(turns: readonly Turn[]): number | null {
  const from = Math.max(0, turns.length - 4);
  const index = turns.findIndex(({ text }, at) => at >= from && at > 0 && concludes.test(text));
  return index < 0 ? null : turns[index]!.blockIndex;
}
