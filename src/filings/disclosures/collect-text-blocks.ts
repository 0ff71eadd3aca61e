import { type LaidText } from "../layout/lay-out-text";
import { elementSpan } from "../xbrl/element-span";
import { type RawElement, type RawXbrl } from "../xbrl/fact-collector";
import { type Span } from "../xbrl/located-fact";
import { endOf, startOf } from "./found-disclosure";

/** A note, a policy or a table as the filer tagged it. */
export interface TextBlock {
  readonly concept: string;
  /** In reading order, those that touch made one. Never empty. */
  readonly spans: readonly Span[];
}

/** The text blocks that are shown, in reading order, outer before inner. */
export function collectTextBlocks(xbrl: RawXbrl, laid: LaidText): TextBlock[] {
  const continuations = new Map<string, RawElement>();
  for (const element of xbrl.elements) {
    if (element.kind === "continuation" && element.id !== null) continuations.set(element.id, element);
  }
  const blocks: TextBlock[] = [];
  for (const element of xbrl.elements) {
    if (element.kind !== "text" || element.isHidden || element.isNil || !element.concept.endsWith("TextBlock"))
      continue;
    const spans = spansOf(element, continuations, laid);
    if (spans.length > 0) blocks.push({ concept: element.concept, spans });
  }
  // Sorting is stable: of blocks with the same start and end the outer element, met first, stays first.
  return blocks.sort((a, b) => startOf(a) - startOf(b) || endOf(b) - endOf(a));
}

/** Its own span and those of its continuations; a chain that returns to itself ends there. */
function spansOf(first: RawElement, continuations: ReadonlyMap<string, RawElement>, laid: LaidText): Span[] {
  const spans: Span[] = [];
  const seen = new Set<RawElement>();
  for (let at: RawElement | undefined = first; at !== undefined && !seen.has(at);) {
    seen.add(at);
    const span = at.isHidden ? null : elementSpan(at, laid);
    if (span !== null) spans.push(span);
    at = at.continuedAt === null ? undefined : continuations.get(at.continuedAt);
  }
  spans.sort((a, b) => a.start - b.start);
  return joinTouching(spans, laid.text);
}

/** White space, and the separators of empty cells where a table went on behind a page break. */
const betweenCells = /^[|\s]*$/;
const mostBetween = 40;

function joinTouching(spans: readonly Span[], text: string): Span[] {
  const joined: Span[] = [];
  for (const span of spans) {
    const last = joined[joined.length - 1];
    if (
      last !== undefined &&
      span.start <= last.end + mostBetween &&
      betweenCells.test(text.slice(last.end, span.start))
    ) {
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      joined.push(span);
    }
  }
  return joined;
}
