import { plainLook, type Block } from "../blocks";
import { findTurns, type TurnStart } from "./find-turns";

const bold = { ...plainLook, bold: true };

/**
 * The blocks of a call with each speaker's own line as a heading and who speaks beside every block. What stands before
 * the first speaker, and a transcript that names nobody, stay without.
 */
export function layOutCall(blocks: readonly Block[]): Block[] {
  // The data of a call says who speaks; nothing is to be read from its words.
  if (blocks.some(({ speaker }) => speaker !== undefined)) return blocks.map((block) => ({ speaker: null, ...block }));
  const { turns, participants } = findTurns(blocks);
  const starts = new Map(turns.map((turn) => [turn.blockIndex, turn]));
  const out: Block[] = [];
  let speaker: string | null = null;
  let headingLeft = 0;
  for (const [index, block] of blocks.entries()) {
    const turn = starts.get(index);
    if (turn !== undefined) {
      speaker = speakerLabel(turn);
      headingLeft = turn.blocks;
    } else if (isOwnHeading(block) || participants.listed.has(index)) {
      speaker = null;
    }
    if (turn !== undefined && turn.said !== null) {
      const head = block.text.slice(0, block.text.length - turn.said.length).trim();
      out.push(
        { ...block, text: head, look: bold, speaker },
        { ...block, marks: [], text: turn.said, look: plainLook, speaker },
      );
      headingLeft = 0;
      continue;
    }
    out.push({ ...block, look: headingLeft > 0 || isOwnHeading(block) ? bold : plainLook, speaker });
    if (headingLeft > 0) headingLeft--;
  }
  return out;
}

/** "Jane Doe, Chief Financial Officer". */
export function speakerLabel({ name, role }: Pick<TurnStart, "name" | "role">): string {
  return role === null || role.toLowerCase() === name.toLowerCase() ? name : `${name}, ${role}`;
}

/** The parts of a call: nobody speaks in their headings. */
export const partHeading =
  /^(?:(?:management )?(?:prepared remarks|discussion section)|presentation|(?:analyst )?questions? ?(?:-?and-?|&) ?answers?(?:-? ?(?:session|section))?|q ?(?:& ?|and )a(?: session)?|questions?-and-answers? session)\s*:?$/i;

function isOwnHeading({ kind, text }: Block): boolean {
  return kind === "text" && text.length < 60 && partHeading.test(text.trim());
}
