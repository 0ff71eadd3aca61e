import { type LaidBlock } from "../layout/lay-out-text";
import { type ItemLine } from "./item-candidate-line";

const headingReach = 260;
/** Tested before the end of a line is looked for, which takes its length squared where it is all points. */
const longestLine = 200;
const leastLinesOfContents = 3;

/** Indexes of lines of a contents page: they end in a page number, or follow each other with nothing but numbers between. */
export function linesOfContents(lines: readonly ItemLine[], blocks: readonly LaidBlock[]): Set<number> {
  const contents = new Set<number>();
  let run: number[] = [];
  const closeRun = (): void => {
    if (run.length >= leastLinesOfContents) for (const index of run) contents.add(index);
    run = [];
  };
  for (const [index, line] of lines.entries()) {
    if (line.block.text.length < longestLine && endsInPageNumber(line.block.text)) contents.add(index);
    const previous = lines[index - 1];
    if (previous !== undefined && !nothingBetween(blocks, previous, line)) closeRun();
    run.push(index);
  }
  closeRun();
  return contents;
}

/** "Item 7. Management’s Discussion … 34", but not "Item 1. Business of 2010". */
function endsInPageNumber(text: string): boolean {
  return /[\s.](?:[FS]-)?\d{1,3}(?:\s*[-–,]\s*\d{1,3})*$/.test(text);
}

function nothingBetween(blocks: readonly LaidBlock[], first: ItemLine, second: ItemLine): boolean {
  const from = first.blockIndex + (first.titleOnNextLine ? 2 : 1);
  if (second.blockIndex - from > 4 || first.block.text.length > headingReach) return false;
  for (let index = from; index < second.blockIndex; index++) {
    const text = blocks[index]!.text;
    if (!/^[\s\d.,–—-]*$/.test(text) && !/^part\s+[iv]+\b/i.test(text)) return false;
  }
  return first.titleOnNextLine || !/\b(?:none|not applicable|n\/a|omitted|reserved|removed)\b/i.test(first.title);
}
