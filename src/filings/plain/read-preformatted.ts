import { plainLook, type Block, type Mark } from "../blocks";
import { typedTable } from "./typed-table";
import { typedParagraphs, type TypedParagraph } from "./typed-paragraphs";

/**
 * Typewriter text to blocks: blank lines part paragraphs, prose loses its line ends, and lines in columns become
 * the rows of a table.
 */
export function readPreformatted(text: string, marks: readonly Mark[], exhibit: string | null): Block[] {
  const blocks: Block[] = [];
  let nextMark = 0;
  const sorted = [...marks].sort((a, b) => a.offset - b.offset);
  for (const paragraph of typedParagraphs(text)) {
    const within: Mark[] = [];
    for (; nextMark < sorted.length && sorted[nextMark]!.offset < paragraph.end; nextMark++)
      within.push({ key: sorted[nextMark]!.key, offset: 0 });
    blocks.push({ ...blockOf(paragraph, exhibit), marks: within, pageBreakBefore: paragraph.pageBreakBefore });
  }
  return blocks;
}

function blockOf({ lines, isTable }: TypedParagraph, exhibit: string | null): Block {
  if (isTable) return typedTable(lines, exhibit);
  const words = lines.map((line) => line.trim().replace(/\s+/g, " "));
  return {
    kind: "text",
    text: words.join(" "),
    marks: [],
    look: { ...plainLook, centred: lines.every(isCentred) },
    pageBreakBefore: false,
    rows: null,
    exhibit,
  };
}

function isCentred(line: string): boolean {
  return /^\s{12,}\S/.test(line);
}
