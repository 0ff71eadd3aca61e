import { sentenceSpans } from "../../concepts/sentence-spans";
import { type LaidBlock } from "../layout/lay-out-text";

const titleCharacters = 160;
const runInCharacters = 90;
const runInWords = 11;
/** "Note 7", "NOTE G.", "7.", "(7)": a number that stands alone before its title. */
const numberAlone = /^(?:notes?\s+)?\(?(?:\d{1,2}[A-Z]?|[A-Z])\)?\s*[.:–—-]*$/i;
/** "Note 7 – Debt", "NOTE G. LEASES": said to be a note's title by its own words. */
export const saysNote = /^notes?\s+\(?(?:\d{1,2}[A-Z]?|[A-Z])\b/i;
/** What stands above all notes, not above one. */
const aboveAll =
  /^(?:(?:unaudited|condensed|combined|consolidated|the)\s+)*(?:notes\s+to\b|.*\bnotes\s+to\s+(?:the\s+)?(?:unaudited\s+|condensed\s+|combined\s+|consolidated\s+)*financial)/i;

/** A short sentence is no name: "Inventories are stated at cost." */
const saysSomething = /\b(?:is|are|was|were|has|have|had|will|may|includes?|represents?|consists?|we|our)\b/;

export interface Title {
  readonly text: string;
  /** The block it begins in. */
  readonly firstBlock: number;
}

/** The title printed at the head of the block, or right above it; null where there is none. */
export function titleOf(blocks: readonly LaidBlock[], first: number, kind: "note" | "policy"): Title | null {
  const block = blocks[first];
  if (block === undefined || block.kind === "table") return kind === "note" ? titleAbove(blocks, first) : null;
  if (isTitle(block)) {
    const above = blocks[first - 1];
    if (above !== undefined && above.kind === "text" && numberAlone.test(above.text) && !numberAlone.test(block.text))
      return { text: clean(`${above.text} ${block.text}`), firstBlock: first - 1 };
    const next = blocks[first + 1];
    if (numberAlone.test(block.text) && next?.kind === "text" && isTitle(next))
      return { text: clean(`${block.text} ${next.text}`), firstBlock: first };
    return { text: clean(block.text), firstBlock: first };
  }
  const runIn = runInTitle(block.text);
  if (runIn !== null && saysNote.test(runIn)) return { text: runIn, firstBlock: first };
  return titleAbove(blocks, first) ?? (runIn === null ? null : { text: runIn, firstBlock: first });
}

/** A tag that leaves out its own heading: the heading right above, or the second one where a group's stands between. */
function titleAbove(blocks: readonly LaidBlock[], first: number): Title | null {
  const above = blocks[first - 1];
  if (above === undefined || !isTitle(above)) return null;
  const further = blocks[first - 2];
  if (further !== undefined && isTitle(further) && saysNote.test(further.text) && !saysNote.test(above.text)) {
    const text = numberAlone.test(further.text) ? `${further.text} ${above.text}` : further.text;
    return { text: clean(text), firstBlock: first - 2 };
  }
  return { text: clean(above.text), firstBlock: first - 1 };
}

function isTitle(block: LaidBlock): boolean {
  if (block.kind === "table" || block.text.length > titleCharacters || aboveAll.test(block.text)) return false;
  return block.headingRank !== null || (saysNote.test(block.text) && !/[.;]$/.test(block.text));
}

/** "Revenue Recognition. We recognise…", "Note 1 — Basis of Presentation: The…": the head of a paragraph that names it. */
export function runInTitle(text: string): string | null {
  const lead = text.slice(0, 4 * runInCharacters);
  const dash = /^[^.:;,–—]{3,70}?\s?[—–:]\s?(?=\p{Lu})/u.exec(lead);
  const sentences = sentenceSpans(lead);
  const first = sentences[0];
  const sentence = first !== undefined && sentences.length > 1 ? lead.slice(first.start, first.end) : null;
  const found = sentence !== null && isShort(sentence) ? sentence : (dash?.[0] ?? null);
  if (found === null || !isShort(found) || !/^[\p{Lu}\d("“]/u.test(found)) return null;
  return clean(found.replace(/(?<![\s.:–—-])[\s.:–—-]+$/u, ""));
}

function isShort(text: string): boolean {
  return text.length <= runInCharacters && text.split(/\s+/).length <= runInWords && !saysSomething.test(text);
}

function clean(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
