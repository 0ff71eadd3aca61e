import { type Section } from "../../contracts/document";
import { type LaidBlock } from "../layout/lay-out-text";
import { chooseItems } from "./choose-items";
import { findItemCandidates } from "./item-candidates";
import { items10K, items10Q, type ItemSlot } from "./item-catalogue";
import { type Opening } from "./opening";
import { exhibitOpenings, openingsOfForm } from "./openings-of-form";
import { findUnnumberedItems } from "./unnumbered-items";

/** A section and the block it begins with. */
export interface FoundSection {
  readonly section: Section;
  readonly firstBlock: number;
  readonly kind: Opening["kind"];
  /** What its passages have above their own headings. */
  readonly path?: readonly string[];
}

/** A cover with its contents page; longer front matter is text that a filer set before his items. */
const coverCharacters = 20_000;

/** The sections of a document in reading order, end to end from its first character to its last. */
export function findSections(blocks: readonly LaidBlock[], form: string | null): FoundSection[] {
  if (blocks.length === 0) return [];
  const mainEnd = blocks.findIndex((block) => block.exhibit !== null);
  const main = mainEnd < 0 ? blocks : blocks.slice(0, mainEnd);
  const items = findItems(main, form);
  const openings: Opening[] = [...items, ...signatures(main, items), ...exhibitOpenings(blocks)];
  openings.sort((a, b) => a.blockIndex - b.blockIndex);
  if (openings[0]?.blockIndex !== 0) openings.unshift(frontMatter(blocks, openings[0]?.blockIndex, items.length));
  return openings.map((opening) => close(opening, openings, blocks));
}

/** What stands before the first item: a cover where it has a cover's length, the whole document where there is no item. */
function frontMatter(blocks: readonly LaidBlock[], nextBlock: number | undefined, items: number): Opening {
  const end = nextBlock === undefined ? Number.POSITIVE_INFINITY : blocks[nextBlock]!.start;
  const isCover = items > 0 && end <= coverCharacters;
  const title = isCover ? "Cover" : items > 0 ? "Front matter" : "Document";
  return { blockIndex: 0, part: null, item: null, title, kind: isCover ? "cover" : "other" };
}

function findItems(blocks: readonly LaidBlock[], form: string | null): Opening[] {
  const ofForm = openingsOfForm(blocks, form);
  if (ofForm !== null) return ofForm;
  const slots = slotsOf(form);
  if (slots === null) return [];
  const numbered = chooseItems(findItemCandidates(blocks, slots));
  const all = [...numbered, ...findUnnumberedItems(blocks, slots, numbered)];
  return all.map(({ blockIndex, slotIndex, printedTitle }) => {
    const slot = slots[slotIndex]!;
    return {
      blockIndex: withPartHeading(blocks, blockIndex),
      part: slot.part,
      item: slot.item,
      title: printedTitle ?? slot.name,
      kind: "item",
    };
  });
}

/** "PART II" above an item belongs to it, not to the section before. */
function withPartHeading(blocks: readonly LaidBlock[], blockIndex: number): number {
  const above = blocks[blockIndex - 1];
  const isPart = above?.kind === "text" && /^part\s+(?:i{1,3}|iv)\b.{0,50}$/i.test(above.text);
  return isPart ? blockIndex - 1 : blockIndex;
}

function slotsOf(form: string | null): readonly ItemSlot[] | null {
  if (form === null) return null;
  if (/^10-?K/i.test(form)) return items10K;
  if (/^10-?Q/i.test(form)) return items10Q;
  return null;
}

/** Many filers put the statements behind the signatures: those pages are no boilerplate. */
const statementsHeading =
  /^(?:index to\b|(?:combined |condensed )?consolidated\b|reports? of\b|notes to\b|financial statements?\b|schedule\b|balance sheets?\b).{0,120}$/is;

/** Where the signatures begin, after the last item that begins before them. */
function signatures(blocks: readonly LaidBlock[], items: readonly Opening[]): Opening[] {
  const lastItem = items.reduce((last, item) => Math.max(last, item.blockIndex), -1);
  const index = blocks.findIndex(
    (block, at) => at > lastItem && block.kind === "text" && /^\s*signatures?\s*[.:]?\s*$/i.test(block.text),
  );
  if (index < 0) return [];
  const openings: Opening[] = [{ blockIndex: index, part: null, item: null, title: "Signatures", kind: "signatures" }];
  const after = blocks.findIndex(
    (block, at) => at > index && block.kind === "text" && statementsHeading.test(block.text),
  );
  if (after > 0) {
    openings.push({
      blockIndex: after,
      part: null,
      item: null,
      title: "Financial statements and exhibits",
      kind: "other",
    });
  }
  return openings;
}

/** Items that begin together ("Items 1 and 2") end together. */
function close(opening: Opening, openings: readonly Opening[], blocks: readonly LaidBlock[]): FoundSection {
  const next = openings.find((other) => other.blockIndex > opening.blockIndex);
  const lastBlock = (next?.blockIndex ?? blocks.length) - 1;
  const [start, end] = [blocks[opening.blockIndex]!.start, blocks[lastBlock]!.end];
  // Signatures take a page or three: beyond that something else stands there that we did not recognise.
  const isLong = opening.kind === "signatures" && end - start > coverCharacters;
  return {
    section: {
      part: opening.part,
      item: opening.item,
      title: opening.title,
      start,
      end,
    },
    firstBlock: opening.blockIndex,
    kind: isLong ? "other" : opening.kind,
    ...(opening.path === undefined ? {} : { path: opening.path }),
  };
}
