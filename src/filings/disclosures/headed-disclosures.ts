import { type LaidBlock } from "../layout/lay-out-text";
import { type FoundSection } from "../sections/find-sections";
import { type Span } from "../xbrl/located-fact";
import { blockAt } from "./block-at";
import { chooseNoteHeadings } from "./choose-note-headings";
import { type FoundDisclosure } from "./found-disclosure";
import { type NoteHeading, readNoteHeading } from "./note-headings";
import { findPolicies } from "./policy-headings";
import { titleOf } from "./title-of";

const notesBegin =
  /^(?:item\s+\d\S*\s+)?(?:(?:unaudited|condensed|combined|consolidated|the|index|interim)\s+)*notes\s+to\s+(?:the\s+)?(?:(?:unaudited|condensed|combined|consolidated|interim|company|our)\s+)*(?:\w+\s+)?financial\s+(?:statements?|information)/i;
/** What stands behind the notes and is none. */
const notesEnd =
  /^(?:reports? of (?:independent|management)|management['’]s (?:annual )?report|item\s+\d|part\s+i[iv]|signatures?$|schedule\s+[ivx]+\b|quarterly financial (?:data|information)|supplementa(?:l|ry) (?:financial |quarterly |oil )|selected quarterly)/i;
const headCharacters = 200;

/** Notes and policies as their headings tell them, for filings without tags: inside financial statements only. */
export function headedDisclosures(
  blocks: readonly LaidBlock[],
  sections: readonly FoundSection[],
  wanted: "notes" | "notes and policies",
): FoundDisclosure[] {
  const headings = chooseNoteHeadings(candidatesOf(blocks, sections));
  return headings.flatMap((heading, index): FoundDisclosure[] => {
    const end = endOfNote(blocks, heading, headings[index + 1], sections);
    const note = noteOf(blocks, heading, end);
    if (note === null) return [];
    return wanted === "notes" ? [note] : [note, ...findPolicies(blocks, note, heading.blockIndex, end)];
  });
}

function candidatesOf(blocks: readonly LaidBlock[], sections: readonly FoundSection[]): NoteHeading[] {
  const first = blocks.findIndex(
    ({ kind, text }) => kind === "text" && text.length < headCharacters && notesBegin.test(text),
  );
  const statements = sections.flatMap(({ section: { part, item, start, end } }) =>
    item === "8" || (item === "1" && part === "I") ? [{ start, end }] : [],
  );
  const candidates: NoteHeading[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const heading = readNoteHeading(blocks, index);
    if (heading === null) continue;
    // A bare number counts only among the statements; what calls itself a note is one anywhere.
    const { start } = blocks[index]!;
    if (
      heading.numbering.startsWith("note") ||
      (first >= 0 && index > first) ||
      statements.some((section) => section.start <= start && start < section.end)
    )
      candidates.push(heading);
  }
  return candidates;
}

/** The block past the note's last. */
function endOfNote(
  blocks: readonly LaidBlock[],
  heading: NoteHeading,
  next: NoteHeading | undefined,
  sections: readonly FoundSection[],
): number {
  const from = blocks[heading.blockIndex]!.start;
  const section = sections.find(({ section: { start, end } }) => start <= from && from < end);
  const sectionEnd = section === undefined ? blocks.length : blockAt(blocks, section.section.end);
  const limit = Math.min(next?.blockIndex ?? blocks.length, Math.max(sectionEnd, heading.blockIndex + 1));
  // Between two notes nothing ends them; behind the last come reports and schedules.
  if (next !== undefined) return limit;
  for (let index = heading.blockIndex + 1; index < limit; index++) {
    const { kind, text, exhibit } = blocks[index]!;
    if (exhibit !== blocks[heading.blockIndex]!.exhibit) return index;
    if (kind === "text" && text.length < headCharacters && notesEnd.test(text)) return index;
  }
  return limit;
}

function noteOf(blocks: readonly LaidBlock[], { blockIndex }: NoteHeading, end: number): FoundDisclosure | null {
  const first = blocks[blockIndex]!;
  const last = blocks[end - 1];
  if (last === undefined || last.end <= first.start) return null;
  const span: Span = { start: first.start, end: last.end };
  return { concept: null, kind: "note", title: titleOf(blocks, blockIndex, "note")?.text ?? null, spans: [span] };
}
