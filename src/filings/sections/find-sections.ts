import { type Section } from "../../contracts/document";
import { type InnerLink } from "../blocks";
import { type LaidBlock, type LaidText } from "../layout/lay-out-text";
import { openingsInAnnualReport } from "./annual-report-exhibit";
import { openingsBehindItems } from "./behind-items";
import { blocksOfPages } from "./index-pages";
import { items10K, items10KSB, items10Q, type ItemSlot } from "./item-catalogue";
import { type Opening } from "./opening";
import { exhibitOpenings, openingsOfForm } from "./openings-of-form";
import { placeLinks } from "./placed-link";
import { findReportItems } from "./report-items";

/** A section and the block it begins with. */
export interface FoundSection {
  readonly section: Section;
  /** -1 where the section lies within another, whose passages are its passages too. */
  readonly firstBlock: number;
  readonly kind: Opening["kind"];
  /** What its passages have above their own headings. */
  readonly path?: readonly string[];
}

/** A cover with its contents page; longer front matter is text that a filer set before his items. */
const coverCharacters = 20_000;

/** The sections of a document in reading order, end to end from its first character to its last. */
export function findSections(laid: LaidText, links: readonly InnerLink[], form: string | null): FoundSection[] {
  const { blocks } = laid;
  if (blocks.length === 0) return [];
  const mainEnd = blocks.findIndex((block) => block.exhibit !== null);
  const main = mainEnd < 0 ? blocks : blocks.slice(0, mainEnd);
  const items = openingsOfForm(main, form) ?? findItems(laid, main, links, form);
  const openings: Opening[] = [
    ...items,
    ...openingsBehindItems(main, items),
    ...exhibitOpenings(blocks),
    ...openingsInAnnualReport(blocks, items),
  ];
  openings.sort((a, b) => a.blockIndex - b.blockIndex);
  const first = openings.find(({ span }) => span === undefined);
  if (first?.blockIndex !== 0) openings.unshift(frontMatter(blocks, first?.blockIndex, items.length));
  return openings.map((opening) => close(opening, openings, blocks));
}

/** What stands before the first item: a cover where it has a cover's length, the whole document where there is no item. */
function frontMatter(blocks: readonly LaidBlock[], nextBlock: number | undefined, items: number): Opening {
  const end = nextBlock === undefined ? Number.POSITIVE_INFINITY : blocks[nextBlock]!.start;
  const isCover = items > 0 && end <= coverCharacters;
  const title = isCover ? "Cover" : items > 0 ? "Front matter" : "Document";
  return { blockIndex: 0, part: null, item: null, title, kind: isCover ? "cover" : "other" };
}

function findItems(
  laid: LaidText,
  main: readonly LaidBlock[],
  links: readonly InnerLink[],
  form: string | null,
): Opening[] {
  const slots = slotsOf(form);
  if (slots === null) return [];
  const pointers = {
    links: placeLinks(links, laid.linkOffsets, main),
    pages: blocksOfPages(main, laid.pages),
  };
  return findReportItems(main, pointers, slots, form?.endsWith("/A") === true);
}

function slotsOf(form: string | null): readonly ItemSlot[] | null {
  if (form === null) return null;
  if (/^10-?KSB/i.test(form)) return items10KSB;
  if (/^10-?K/i.test(form)) return items10K;
  if (/^10-?Q/i.test(form)) return items10Q;
  return null;
}

/** Items that begin together ("Items 1 and 2") end together. */
function close(opening: Opening, openings: readonly Opening[], blocks: readonly LaidBlock[]): FoundSection {
  const { part, item, title, span, kind } = opening;
  if (span !== undefined) return { section: { part, item, title, ...span }, firstBlock: -1, kind };
  const next = openings.find((other) => other.span === undefined && other.blockIndex > opening.blockIndex);
  const lastBlock = (next?.blockIndex ?? blocks.length) - 1;
  const [start, end] = [blocks[opening.blockIndex]!.start, blocks[lastBlock]!.end];
  // Signatures take a page or three: beyond that something else stands there that we did not recognise.
  const isLong = kind === "signatures" && end - start > coverCharacters;
  return {
    section: { part, item, title, start, end },
    firstBlock: opening.blockIndex,
    kind: isLong ? "other" : kind,
    ...(opening.path === undefined ? {} : { path: opening.path }),
  };
}
