/** A line that could name who speaks next. */
export interface SpeakerLine {
  readonly name: string;
  /** "Chief Financial Officer", "Credit Suisse – Analyst"; null where the line gives none. */
  readonly role: string | null;
  /** How name and role are parted: "--", ",", "("; "" where there is no role. */
  readonly separator: string;
  /** What is said on the same line; null where the line holds the speaker alone. */
  readonly said: string | null;
}

const longestHead = 140;
const nameWord = /(?:\p{Lu}[\p{L}.'’-]*|(?:de|del|van|von|der|den|la|le|di|da|bin|al|el)(?=\s))/u.source;
const nameShape = new RegExp(
  `^(?:(?:Dr|Mr|Ms|Mrs|Prof)\\.?\\s+)?\\p{Lu}[\\p{L}.'’-]*(?:\\s+${nameWord}){0,4}(?:,?\\s+(?:Jr|Sr|II|III|IV|Ph\\.?D|CFA|M\\.?D)\\.?)?$`,
  "u",
);
const separators = /\s+(--|[-–—|])\s+|(,)\s+|\s+(\()(?=[^()]*\)$)/u;
/** Bloomberg and Thomson mark who asks: "<Q - Jane Doe>", "Q - Jane Doe". */
const askerMark = /^<?\s*[QA]\s+[-–—]\s+/u;
const moderator =
  /^(?:(?:conference |call |teleconference )?(?:operator|moderator|coordinator)|unidentified\b.{0,40}|unknown (?:speaker|analyst|executive|participant|attendee).{0,20})$/i;
/** Words of what people are, by which a role is told from the rest of a sentence. */
export const roleWord =
  /\b(?:chief|officer|ceo|cfo|coo|cto|president|chair(?:man|woman|person)?|director|analyst|investor relations|treasurer|controller|vice|vp|evp|svp|head|manager|managing|partner|founder|secretary|counsel|research|executive|general|operator|moderator|representative|ir)\b/i;

/** The speaker a line names: alone on it, or before a colon and the words said; null where it cannot name one. */
export function readSpeakerLine(line: string): SpeakerLine | null {
  const head = line.length > longestHead ? headBeforeColon(line) : (headBeforeColon(line) ?? line);
  if (head === null) return null;
  const said = head.length < line.length ? line.slice(head.length + 1).trim() : "";
  const who = head
    .replace(/[:\s]+$/, "")
    .replace(askerMark, "")
    .replace(/^[<[]\s*|\s*[>\]]$/g, "")
    .trim();
  const parted = separators.exec(who);
  const name = (parted === null ? who : who.slice(0, parted.index)).trim();
  const role =
    parted === null
      ? null
      : who
          .slice(parted.index + parted[0].length)
          .replace(/\)$/, "")
          .replace(/\s*--\s*/g, ", ")
          .trim();
  if (name.length < 1 || (!nameShape.test(name) && !moderator.test(name) && !isRoleAlone(name))) return null;
  if (role !== null && (/[.!?]\s/.test(role.replace(/\b\p{L}{1,4}\./gu, "")) || role.length > 110)) return null;
  const separator = parted?.[1] ?? parted?.[2] ?? parted?.[3] ?? "";
  return { name, role: role === "" ? null : role, separator, said: said === "" ? null : said };
}

/** Who leads the questions: an operator or somebody the transcript could not name. */
export function isModerator(name: string): boolean {
  return /^(?:conference |call |teleconference )?(?:operator|moderator|coordinator)$/i.test(name);
}

export function isUnidentified(name: string): boolean {
  return moderator.test(name) && !isModerator(name);
}

/** "Chief Financial Officer:" speaks without a name. */
export function isRoleAlone(name: string): boolean {
  return name.length < 60 && roleWord.test(name) && /^\p{Lu}/u.test(name) && !/[.!?]/.test(name) && !hasVerb.test(name);
}

const hasVerb = /\b(?:is|are|was|were|will|has|have|said|says|and then|we|our|to)\b/i;

/** The name by which two mentions of one speaker are found. */
export function speakerKey(name: string): string {
  return name.toUpperCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** What stands before the first colon, where that could be a name: "Jane Doe, CFO". */
function headBeforeColon(line: string): string | null {
  const colon = line.indexOf(":");
  if (colon < 1 || colon > longestHead) return null;
  const after = line.charCodeAt(colon + 1);
  // "10:30" and "http://" are no speakers; a colon at the end of a line is one's.
  return Number.isNaN(after) || after === 32 || after === 10 ? line.slice(0, colon) : null;
}
