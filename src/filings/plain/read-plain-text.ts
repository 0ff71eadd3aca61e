import { plainLook, type Block } from "../blocks";
import { hasOneSentencePerLine, looksLikeCall } from "../calls/looks-like-call";
import { readSpeakerLine } from "../calls/speaker-line";
import { readPreformatted } from "./read-preformatted";

/** Lines of text cut at a width rather than at an end are nearly all this long. */
const wrappedFrom = 45;
const wrappedTo = 110;
const wrappedShare = 0.5;

/** Plain text to blocks: paragraphs and tables of typed columns; of a call, a block a line, so that speakers stand apart. */
export function readPlainText(text: string, exhibit: string | null): Block[] {
  if (hasOneSentencePerLine(text)) return blocksOf(text.split(/\n+/), exhibit);
  if (!looksLikeCall(text)) return readPreformatted(text, [], exhibit);
  return blocksOf(isWrapped(text) ? unwrapped(text) : text.split(/\n+/), exhibit);
}

function blocksOf(lines: readonly string[], exhibit: string | null): Block[] {
  return lines.flatMap((line): Block[] => {
    const text = line.replace(/\s+/g, " ").trim();
    if (text === "") return [];
    return [{ kind: "text", text, marks: [], look: plainLook, pageBreakBefore: false, rows: null, exhibit }];
  });
}

/** Whether sentences go on from line to line: most lines are about as long and end anywhere. */
function isWrapped(text: string): boolean {
  const lines = text
    .slice(0, 200_000)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const cut = lines.filter(({ length }) => length >= wrappedFrom && length <= wrappedTo);
  return lines.every(({ length }) => length <= wrappedTo + 30) && cut.length > lines.length * wrappedShare;
}

/** Paragraphs of wrapped text on one line each; a line that names a speaker begins its own. */
function unwrapped(text: string): string[] {
  const lines: string[] = [];
  let isOpen = false;
  for (const raw of text.split("\n")) {
    const line = raw.trim();
    const speaker = line === "" ? null : readSpeakerLine(line);
    // Within a paragraph only words after a name tell a new speaker: any sentence's last word may stand alone.
    const begins = speaker !== null && speaker.said !== null && speaker.name.includes(" ");
    if (line === "") isOpen = false;
    else if (!isOpen || begins) {
      lines.push(line);
      isOpen = speaker === null || speaker.said !== null;
    } else lines[lines.length - 1] += ` ${line}`;
  }
  return lines;
}
