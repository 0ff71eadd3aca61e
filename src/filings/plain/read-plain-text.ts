import { plainLook, type Block } from "../blocks";
import { readPreformatted } from "./read-preformatted";

/** "Jane Doe – Chief Executive Officer", "Operator:", "Jane Doe, CFO:" on a line of its own. */
const speakerLine =
  /^(?:(?:operator|moderator|unidentified \w+)|(?:\p{Lu}[\p{L}.'’-]*\s+){1,4}\p{Lu}[\p{L}.'’-]*(?:\s*(?:[-–—,|]|\()\s*[\p{L}][^.!?:]{2,80}\)?)?)\s*:?$/iu;
const speakerStart =
  /^((?:operator|moderator|\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]*){1,3})(?:\s*(?:[-–—,]|\()[^.!?:]{2,80}\)?)?):\s+\S/u;
const bold = { ...plainLook, bold: true };

/** Plain text to blocks: paragraphs, tables of typed columns, and the speakers of a transcript as headings. */
export function readPlainText(text: string, exhibit: string | null): Block[] {
  const isTranscript = looksLikeTranscript(text);
  if (!isTranscript) return readPreformatted(text, [], exhibit);
  return text
    .split(/\n+/)
    .map((line) => line.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "")
    .flatMap((line) => turn(line, exhibit));
}

/** A call names its speakers again and again; a report does not, and a line a sentence has no blank lines. */
export function looksLikeTranscript(text: string): boolean {
  const lines = text
    .slice(0, 200_000)
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (lines.length < 4) return false;
  const turns = lines.filter(
    (line) => line.length < 140 && (speakerStart.test(line) || (/:$|[-–—]/.test(line) && speakerLine.test(line))),
  ).length;
  const starts = lines.filter((line) => speakerStart.test(line)).length;
  const sentences = lines.filter((line) => /[.?!]$/.test(line)).length;
  return (
    starts + turns >= Math.max(2, lines.length * 0.15) || (!/\n\s*\n/.test(text) && sentences > lines.length * 0.8)
  );
}

function turn(line: string, exhibit: string | null): Block[] {
  const common = { kind: "text", marks: [], pageBreakBefore: false, rows: null, exhibit } as const;
  const inline = speakerStart.exec(line);
  if (inline !== null) {
    return [
      { ...common, text: `${inline[1]!}:`, look: bold },
      { ...common, text: line.slice(inline[1]!.length + 1).trim(), look: plainLook },
    ];
  }
  const isSpeaker = line.length < 120 && speakerLine.test(line) && (/:$|[-–—]/.test(line) || /^operator$/i.test(line));
  return [{ ...common, text: line, look: isSpeaker ? bold : plainLook }];
}
