import { type Block, type Mark } from "../blocks";

const pageNumber =
  /^[-–—|\s]*(?:page\s*)?(?:[A-Z]{1,2}-?)?(?:\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—|\s]*$/i;
/** The whole of what some items say: no running head, however often it stands at the foot of a page. */
const answer = /^\W*(?:none|not (?:applicable|required)|n\/a|omitted|(?:removed and )?reserved)\W*$/i;
/** How often a line must come back beside page breaks to be a running head. */
const repeatsOfRunningHead = 3;
const furnitureCharacters = 200;
const blocksBesideBreak = 3;

/** Leaves out page numbers and running heads beside page breaks, and joins a paragraph that a page break cut in two. */
export function dropPageFurniture(blocks: readonly Block[]): Block[] {
  const beside = besidePageBreaks(blocks);
  const repeats = new Map<string, number>();
  for (const index of beside) {
    const shape = shapeOf(blocks[index]!);
    repeats.set(shape, (repeats.get(shape) ?? 0) + 1);
  }
  // The last page ends without a break.
  if (beside.size > 0) beside.add(blocks.length - 1);
  const isFurniture = (block: Block): boolean =>
    pageNumber.test(block.text) ||
    ((repeats.get(shapeOf(block)) ?? 0) >= repeatsOfRunningHead && !answer.test(block.text));
  const kept: Block[] = [];
  let cutBefore = false;
  // A fact may begin or end in what is left out: its mark moves on to the next text.
  let carried: Mark[] = [];
  for (const [index, original] of blocks.entries()) {
    let block = original;
    if (block.pageBreakBefore) cutBefore = true;
    if (beside.has(index) && isFurniture(block)) {
      cutBefore = true;
      carried = [...carried, ...block.marks.map(({ key }) => ({ key, offset: 0 }))];
      continue;
    }
    if (carried.length > 0) {
      block = { ...block, marks: [...carried, ...block.marks] };
      carried = [];
    }
    const previous = kept[kept.length - 1];
    if (cutBefore && previous !== undefined && continues(previous, block)) {
      kept[kept.length - 1] = joinBlocks(previous, block);
    } else {
      kept.push(block);
    }
    cutBefore = false;
  }
  return kept;
}

/** Blocks next to a page break that could be furniture at all: short, and nothing longer between. */
function besidePageBreaks(blocks: readonly Block[]): Set<number> {
  const beside = new Set<number>();
  const consider = (from: number, step: 1 | -1): void => {
    for (let index = from, seen = 0; seen < blocksBesideBreak; index += step, seen++) {
      const block = blocks[index];
      if (block === undefined || block.text.length > furnitureCharacters) return;
      if (step === 1 && seen > 0 && block.pageBreakBefore) return;
      beside.add(index);
      if (step === -1 && block.pageBreakBefore) return;
    }
  };
  for (const [index, block] of blocks.entries()) {
    if (!block.pageBreakBefore) continue;
    consider(index, 1);
    consider(index - 1, -1);
  }
  return beside;
}

function shapeOf(block: Block): string {
  return block.text.replace(/\d+/g, "0").toLowerCase();
}

function continues(previous: Block, block: Block): boolean {
  return (
    previous.kind === "text" &&
    block.kind === "text" &&
    previous.exhibit === block.exhibit &&
    previous.text.length > 60 &&
    /[\p{Ll}\d,]$/u.test(previous.text) &&
    /^\p{Ll}/u.test(block.text)
  );
}

function joinBlocks(first: Block, second: Block): Block {
  const shift = first.text.length + 1;
  return {
    ...first,
    text: `${first.text} ${second.text}`,
    marks: [...first.marks, ...second.marks.map((mark) => ({ key: mark.key, offset: mark.offset + shift }))],
  };
}
