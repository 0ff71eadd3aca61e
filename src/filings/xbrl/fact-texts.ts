import { type LaidText } from "../layout/lay-out-text";
import { elementSpan } from "./element-span";
import { type RawElement } from "./fact-collector";
import { type Span } from "./located-fact";

interface Hole extends Span {
  readonly index: number;
}

/** The text of tagged elements: excluded parts left out, continuations joined. */
export class FactTexts {
  private readonly continuations = new Map<string, RawElement>();
  /** In reading order. */
  private readonly holes: readonly Hole[];
  /** A continuation is one fact's: of several that ask for it the first has it. */
  private readonly taken = new Set<RawElement>();

  constructor(
    elements: readonly RawElement[],
    private readonly laid: LaidText,
  ) {
    const holes: Hole[] = [];
    for (const element of elements) {
      if (element.kind === "continuation" && element.id !== null) this.continuations.set(element.id, element);
      const span = element.kind === "exclude" && !element.isHidden ? elementSpan(element, laid) : null;
      if (span !== null) holes.push({ ...span, index: element.index });
    }
    this.holes = holes;
  }

  /** An element's text and that of its continuations; not whole where one of these is missing or another's. */
  of(element: RawElement): { readonly text: string; readonly isWhole: boolean } {
    const pieces: string[] = [];
    for (let at = element; ;) {
      pieces.push(this.pieceOf(at));
      const next = at.continuedAt === null ? null : this.continuations.get(at.continuedAt.trim());
      const isWhole = next === null;
      if (isWhole || next === undefined || this.taken.has(next)) {
        return { text: pieces.filter((piece) => piece !== "").join("\n"), isWhole };
      }
      this.taken.add(next);
      at = next;
    }
  }

  private pieceOf(element: RawElement): string {
    if (element.isHidden) return element.ownText.replace(/\s+/g, " ").trim();
    const span = elementSpan(element, this.laid);
    if (span === null) return "";
    const { text } = this.laid;
    const parts: string[] = [];
    let from = span.start;
    // An exclusion that began before the element holds it: that is cut out of what is around both, not out of this.
    for (let at = this.firstHoleAfter(element.index); at < this.holes.length; at++) {
      const hole = this.holes[at]!;
      if (hole.start >= span.end) break;
      parts.push(text.slice(from, Math.max(from, hole.start)));
      from = Math.max(from, hole.end);
      // A whole line that goes takes its line end along.
      if (text[hole.start - 1] === "\n" && text[from] === "\n") from++;
    }
    parts.push(text.slice(Math.min(from, span.end), span.end));
    return parts.join("").trim();
  }

  private firstHoleAfter(index: number): number {
    let low = 0;
    let high = this.holes.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.holes[middle]!.index > index) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
