import { type LaidBlock } from "../layout/lay-out-text";

/** How a filer numbers his notes; one document keeps to one. */
export type Numbering = "note-number" | "note-letter" | "number" | "bracketed" | "letter";

export interface NoteHeading {
  readonly blockIndex: number;
  readonly numbering: Numbering;
  /** 1 for "1" and for "A". */
  readonly ordinal: number;
  /** How prominent it is: the notes of one filing look alike. */
  readonly rank: number | null;
}

const headingCharacters = 170;
const shapes: readonly { numbering: Numbering; shape: RegExp }[] = [
  { numbering: "note-number", shape: /^notes?\s+\(?(\d{1,2})\)?(?![\d,])\s*(?:[.:|–—-]|\s|$)/i },
  { numbering: "note-letter", shape: /^note\s+\(?([A-Z])\)?\s*(?:[.:|–—-]|$)/i },
  { numbering: "bracketed", shape: /^\((\d{1,2}|[A-Z])\)\s*\p{Lu}/u },
  { numbering: "number", shape: /^(\d{1,2})(?:\s*[.:)–—-]\s*|\s+)\p{Lu}/u },
  { numbering: "letter", shape: /^([A-Z])(?:\.\s+|\s*[–—-]\s*)\p{Lu}/u },
];
const continued = /\(?\s*cont(?:inued|['’]?d|\.)\s*\)?\.?$/i;
const numberBeforeTitle = /^\(?(\d{1,2}|[A-Z])[.)]{0,2}$/;

/** What the block would be as a note's heading: a title with a number before it; null for anything else. */
export function readNoteHeading(blocks: readonly LaidBlock[], blockIndex: number): NoteHeading | null {
  const block = blocks[blockIndex]!;
  if (block.kind === "table") return null;
  const { text } = block;
  if (!mayBeNumbered(text) || continued.test(text.slice(-24))) return null;
  const next = blocks[blockIndex + 1];
  if (numberBeforeTitle.test(text) && next?.headingRank !== null && next?.kind === "text") {
    return headingOf("number", numberBeforeTitle.exec(text)![1]!, blockIndex, block);
  }
  for (const { numbering, shape } of shapes) {
    const mark = shape.exec(text)?.[1];
    if (mark === undefined) continue;
    const named = numbering === "note-number" || numbering === "note-letter";
    if (!named && !looksLikeHeading(block)) return null;
    // "Note 7 describes…" goes on as a sentence does.
    if (named && !looksLikeHeading(block) && !/^notes?\s+\S{1,4}\s*(?:[.:|–—-]|$)/i.test(text)) return null;
    return headingOf(numbering, mark, blockIndex, block);
  }
  return null;
}

/** Most paragraphs begin with a word: "Note", digits, a bracket and a capital with its point are all there is to look at. */
function mayBeNumbered(text: string): boolean {
  const code = text.charCodeAt(0);
  if (code === 40 || (code >= 48 && code <= 57)) return true;
  if ((code === 78 || code === 110) && /^notes?\b/i.test(text)) return true;
  return code >= 65 && code <= 90 && (text.length <= 3 || /[\s.–—-]/.test(text[1]!));
}

function headingOf(numbering: Numbering, mark: string, blockIndex: number, block: LaidBlock): NoteHeading {
  const ordinal = /\d/.test(mark) ? Number(mark) : mark.toUpperCase().charCodeAt(0) - 64;
  return { blockIndex, numbering, ordinal, rank: block.headingRank };
}

function looksLikeHeading({ text, headingRank }: LaidBlock): boolean {
  if (text.length > headingCharacters) return false;
  if (headingRank !== null) return true;
  // Typewritten text has no looks: a short line without a sentence's end.
  return text.length < 75 && !/[.;,:]$/.test(text);
}
