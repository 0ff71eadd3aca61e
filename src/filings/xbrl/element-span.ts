import { type LaidText } from "../layout/lay-out-text";
import { type RawElement } from "./fact-collector";
import { type Span } from "./located-fact";

/** Where an element's text stands in the document, white space around it left out; null where it shows none. */
export function elementSpan(element: RawElement, { text, markOffsets }: LaidText): Span | null {
  let start = markOffsets[2 * element.index] ?? -1;
  let end = markOffsets[2 * element.index + 1] ?? -1;
  if (end < 0) end = start < 0 ? -1 : text.length;
  if (start < 0 || end <= start) return null;
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return end > start ? { start, end } : null;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10;
}
