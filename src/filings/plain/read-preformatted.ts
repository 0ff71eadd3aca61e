import { plainLook, type Block, type Mark } from "../blocks";

const columnGap = /\s{3,}|\t+|(?:\s?\.){4,}\s*/;
const ruler = /^[\s=_\-–—.<>SC]*$/;

/**
 * Typewriter text to blocks: blank lines part paragraphs, prose loses its line ends, and lines in columns become
 * the rows of a table.
 */
export function readPreformatted(text: string, marks: readonly Mark[], exhibit: string | null): Block[] {
  const blocks: Block[] = [];
  let pageBreak = false;
  for (const { start, lines } of paragraphsOf(text)) {
    if (lines.some((line) => /<page>|\f/i.test(line))) pageBreak = true;
    const kept = lines.map((line) =>
      line.replace(/<\/?(?:page|table|caption|s|c|fn|f\d+)>/gi, "").replaceAll("\f", ""),
    );
    const solid = kept.filter((line) => line.trim() !== "" && !ruler.test(line));
    if (solid.length === 0) continue;
    const end = start + lines.join("\n").length;
    const rows = solid.map((line) =>
      line
        .trim()
        .split(columnGap)
        .map((cell) => cell.replace(/\s+/g, " ").trim()),
    );
    const isTable = rows.filter((row) => row.length >= 2).length >= Math.max(2, rows.length * 0.5);
    const blockText = isTable
      ? rows.map((row) => row.join(" | ")).join("\n")
      : solid.map((line) => line.trim().replace(/\s+/g, " ")).join(" ");
    const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
    blocks.push({
      kind: isTable ? "table" : "text",
      text: blockText,
      marks: marks.filter((mark) => mark.offset >= start && mark.offset < end).map(({ key }) => ({ key, offset: 0 })),
      look: isTable ? plainLook : { ...plainLook, centred: solid.every(isCentred) },
      pageBreakBefore: pageBreak,
      rows: isTable ? rows.map((row) => [...row, ...Array<string>(width - row.length).fill("")]) : null,
      exhibit,
    });
    pageBreak = false;
  }
  return blocks;
}

function paragraphsOf(text: string): { start: number; lines: string[] }[] {
  const paragraphs: { start: number; lines: string[] }[] = [];
  let offset = 0;
  let current: { start: number; lines: string[] } | null = null;
  for (const line of text.split("\n")) {
    const clean = line.endsWith("\r") ? line.slice(0, -1) : line;
    if (clean.trim() === "") {
      current = null;
    } else if (current === null) {
      current = { start: offset, lines: [clean] };
      paragraphs.push(current);
    } else {
      current.lines.push(clean);
    }
    offset += line.length + 1;
  }
  return paragraphs;
}

function isCentred(line: string): boolean {
  return /^\s{12,}\S/.test(line);
}
