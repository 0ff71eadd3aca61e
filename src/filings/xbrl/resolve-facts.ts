import { type Fact } from "../../contracts/document";
import { type LaidText } from "../layout/lay-out-text";
import { elementSpan } from "./element-span";
import { type RawElement, type RawXbrl } from "./fact-collector";
import { FactTexts } from "./fact-texts";
import { keepMostPrecise } from "./keep-most-precise";
import { LeftOutFacts } from "./left-out-facts";
import { type LocatedFact } from "./located-fact";
import { readDecimals } from "./read-decimals";
import { transformNumber } from "./transform-number";
import { transformText } from "./transform-text";

export interface ResolvedFacts {
  readonly facts: readonly LocatedFact[];
  readonly warnings: readonly string[];
}

/** Raw elements to facts: values exact, continuations joined, duplicates merged, places found. */
export function resolveFacts(xbrl: RawXbrl, laid: LaidText): ResolvedFacts {
  const resolver = new FactResolver(xbrl, laid);
  const { kept, conflicts } = keepMostPrecise(resolver.stated());
  for (const { concept, end } of conflicts) resolver.leftOut.add("conflict", `${concept} (${end ?? "no date"})`);
  const notRead = xbrl.unsupported.length > 0 ? [`not read: ${xbrl.unsupported.join(", ")}`] : [];
  return { facts: kept, warnings: [...resolver.leftOut.warnings(), ...notRead] };
}

/** Each fact as often as it is stated, every statement at its own place. */
export function statedFacts(xbrl: RawXbrl, laid: LaidText): readonly LocatedFact[] {
  return new FactResolver(xbrl, laid).stated();
}

class FactResolver {
  readonly leftOut = new LeftOutFacts();
  private readonly texts: FactTexts;
  private readonly target: string | null;

  constructor(
    private readonly xbrl: RawXbrl,
    private readonly laid: LaidText,
  ) {
    this.texts = new FactTexts(xbrl.elements, laid);
    this.target = ownTarget(xbrl.elements);
  }

  stated(): LocatedFact[] {
    const facts: LocatedFact[] = [];
    for (const element of this.xbrl.elements) {
      if (element.kind !== "number" && element.kind !== "text" && element.kind !== "fraction") continue;
      const fact = this.read(element);
      if (fact !== null) facts.push(fact);
    }
    return facts;
  }

  /** Null where it is no fact that could be said of the filing: then a warning names it. */
  private read(element: RawElement): LocatedFact | null {
    const { concept, kind } = element;
    if (element.target !== this.target) return this.leaveOut("target", concept);
    if (element.inTuple) return this.leaveOut("tuple", concept);
    if (kind === "fraction") return this.leaveOut("fraction", concept);
    const context = this.xbrl.contexts.get(element.contextRef);
    if (context === undefined || concept === "") return this.leaveOut("context", `${concept} (${element.contextRef})`);
    const unit = kind === "text" ? null : this.xbrl.units.get(element.unitRef ?? "");
    if (unit === undefined) return this.leaveOut("unit", `${concept} (${element.unitRef ?? "none"})`);
    const value = this.valueOf(element);
    if (value === undefined) return null;
    return {
      source: "tagged",
      concept,
      unit,
      start: context.start,
      end: context.end,
      dimensions: { ...context.dimensions },
      value,
      decimals: readDecimals(element, value),
      place: element.isHidden ? null : elementSpan(element, this.laid),
      language: element.language,
    };
  }

  /** Undefined where a number cannot be read: then there is no fact, and a warning says so. */
  private valueOf(element: RawElement): Fact["value"] | undefined {
    if (element.isNil) return null;
    if (element.kind === "text") {
      const { text, isWhole } = this.texts.of(element);
      if (!isWhole) this.leftOut.add("partText", element.concept);
      return transformText(text, element.format);
    }
    const value = transformNumber(element.ownText, element);
    if (value !== null) return value;
    this.leftOut.add("unread", `${element.concept} "${element.ownText.trim().slice(0, 40)}"`);
    return undefined;
  }

  private leaveOut(reason: Parameters<LeftOutFacts["add"]>[0], example: string): null {
    this.leftOut.add(reason, example);
    return null;
  }
}

/** One file may hold the facts of several documents: the filing's are those that name none, or the only one named. */
function ownTarget(elements: readonly RawElement[]): string | null {
  const targets = new Set<string | null>();
  for (const { kind, target } of elements) {
    if (kind === "number" || kind === "text" || kind === "fraction") targets.add(target);
  }
  return targets.size === 1 ? [...targets][0]! : null;
}
