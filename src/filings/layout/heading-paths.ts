import { type LaidBlock } from "./lay-out-text";

/** A note or a policy as the paths of passages need it. */
export interface TitledStretch {
  readonly title: string | null;
}

/** Which titled stretches hold a block. */
export interface Stretches {
  readonly noteAt: (blockIndex: number) => TitledStretch | null;
  readonly policyAt: (blockIndex: number) => TitledStretch | null;
}

interface OpenHeading {
  readonly rank: number;
  readonly text: string;
  readonly blockIndex: number;
}

const mostHeadings = 4;
/** Of a note's title that takes two lines: "NOTE 3", "DEBT". */
const mostTitleBlocks = 3;

/**
 * Headings above each block, outermost first. A new section begins with none; in a note its title stands above all,
 * and a policy's title that is no heading of its own stands in its place among them.
 */
export function headingPaths(
  blocks: readonly LaidBlock[],
  startsSection: ReadonlySet<number>,
  { noteAt, policyAt }: Stretches,
): (readonly string[])[] {
  const open: OpenHeading[] = [];
  let note: TitledStretch | null = null;
  let noteFrom = 0;
  let policy: TitledStretch | null = null;
  let policyFrom = 0;
  let path: readonly string[] = [];
  return blocks.map((block, index) => {
    let changed = false;
    if (startsSection.has(index) || noteAt(index) !== note) {
      open.length = 0;
      note = noteAt(index);
      noteFrom = index;
      changed = true;
    }
    if (policyAt(index) !== policy) {
      // Two policies stand beside each other: what headed the one does not head the next.
      if (policy !== null && policyAt(index) !== null)
        while (open.length > 0 && open[open.length - 1]!.blockIndex >= policyFrom) open.pop();
      policy = policyAt(index);
      policyFrom = index;
      changed = true;
    }
    // In a call the speaker stands above the words, and nothing else does.
    if (block.speaker !== undefined) return block.speaker === null ? [] : [block.speaker];
    const rank = block.headingRank;
    if (rank !== null && !startsSection.has(index)) {
      const text = block.text.replace(/\s+/g, " ");
      const isTitle = note?.title?.includes(text) === true && index - noteFrom < mostTitleBlocks;
      if (!isTitle) {
        while (open.length > 0 && open[open.length - 1]!.rank <= rank) open.pop();
        open.push({ rank, text, blockIndex: index });
        changed = true;
      }
    }
    if (changed) path = pathOf(open, note, policy, policyFrom);
    return path;
  });
}

function pathOf(
  open: readonly OpenHeading[],
  note: TitledStretch | null,
  policy: TitledStretch | null,
  policyFrom: number,
): string[] {
  const headings = open.map(({ text }) => text);
  const title = policy?.title ?? null;
  if (title !== null && !headings.includes(title) && title !== note?.title) {
    const above = open.filter(({ blockIndex }) => blockIndex < policyFrom).length;
    headings.splice(above, 0, title);
  }
  const noteTitle = note?.title ?? null;
  return noteTitle === null ? headings.slice(-mostHeadings) : [noteTitle, ...headings.slice(1 - mostHeadings)];
}
