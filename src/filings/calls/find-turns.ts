import { type Block } from "../blocks";
import { findParticipants, type Participants } from "./find-participants";
import { isModerator, isRoleAlone, isUnidentified, readSpeakerLine, roleWord, speakerKey } from "./speaker-line";
import { type SpeakerLine } from "./speaker-line";

/** A block by which somebody begins to speak. */
export interface TurnStart {
  readonly blockIndex: number;
  readonly name: string;
  readonly role: string | null;
  /** How many blocks the speaker's own lines take: 2 where the role stands below the name. */
  readonly blocks: number;
  /** What is said on the speaker's own line. */
  readonly said: string | null;
}

export interface FoundTurns {
  readonly turns: readonly TurnStart[];
  readonly participants: Participants;
}

interface Candidate extends SpeakerLine {
  readonly blockIndex: number;
  readonly key: string;
}

/** A way of naming speakers counts as the transcript's own from so many lines on. */
const leastForStyle = 3;
const longestRoleLine = 120;

/** Who begins to speak where: by the transcript's own way of naming speakers, told from how often it comes back. */
export function findTurns(blocks: readonly Block[]): FoundTurns {
  const participants = findParticipants(blocks);
  const candidates = blocks.flatMap((block, blockIndex) => readCandidate(block, blockIndex, participants));
  const seen = count(candidates.map(({ key, said }) => `${key}|${said === null}`));
  const styles = count(candidates.filter((each) => hasOwnStyle(each) || isNamedAgain(each, seen)).map(styleOf));
  const accepted = candidates.filter((candidate) => isSpeaker(candidate, seen, styles, participants));
  return { turns: withRoles(blocks, withoutLists(blocks, accepted), participants), participants };
}

function readCandidate(block: Block, blockIndex: number, participants: Participants): Candidate[] {
  if (block.kind === "table" || participants.listed.has(blockIndex)) return [];
  const read = readSpeakerLine(block.text);
  return read === null ? [] : [{ ...read, blockIndex, key: speakerKey(read.name) }];
}

function isSpeaker(
  { key, name, role, separator, said }: Candidate,
  seen: ReadonlyMap<string, number>,
  styles: ReadonlyMap<string, number>,
  participants: Participants,
): boolean {
  if (isModerator(name) || isUnidentified(name) || participants.roles.has(key)) return true;
  const times = seen.get(`${key}|${said === null}`) ?? 0;
  const isCommon = (styles.get(styleOf({ separator, said })) ?? 0) >= leastForStyle;
  if (said !== null) {
    const isName = name.includes(" ") || isRoleAlone(name);
    return times >= 2 || (role !== null && roleWord.test(role)) || (isName && (isCommon || isRoleAlone(name)));
  }
  if (role !== null && separator !== ",") return isCommon || times >= 2 || roleWord.test(role);
  if (role !== null) return roleWord.test(role) && (isCommon || times >= 2);
  return name.includes(" ") && (times >= 2 || isCommon);
}

/** Only what surely names a speaker sets the style for the others. */
function hasOwnStyle({ name, role, said }: Candidate): boolean {
  return isModerator(name) || (role !== null && roleWord.test(role)) || (said !== null && name.includes(" "));
}

/** A name alone above the words sets the style where it comes back. */
function isNamedAgain({ key, name, said, role }: Candidate, seen: ReadonlyMap<string, number>): boolean {
  return said === null && role === null && name.includes(" ") && (seen.get(`${key}|true`) ?? 0) >= 2;
}

function styleOf({ separator, said }: Pick<Candidate, "separator" | "said">): string {
  return said === null ? `alone ${separator}` : "before words";
}

/** Names one below the other, with nothing said between, are a list and no turns. */
function withoutLists(blocks: readonly Block[], accepted: readonly Candidate[]): Candidate[] {
  const named = new Set(accepted.filter(({ said }) => said === null).map(({ blockIndex }) => blockIndex));
  const isEmpty = (index: number): boolean =>
    named.has(index) && (named.has(index + 1) || index + 1 >= blocks.length || blocks[index + 1]!.text.trim() === "");
  return accepted.filter(({ blockIndex, name }) => {
    if (!named.has(blockIndex) || isModerator(name)) return true;
    // The last name of a list has what follows the list below it.
    return !isEmpty(blockIndex) && !(isEmpty(blockIndex - 1) && isEmpty(blockIndex - 2));
  });
}

function withRoles(
  blocks: readonly Block[],
  accepted: readonly Candidate[],
  { roles }: Participants,
): readonly TurnStart[] {
  const known = new Map<string, string>();
  for (const { key, role } of accepted) if (role !== null && !known.has(key)) known.set(key, role);
  const turns: TurnStart[] = [];
  const starts = new Set(accepted.map(({ blockIndex }) => blockIndex));
  for (const { blockIndex, name, role, said, key } of accepted) {
    const below = said === null && role === null && !starts.has(blockIndex + 1) ? blocks[blockIndex + 1] : undefined;
    const roleBelow = below !== undefined && isRoleLine(below) ? below.text.replace(/\s+/g, " ").trim() : null;
    turns.push({
      blockIndex,
      name: tidyName(name),
      role: role ?? roleBelow ?? known.get(key) ?? roles.get(key) ?? null,
      blocks: roleBelow === null ? 1 : 2,
      said,
    });
  }
  return turns;
}

/** "Chief Financial Officer, Example Inc." below a name. */
function isRoleLine({ kind, text }: Block): boolean {
  return (
    kind === "text" &&
    text.length < longestRoleLine &&
    roleWord.test(text) &&
    !/[.?!:]$/.test(text.replace(/\b(?:Inc|Co|Corp|Ltd|LLC)\.$/i, ""))
  );
}

/** "TIM EXAMPLE" as "Tim Example", so that one speaker has one name. */
function tidyName(name: string): string {
  if (/\p{Ll}/u.test(name)) return name.replace(/\s+/g, " ");
  return name
    .replace(/\s+/g, " ")
    .toLowerCase()
    .replace(/(?<![\p{L}’'])\p{L}/gu, (letter) => letter.toUpperCase());
}

function count(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
