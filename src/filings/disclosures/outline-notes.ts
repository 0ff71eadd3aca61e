import { type LaidBlock } from "../layout/lay-out-text";
import { blockAt } from "./block-at";
import { type FoundDisclosure } from "./found-disclosure";

/** Where notes and policies begin and end among the blocks, and which titles stand above each block. */
export interface NoteOutline {
  /** Places where one passage must end and the next begin, as offsets in the text. */
  readonly boundaries: ReadonlySet<number>;
  /** By block in which boundaries fall: where it is to be parted. Blocks that none part are not in it. */
  readonly partings: ReadonlyMap<number, readonly number[]>;
  /** The note that holds a block, and the policy in it. */
  readonly noteAt: (blockIndex: number) => FoundDisclosure | null;
  readonly policyAt: (blockIndex: number) => FoundDisclosure | null;
}

/** Notes lie one behind the other; of policies in policies the outer one parts and names. */
export function outlineNotes(disclosures: readonly FoundDisclosure[], blocks: readonly LaidBlock[]): NoteOutline {
  const boundaries = new Set<number>();
  const partings = new Map<number, number[]>();
  const holders = { note: new Map<number, FoundDisclosure>(), policy: new Map<number, FoundDisclosure>() };
  const reached = { note: -1, policy: -1 };

  for (const disclosure of disclosures) {
    const { kind } = disclosure;
    if (kind !== "note" && kind !== "policy") continue;
    for (const { start, end } of disclosure.spans) {
      const first = blockAt(blocks, start);
      const last = blockAt(blocks, end - 1);
      if (blocks[first] === undefined) continue;
      addBoundary(start, first);
      addBoundary(end, last);
      for (let index = Math.max(first, reached[kind] + 1); index <= last && index < blocks.length; index++)
        holders[kind].set(index, disclosure);
      reached[kind] = Math.max(reached[kind], last);
    }
  }
  return {
    boundaries,
    partings,
    noteAt: (index) => holders.note.get(index) ?? null,
    policyAt: (index) => holders.policy.get(index) ?? null,
  };

  function addBoundary(offset: number, blockIndex: number): void {
    const block = blocks[blockIndex];
    if (block === undefined || boundaries.has(offset)) return;
    const inside = offset > block.start && offset < block.end;
    // A table is never cut for a tag that begins in it.
    if (inside && block.kind === "table") return;
    boundaries.add(offset);
    if (!inside) return;
    const known = partings.get(blockIndex);
    if (known === undefined) partings.set(blockIndex, [offset]);
    else known.push(offset);
  }
}
