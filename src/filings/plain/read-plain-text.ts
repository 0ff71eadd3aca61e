import { plainLook, type Block } from "../blocks";
import { readPreformatted } from "./read-preformatted";

/** "Jane Doe – Chief Executive Officer", "Operator:", "Jane Doe, CFO:" on a line of its own. */
const speakerLine =
  /^(?:(?:operator|moderator|unidentified \w+)|(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}\p{Lu}[\p{L}.'’-]*(?:\s*(?:[-–—,|]|\()\s*[\p{L}][^.!?:]{2,80}\)?)?)\s*:?$/iu;
const speakerStart =
  /^((?:operator|moderator|\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]*){1,3})(?:\s*(?:[-–—,]|\()[^.!?:]{2,80}\)?)?):\s+\S/u;
/** In what is known to be a call, any short name before a colon speaks: "Analyst:". */
const turnStart = /^(\p{Lu}[^.!?:]{1,80}):\s+\S/u;
const seenCharacters = 200_000;
const bold = { ...plainLook, bold: true };

/** Plain text to blocks: paragraphs, tables of typed columns, and the speakers of a transcript as headings. */
export function readPlainText(text: string, exhibit: string | null): Block[] {
  if (!looksLikeTranscript(text) && !hasOneSentencePerLine(text)) return readPreformatted(text, [], exhibit);
  return text
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .flatMap((line) => turn(line, exhibit));
}

/** A call names its speakers again and again; a report does not. */
export function looksLikeTranscript(text: string): boolean {
  const lines = solidLines(text);
  const turns = lines.filter((line) => speakerStart.test(line) || isSpeakerLine(line)).length;
  return lines.length >= 4 && turns >= Math.max(2, lines.length * 0.15);
}

/** Without blank lines and with a sentence on each, a line is a paragraph: joining all would make one of the whole. */
function hasOneSentencePerLine(text: string): boolean {
  const lines = solidLines(text);
  const sentences = lines.filter((line) => /[.?!]$/.test(line)).length;
  return lines.length >= 4 && sentences > lines.length * 0.8 && !/\n\s*\n/.test(text.slice(0, seenCharacters));
}

function solidLines(text: string): string[] {
  return text
    .slice(0, seenCharacters)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function isSpeakerLine(line: string): boolean {
  return line.length < 120 && (/:$|[-–—]/.test(line) || /^operator$/i.test(line)) && speakerLine.test(line);
}

function turn(line: string, exhibit: string | null): Block[] {
  const common = { kind: "text", marks: [], pageBreakBefore: false, rows: null, exhibit } as const;
  const inline = turnStart.exec(line);
  if (inline !== null) {
    return [
      { ...common, text: `${inline[1]!}:`, look: bold },
      { ...common, text: line.slice(inline[1]!.length + 1).trim(), look: plainLook },
    ];
  }
  const isSpeaker = isSpeakerLine(line);
  return [{ ...common, text: line, look: isSpeaker ? bold : plainLook }];
}
