import { type LaidBlock } from "../layout/lay-out-text";
import { items8K } from "./item-catalogue";

export interface CurrentReportItem {
  readonly blockIndex: number;
  readonly item: string;
  readonly title: string;
}

const newItem = /^[\s(]*items?\s*:?\s*(\d)\s?\.\s?(\d{2})(?!\d)[\s.:;,)–—-]*(.*)$/is;
/** Before August 2004: 1 to 12. */
const oldItem = /^[\s(]*items?\s*:?\s*(\d{1,2})\s?[.:;)–—-]?\s+(.*)$/is;
const mention =
  /^(?:of (?:this|the)|above|below|in (?:this|the)|to (?:this|the)|and items?\b|hereof|herein|shall\b|is\b|are\b)/i;
const titleCharacters = 160;

/** The items of an 8-K: each number once, at its first place with text of its own. */
export function findCurrentReportItems(blocks: readonly LaidBlock[]): CurrentReportItem[] {
  const recent = collect(blocks, newItem);
  return recent.length > 0 ? recent : collect(blocks, oldItem);
}

function collect(blocks: readonly LaidBlock[], shape: RegExp): CurrentReportItem[] {
  const found = new Map<string, CurrentReportItem>();
  for (const [blockIndex, block] of blocks.entries()) {
    const start = (block.kind === "table" ? (block.rows?.[0] ?? []).join(" ") : block.text).slice(0, 500);
    if (!/^[\s(]*item/i.test(start)) continue;
    const match = shape.exec(start);
    if (match === null) continue;
    const item = shape === newItem ? `${match[1]}.${match[2]}` : match[1]!;
    if (shape === newItem ? !items8K.has(item) : Number(item) < 1 || Number(item) > 12) continue;
    const rest = (match[match.length - 1] ?? "").trim();
    if (mention.test(rest) || found.has(item)) continue;
    found.set(item, { blockIndex, item, title: items8K.get(item) ?? firstLine(rest) });
  }
  return [...found.values()];
}

function firstLine(text: string): string {
  return (/^[^.\n]{3,}/.exec(text)?.[0] ?? text).slice(0, titleCharacters).trim();
}
