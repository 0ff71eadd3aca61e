import { type OpenTag } from "../markup/walk-markup";
import { lastDay, startDay } from "./period-day";

export interface XbrlContext {
  /** Null for an instant. */
  readonly start: string | null;
  /** Null where it holds for ever. */
  readonly end: string | null;
  readonly dimensions: Readonly<Record<string, string>>;
}

interface OpenContext {
  readonly id: string;
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

/** Reads contexts and units; what states no readable period or measure is not there, and facts of it are left out. */
export class ContextReader {
  readonly contexts = new Map<string, XbrlContext>();
  /** Id to "USD", "shares", "USD/shares". */
  readonly units = new Map<string, string>();

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
        this.context = { id, period: { isForEver: false }, dimensions: {} };
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
    if (this.context !== null && this.context.id !== "") {
      const { id, period, dimensions } = this.context;
      const days = daysOf(period);
      if (days !== null) this.contexts.set(id, { ...days, dimensions });
    }
    this.context = null;
    this.dimension = null;
    this.inBreakdown = null;
  }

  private closeUnit(): void {
    if (this.unit !== null && this.unit.id !== "") {
      const { id, above, below, isDivided } = this.unit;
      const isWhole = above.length > 0 && above.every(isNamed) && below.every(isNamed);
      // Measures are multiplied, in whatever order they stand.
      const product = above.sort().join("*");
      if (isWhole && isDivided === below.length > 0)
        this.units.set(id, isDivided ? `${product}/${below.sort().join("*")}` : product);
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
