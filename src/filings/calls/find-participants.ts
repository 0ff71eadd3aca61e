import { type Block } from "../blocks";
import { readSpeakerLine, roleWord, speakerKey } from "./speaker-line";

/** Who is listed as taking part, before or after what was said. */
export interface Participants {
  /** By key of the name: the role, where the list gives one. */
  readonly roles: ReadonlyMap<string, string | null>;
  /** Blocks of the list: nobody speaks in them. */
  readonly listed: ReadonlySet<number>;
  /** Keys of those listed as analysts or as asking. */
  readonly askers: ReadonlySet<string>;
}

const listHeading =
  /^(?:(?:company|corporate|conference(?: call)?|call|earnings call)\s+participants?|(?:list of )?participants|executives?(?: participants)?|(?:company |corporate )?(?:executives|presenters|speakers)|analysts?(?: participants)?|other participants)\s*:?$/i;
const askersHeading = /\b(?:conference(?: call)? participants|analysts?|other participants)\b/i;
const listEnd =
  /^(?:presentation|prepared remarks|transcript|operator|questions?\b|q ?& ?a|management discussion|contents)\b/i;
const longestEntry = 160;
const mostEntries = 80;

/** The lists of participants of a call, by their headings. */
export function findParticipants(blocks: readonly Block[]): Participants {
  const roles = new Map<string, string | null>();
  const listed = new Set<number>();
  const askers = new Set<string>();
  for (let index = 0; index < blocks.length; index++) {
    const heading = blocks[index]!.text.trim();
    if (heading.length > 60 || !listHeading.test(heading)) continue;
    listed.add(index);
    const asks = askersHeading.test(heading);
    const entries = entriesAfter(blocks, index, roles);
    for (const [place, at] of entries.entries()) {
      listed.add(at);
      for (const line of blocks[at]!.text.split("\n")) {
        const entry = readEntry(line, blocks[entries[place + 1] ?? -1]?.text ?? "");
        if (entry === null) continue;
        if (!roles.has(entry.key) || roles.get(entry.key) === null) roles.set(entry.key, entry.role);
        if (asks) askers.add(entry.key);
      }
    }
    index += entries.length;
  }
  return { roles, listed, askers };
}

function entriesAfter(blocks: readonly Block[], heading: number, known: ReadonlyMap<string, string | null>): number[] {
  const entries: number[] = [];
  const seen = new Set<string>();
  for (let index = heading + 1; index < blocks.length && entries.length < mostEntries; index++) {
    const text = blocks[index]!.text.trim();
    if (listHeading.test(text) || listEnd.test(text)) break;
    // Who is named a second time speaks now.
    if (seen.has(speakerKey(text)) || known.has(speakerKey(text))) break;
    seen.add(speakerKey(readSpeakerLine(text)?.name ?? text));
    const isEntry = text
      .split("\n")
      .every(
        (line) =>
          line.length <= longestEntry && !/[.!?]$/.test(line.replace(/\b(?:Inc|Co|Corp|Ltd|Jr|Sr|L\.P|LLC)\.$/i, "")),
      );
    if (!isEntry) break;
    entries.push(index);
  }
  return entries;
}

/** "Jane Doe – CFO", "* Jane Doe" with "Example Inc. – CFO" on the next line, or a name alone. */
function readEntry(line: string, next: string): { key: string; role: string | null } | null {
  const clean = line.replace(/^[\s*•·▪]+/, "").trim();
  const read = readSpeakerLine(clean);
  if (read?.said !== null) return null;
  const below = next.replace(/^[\s*•·▪]+/, "").trim();
  const roleBelow = read.role === null && below.length < longestEntry && roleWord.test(below) ? below : null;
  return { key: speakerKey(read.name), role: read.role ?? roleBelow };
}
