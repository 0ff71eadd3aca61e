import { readPeriodWords } from "../tables/read-period-words";
import { readTableUnits } from "../tables/read-table-units";
import { type LaidBlock } from "./lay-out-text";

const captionCharacters = 220;
const leadInCharacters = 600;
const mostLines = 5;
const mostTablesAbove = 3;
/** "The following table", "as follows", "are summarized below", or it simply leads on with a colon. */
const leadsIn =
  /:$|\b(?:follow(?:s|ing)|tables?|below|summari[sz]|presents?|sets? forth|consist|compris|components?|reconcil)/i;
const saysMore = /^\(|^(?:un)?audited\b|\bsubsidiar(?:y|ies)\b|^as of\b|^for the\b/i;
const sentenceStart = /[.!?]["”)]?\s+(?=[A-Z“"(])/g;

/**
 * What stands directly above a table to name it: its heading with "(in millions)" and the period, which may take several
 * lines, or the sentence that leads in to it.
 */
export function captionOf(blocks: readonly LaidBlock[], tableIndex: number): string | null {
  const lines: string[] = [];
  for (let index = tableIndex - 1; index >= 0 && lines.length < mostLines; index--) {
    const block = blocks[index]!;
    // Of tables one below another the first one's name is that of all.
    if (block.kind === "table" && lines.length === 0 && tableIndex - index <= mostTablesAbove) continue;
    if (block.kind === "table" || block.exhibit !== blocks[tableIndex]!.exhibit) break;
    const { text } = block;
    if (text.length > captionCharacters || (/[.]$/.test(text) && block.headingRank === null)) {
      const sentence = lines.length === 0 || lines.every(onlyAdds) ? leadInOf(text) : null;
      if (sentence !== null) lines.unshift(sentence);
      break;
    }
    lines.unshift(text.replace(/\s+/g, " "));
    if (!onlyAdds(text)) break;
  }
  return lines.length === 0 ? null : lines.join(" ");
}

/** "(in millions)", "(Unaudited)", "Three Months Ended June 30": a line that names no table by itself. */
function onlyAdds(text: string): boolean {
  if (saysMore.test(text)) return true;
  if (text.length > 100 || /[:.]$/.test(text)) return false;
  return readTableUnits(text)?.printed.length === text.length || (readPeriodWords([text]) !== null && text.length < 60);
}

/** The last sentence of a paragraph, where it leads in to what follows. */
function leadInOf(text: string): string | null {
  const tail = text.slice(-leadInCharacters * 2).replace(/\s+/g, " ");
  let start = 0;
  for (const match of tail.matchAll(sentenceStart)) start = match.index + match[0].length;
  const sentence = tail.slice(start);
  return sentence.length <= leadInCharacters && leadsIn.test(sentence) ? sentence : null;
}
