import { type OpenTag } from "../markup/walk-markup";
import { lastDay, startDay } from "./period-day";
import { UniqueById } from "./unique-by-id";

export interface XbrlContext {
  /** Null for an instant. */
  readonly start: string | null;
  /** Null where it holds for ever. */
  readonly end: string | null;
  readonly dimensions: Readonly<Record<string, string>>;
}

interface OpenContext {
  readonly id: string;
  entity: string;
  /** What its period says so far; null for a day that cannot be read. */
  readonly period: { start?: string | null; end?: string | null; instant?: string | null; isForEver: boolean };
  readonly dimensions: Record<string, string>;
}

interface OpenDimension {
  readonly axis: string;
  readonly isExplicit: boolean;
  /** Elements open within: a typed member may be of several parts. */
  depth: number;
}

interface OpenUnit {
  readonly id: string;
  readonly above: string[];
  readonly below: string[];
  isDivided: boolean;
}

/** Filers go to half a dozen; every fact of a context carries all of them, so that more would fill the memory. */
const mostDimensions = 50;

/** What contexts and units mean, by their ids; units as "USD", "shares", "USD/shares". */
export interface XbrlResources {
  readonly contexts: ReadonlyMap<string, XbrlContext>;
  readonly units: ReadonlyMap<string, string>;
}

/**
 * Reads contexts and units. What states no readable period or measure, more dimensions than any filer, or two things
 * under one id, is not there, and facts of it are left out.
 */
export class ContextReader {
  private readonly contexts = new UniqueById<XbrlContext & { readonly entity: string }>();
  private readonly units = new UniqueById<string>();
  private context: OpenContext | null = null;
  private unit: OpenUnit | null = null;
  private inBreakdown: "segment" | "scenario" | null = null;
  private dimension: OpenDimension | null = null;
  private text = "";

  /** `named` gives a qualified name the prefix by which everybody knows it. */
  constructor(private readonly named: (name: string) => string) {}

  open(local: string, tag: OpenTag): void {
    if (this.dimension !== null) {
      this.dimension.depth++;
      this.text += " ";
      return;
    }
    this.text = "";
    const id = tag.attributes?.get("id")?.trim() ?? "";
    switch (local) {
      case "context":
        this.context = { id, entity: "", period: { isForEver: false }, dimensions: {} };
        break;
      case "forever":
        if (this.context !== null) this.context.period.isForEver = true;
        break;
      case "unit":
        this.unit = { id, above: [], below: [], isDivided: false };
        break;
      case "unitdenominator":
        if (this.unit !== null) this.unit.isDivided = true;
        break;
      case "segment":
      case "scenario":
        this.inBreakdown = local;
        break;
      default:
        if (this.context !== null && this.inBreakdown !== null) {
          const axis = this.named(tag.attributes?.get("dimension")?.trim() ?? "");
          const isExplicit = local === "explicitmember";
          // What old filers say of a part in elements of their own makes it no less a part.
          this.dimension = { axis: axis === "" ? `${this.inBreakdown}:${tag.name}` : axis, isExplicit, depth: 0 };
        }
    }
  }

  addText(piece: string): void {
    if (this.context !== null || this.unit !== null) this.text += piece;
  }

  close(local: string): void {
    if (this.dimension !== null && local !== "context") {
      this.closeWithinDimension(this.dimension);
      return;
    }
    const text = this.text.trim();
    switch (local) {
      case "identifier":
        if (this.context !== null) this.context.entity = text.replace(/^0+/, "");
        break;
      case "startdate":
        if (this.context !== null) this.context.period.start = startDay(text);
        break;
      case "enddate":
        if (this.context !== null) this.context.period.end = lastDay(text);
        break;
      case "instant":
        if (this.context !== null) this.context.period.instant = lastDay(text);
        break;
      case "segment":
      case "scenario":
        this.inBreakdown = null;
        break;
      case "measure":
        if (this.unit !== null) {
          const measure = text.slice(text.indexOf(":") + 1);
          (this.unit.isDivided ? this.unit.below : this.unit.above).push(measure);
        }
        break;
      case "context":
        this.closeContext();
        break;
      case "unit":
        this.closeUnit();
        break;
    }
  }

  /** All that was read, once all is. */
  finish(): XbrlResources {
    const contexts = this.contexts.finish();
    const own = mostFrequent([...contexts.values()].map(({ entity }) => entity));
    // What is said of another company is no more this one's than what is said of a part.
    const marked = [...contexts].map(([id, { start, end, dimensions, entity }]): [string, XbrlContext] => [
      id,
      { start, end, dimensions: entity === own ? dimensions : { ...dimensions, "xbrli:identifier": entity } },
    ]);
    return { contexts: new Map(marked), units: this.units.finish() };
  }

  private closeWithinDimension(dimension: OpenDimension): void {
    if (dimension.depth-- > 0) {
      this.text += " ";
      return;
    }
    const member = this.text.replace(/\s+/g, " ").trim();
    if (this.context !== null)
      this.context.dimensions[dimension.axis] = dimension.isExplicit ? this.named(member) : member;
    this.dimension = null;
  }

  private closeContext(): void {
    if (this.context !== null) {
      const { id, entity, period, dimensions } = this.context;
      const days = daysOf(period);
      const isReadable = days !== null && Object.keys(dimensions).length <= mostDimensions;
      this.contexts.add(id, isReadable ? { ...days, dimensions, entity } : null);
    }
    this.context = null;
    this.dimension = null;
    this.inBreakdown = null;
  }

  private closeUnit(): void {
    if (this.unit !== null) {
      const { id, above, below, isDivided } = this.unit;
      const isWhole = above.length > 0 && above.every(isNamed) && below.every(isNamed);
      // Measures are multiplied, in whatever order they stand.
      const product = above.sort().join("*");
      const quotient = isDivided ? `${product}/${below.sort().join("*")}` : product;
      this.units.add(id, isWhole && isDivided === below.length > 0 ? quotient : null);
    }
    this.unit = null;
  }
}

function isNamed(measure: string): boolean {
  return measure !== "";
}

/** Null where no period, or one that ends before it begins, is stated. */
function daysOf({ start, end, instant, isForEver }: OpenContext["period"]): Pick<XbrlContext, "start" | "end"> | null {
  if (isForEver) return { start: null, end: null };
  if (typeof instant === "string") return { start: null, end: instant };
  return typeof start === "string" && typeof end === "string" && start <= end ? { start, end } : null;
}

/** The first of those that come most often; "" of none. */
function mostFrequent(names: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  let most = "";
  for (const [name, count] of counts) if (count > (counts.get(most) ?? 0)) most = name;
  return most;
}
