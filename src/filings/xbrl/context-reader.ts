import { type OpenTag } from "../markup/walk-markup";
import { lastDay, startDay } from "./period-day";

export interface XbrlContext {
  /** Null for an instant. */
  readonly start: string | null;
  readonly end: string | null;
  readonly dimensions: Readonly<Record<string, string>>;
}

interface OpenDimension {
  readonly axis: string;
  /** Elements open within: a typed member may be of several parts. */
  depth: number;
}

/** Reads the contexts and units that stand in a filing's `ix:resources`. */
export class ContextReader {
  readonly contexts = new Map<string, XbrlContext>();
  /** Id to "USD", "shares", "USD/shares". */
  readonly units = new Map<string, string>();

  private context: { id: string; start: string | null; end: string | null; dimensions: Record<string, string> } | null =
    null;
  private unit: { id: string; above: string[]; below: string[]; inDenominator: boolean } | null = null;
  private inBreakdown: "segment" | "scenario" | null = null;
  private dimension: OpenDimension | null = null;
  private text = "";

  open(local: string, tag: OpenTag): void {
    if (this.dimension !== null) {
      this.dimension.depth++;
      this.text += " ";
      return;
    }
    this.text = "";
    switch (local) {
      case "context":
        this.context = { id: tag.attributes?.get("id") ?? "", start: null, end: null, dimensions: {} };
        break;
      case "unit":
        this.unit = { id: tag.attributes?.get("id") ?? "", above: [], below: [], inDenominator: false };
        break;
      case "unitdenominator":
        if (this.unit !== null) this.unit.inDenominator = true;
        break;
      case "segment":
      case "scenario":
        this.inBreakdown = local;
        break;
      default:
        if (this.context !== null && this.inBreakdown !== null) {
          const axis = tag.attributes?.get("dimension")?.trim() ?? "";
          // What old filers say of a part in elements of their own makes it no less a part.
          this.dimension = { axis: axis === "" ? `${this.inBreakdown}:${tag.name}` : axis, depth: 0 };
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
        if (this.context !== null) this.context.start = startDay(text);
        break;
      case "enddate":
      case "instant":
        if (this.context !== null) this.context.end = lastDay(text);
        break;
      case "segment":
      case "scenario":
        this.inBreakdown = null;
        break;
      case "measure":
        if (this.unit !== null) {
          const measure = text.slice(text.indexOf(":") + 1);
          (this.unit.inDenominator ? this.unit.below : this.unit.above).push(measure);
        }
        break;
      case "context":
        this.closeContext();
        break;
      case "unit":
        if (this.unit !== null) {
          const above = this.unit.above.join("*");
          this.units.set(this.unit.id, this.unit.below.length === 0 ? above : `${above}/${this.unit.below.join("*")}`);
        }
        this.unit = null;
        break;
    }
  }

  private closeWithinDimension(dimension: OpenDimension): void {
    if (dimension.depth-- > 0) {
      this.text += " ";
      return;
    }
    if (this.context !== null) this.context.dimensions[dimension.axis] = this.text.replace(/\s+/g, " ").trim();
    this.dimension = null;
  }

  private closeContext(): void {
    if (this.context !== null) {
      const { id, start, end, dimensions } = this.context;
      this.contexts.set(id, { start, end, dimensions });
    }
    this.context = null;
    this.dimension = null;
    this.inBreakdown = null;
  }
}
