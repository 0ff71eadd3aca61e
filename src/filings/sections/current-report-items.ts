import { type LaidBlock } from "../layout/lay-out-text";
import { items8K } from "./item-catalogue";

export interface CurrentReportItem {
  readonly blockIndex: number;
  readonly item: string;
  readonly title: string;
}

interface Place extends CurrentReportItem {
  /** Characters up to the next line that names an item, or the signatures. */
  readonly characters: number;
}

const newItem = /^[\s(]*items?\s*:?\s*(\d)\s?\.\s?(\d{2})(?!\d)[\s.:;,)–—-]*(.*)$/is;
/** Before August 2004: 1 to 12. */
const oldItem = /^[\s(]*items?\s*:?\s*(\d{1,2})(?![\d(]|\.\d)[\s.:;)–—-]*(.*)$/is;
const mention =
  /^(?:of (?:this|the)|above|below|in (?:this|the)|to (?:this|the)|and items?\b|hereof|herein|shall\b|is\b|are\b)/i;
const signatures = /^\s*signatures?\s*(?:[.:]\s*)?$/i;
const titleCharacters = 160;
/** What a line of a contents page has below it at most: nothing, or the exhibits it lists. */
const contentsCharacters = 250;

/** The items of an 8-K: each number once, where its text stands and not where a contents page names it. */
export function findCurrentReportItems(blocks: readonly LaidBlock[]): CurrentReportItem[] {
  const recent = collect(blocks, newItem);
  return recent.length > 0 ? recent : collect(blocks, oldItem);
}

function collect(blocks: readonly LaidBlock[], shape: RegExp): CurrentReportItem[] {
  const byItem = new Map<string, Place[]>();
  for (const place of placesOf(blocks, shape)) byItem.set(place.item, [...(byItem.get(place.item) ?? []), place]);
  const chosen = [...byItem.values()].map((places) => ({ places, at: placeWithText(places) }));
  // Where one item's first place was in a contents page, all places above its text are.
  const moved = chosen.filter(({ places, at }) => at !== places[0]).map(({ at }) => at.blockIndex);
  const contentsEnd = Math.min(...moved, Number.POSITIVE_INFINITY);
  return chosen
    .map(({ places, at }) =>
      at.blockIndex >= contentsEnd ? at : (places.find(({ blockIndex }) => blockIndex >= contentsEnd) ?? at),
    )
    .sort((a, b) => a.blockIndex - b.blockIndex)
    .map(({ blockIndex, item, title }) => ({ blockIndex, item, title }));
}

/** The first place, unless it has hardly anything below it and a later one has far more. */
function placeWithText(places: readonly Place[]): Place {
  const first = places[0]!;
  if (first.characters > contentsCharacters) return first;
  return places.find(({ characters }) => characters >= first.characters * 1.5) ?? first;
}

function placesOf(blocks: readonly LaidBlock[], shape: RegExp): Place[] {
  const found: Omit<Place, "characters">[] = [];
  const ends: number[] = [];
  for (const [blockIndex, block] of blocks.entries()) {
    const start = (block.kind === "table" ? (block.rows?.[0] ?? []).join(" ") : block.text).slice(0, 500);
    if (signatures.test(start)) ends.push(blockIndex);
    if (!/^[\s(]*item/i.test(start)) continue;
    const match = shape.exec(start);
    if (match === null) continue;
    const item = shape === newItem ? `${match[1]}.${match[2]}` : match[1]!;
    if (shape === newItem ? !items8K.has(item) : Number(item) < 1 || Number(item) > 12) continue;
    const rest = (match[match.length - 1] ?? "").trim();
    if (mention.test(rest)) continue;
    found.push({ blockIndex, item, title: items8K.get(item) ?? firstLine(rest) });
    ends.push(blockIndex);
  }
  let nextEnd = 0;
  return found.map((place) => {
    while (nextEnd < ends.length && ends[nextEnd]! <= place.blockIndex) nextEnd++;
    const last = blocks[(ends[nextEnd] ?? blocks.length) - 1]!;
    return { ...place, characters: last.end - blocks[place.blockIndex]!.start };
  });
}

function firstLine(text: string): string {
  return (/^[^.\n]{3,}/.exec(text)?.[0] ?? text).slice(0, titleCharacters).trim();
}
