import { type Fact } from "../../contracts/document";
import { type LaidText } from "../layout/lay-out-text";
import { type RawElement, type RawXbrl } from "./fact-collector";
import { keepMostPrecise } from "./keep-most-precise";
import { type LocatedFact, type Span } from "./located-fact";
import { transformNumber } from "./transform-number";
import { transformText } from "./transform-text";

export interface ResolvedFacts {
  readonly facts: readonly LocatedFact[];
  readonly warnings: readonly string[];
}

/** Raw elements to facts: values exact, continuations joined, duplicates merged, places found. */
export function resolveFacts(xbrl: RawXbrl, laid: LaidText): ResolvedFacts {
  return new FactResolver(xbrl, laid).resolve();
}

/** Each fact as often as it is stated, every statement at its own place. */
export function statedFacts(xbrl: RawXbrl, laid: LaidText): readonly LocatedFact[] {
  return new FactResolver(xbrl, laid).stated();
}

class FactResolver {
  private readonly continuations = new Map<string, RawElement>();
  private readonly excluded: readonly Span[];
  private readonly unread: string[] = [];
  private withoutContext = 0;

  constructor(
    private readonly xbrl: RawXbrl,
    private readonly laid: LaidText,
  ) {
    const excluded: Span[] = [];
    for (const element of xbrl.elements) {
      if (element.kind === "continuation" && element.id !== null) this.continuations.set(element.id, element);
      if (element.kind === "exclude") {
        const span = this.spanOf(element);
        if (span !== null) excluded.push(span);
      }
    }
    this.excluded = excluded;
  }

  resolve(): ResolvedFacts {
    const { kept, conflicts } = keepMostPrecise(this.stated());
    return { facts: kept, warnings: this.warnings(conflicts) };
  }

  stated(): LocatedFact[] {
    const facts: LocatedFact[] = [];
    for (const element of this.xbrl.elements) {
      if (element.kind !== "number" && element.kind !== "text") continue;
      const context = this.xbrl.contexts.get(element.contextRef);
      if (context === undefined || element.concept === "") {
        this.withoutContext++;
        continue;
      }
      const value = this.valueOf(element);
      if (value === undefined) continue;
      facts.push({
        source: "tagged",
        concept: element.concept,
        unit: element.unitRef === null ? null : (this.xbrl.units.get(element.unitRef) ?? element.unitRef),
        start: context.start,
        end: context.end,
        dimensions: { ...context.dimensions },
        value,
        decimals: decimalsOf(element.decimals),
        place: element.isHidden ? null : this.spanOf(element),
      });
    }
    return facts;
  }

  /** Undefined where a number cannot be read: then there is no fact, and a warning says so. */
  private valueOf(element: RawElement): Fact["value"] | undefined {
    if (element.isNil) return null;
    if (element.kind === "text") return transformText(this.textOf(element), element.format);
    const value = transformNumber(element.ownText, element);
    if (value === null) {
      this.unread.push(`${element.concept} "${element.ownText.trim().slice(0, 40)}"`);
      return undefined;
    }
    return value;
  }

  /** An element's text and that of its continuations; a chain that returns to itself ends there. */
  private textOf(element: RawElement): string {
    const pieces: string[] = [];
    const seen = new Set<RawElement>();
    for (let at: RawElement | undefined = element; at !== undefined && !seen.has(at);) {
      seen.add(at);
      pieces.push(this.pieceOf(at));
      at = at.continuedAt === null ? undefined : this.continuations.get(at.continuedAt);
    }
    return pieces.filter((piece) => piece !== "").join("\n");
  }

  private pieceOf(element: RawElement): string {
    if (element.isHidden) return element.ownText.replace(/\s+/g, " ").trim();
    const span = this.spanOf(element);
    if (span === null) return "";
    let text = "";
    let from = span.start;
    for (const hole of this.excluded) {
      if (hole.end <= from || hole.start >= span.end) continue;
      text += this.laid.text.slice(from, Math.max(from, hole.start));
      from = Math.max(from, hole.end);
    }
    return (text + this.laid.text.slice(Math.min(from, span.end), span.end)).trim();
  }

  private spanOf(element: RawElement): Span | null {
    let start = this.laid.markOffsets[2 * element.index] ?? -1;
    let end = this.laid.markOffsets[2 * element.index + 1] ?? -1;
    if (end < 0) end = start < 0 ? -1 : this.laid.text.length;
    if (start < 0 || end <= start) return null;
    const { text } = this.laid;
    while (start < end && isSpace(text.charCodeAt(start))) start++;
    while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
    return end > start ? { start, end } : null;
  }

  private warnings(conflicts: number): string[] {
    const warnings: string[] = [];
    if (this.unread.length > 0) {
      const examples = this.unread.slice(0, 3).join(", ");
      warnings.push(`${this.unread.length} tagged numbers could not be read and are left out: ${examples}`);
    }
    if (this.withoutContext > 0)
      warnings.push(`${this.withoutContext} tagged facts name no known context and are left out`);
    if (conflicts > 0) warnings.push(`${conflicts} facts are stated twice with different values; both are kept`);
    if (this.xbrl.unsupported.length > 0) warnings.push(`not read: ${this.xbrl.unsupported.join(", ")}`);
    return warnings;
  }
}

function isSpace(code: number): boolean {
  return code === 32 || code === 10;
}

function decimalsOf(decimals: string | null): Fact["decimals"] {
  if (decimals === null) return null;
  const text = decimals.trim();
  if (/^inf$/i.test(text)) return "INF";
  return /^-?\d+$/.test(text) ? Number(text) : null;
}
