import { isModerator, isRoleAlone, isUnidentified, readSpeakerLine, roleWord, speakerKey } from "./speaker-line";

const seenCharacters = 200_000;
const leastLines = 4;
/** Of all lines so many must name a speaker; a report with "Contact: Jane Doe" has few. */
const turnShare = 0.12;
const isCall =
  /\b(?:(?:earnings|conference|quarterly|results|analyst|investor) (?:conference |results )?call|prepared remarks|questions?(?:-| )(?:and|&)(?:-| )answers?|q ?& ?a|(?:call|conference|company|corporate) participants)\b/i;
const callTalk =
  /\b(?:turn (?:the call|it|things) (?:back )?over to|thank you for joining us|(?:conference|earnings) call|to the operator|(?:next|first) question|joining (?:me|us) (?:on|for) (?:today|the))/gi;
const leastCallTalk = 3;

/** A call names its speakers again and again; a report or a note does not. */
export function looksLikeCall(text: string): boolean {
  const start = text.slice(0, seenCharacters);
  const lines = solidLines(start);
  if (lines.length < leastLines) return false;
  if (hasOneSentencePerLine(text))
    return (start.match(callTalk)?.length ?? 0) >= leastCallTalk || namesSpeakers(start, lines);
  return namesSpeakers(start, lines);
}

/** Without blank lines and with a sentence on each, a line is a paragraph: joining all would make one of the whole. */
export function hasOneSentencePerLine(text: string): boolean {
  const lines = solidLines(text.slice(0, seenCharacters));
  const sentences = lines.filter((line) => /[.?!]["”’)]?$/.test(line)).length;
  return lines.length >= leastLines && sentences > lines.length * 0.8 && !/\n\s*\n/.test(text.slice(0, seenCharacters));
}

function namesSpeakers(start: string, lines: readonly string[]): boolean {
  let hasModerator = false;
  const times = new Map<string, number>();
  for (const line of lines) {
    const read = readSpeakerLine(line);
    if (read === null) continue;
    const { name, role, said } = read;
    if (isModerator(name) || isUnidentified(name)) hasModerator = true;
    // A name alone on a line may be anything; before words, with a role or repeated it speaks.
    const speaks = said !== null || role !== null || name.includes(" ") || isModerator(name);
    if (speaks) times.set(speakerKey(name), (times.get(speakerKey(name)) ?? 0) + weightOf(name, role, said));
  }
  const again = [...times.values()].filter((count) => count >= 2);
  const turns = [...times.values()].reduce((sum, count) => sum + (count >= 2 ? Math.floor(count) : 0), 0);
  if (hasModerator && isCall.test(start) && times.size >= 2) return true;
  return again.length >= 2 && turns >= Math.max(4, lines.length * turnShare) && isCall.test(start);
}

/** "Valuation: …" heads a paragraph of a note; people have a name of two words or a role. */
function weightOf(name: string, role: string | null, said: string | null): number {
  if (role !== null) return roleWord.test(role) ? 1 : 0.5;
  if (isRoleAlone(name)) return 1;
  return name.includes(" ") || said === null ? 1 : 0;
}

function solidLines(text: string): string[] {
  return text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}
