import { type OpenTag } from "../markup/walk-markup";

export interface XbrlContext {
  /** Null for an instant. */
  readonly start: string | null;
  readonly end: string | null;
  readonly dimensions: Readonly<Record<string, string>>;
}

/** Reads the contexts and units that stand in a filing's `ix:resources`. */
export class ContextReader {
  readonly contexts = new Map<string, XbrlContext>();
  /** Id to "USD", "shares", "USD/shares". */
  readonly units = new Map<string, string>();

  private context: { id: string; start: string | null; end: string | null; dimensions: Record<string, string> } | null =
    null;
  private unit: { id: string; above: string[]; below: string[]; inDenominator: boolean } | null = null;
  private dimension: string | null = null;
  private text = "";

  open(local: string, tag: OpenTag): void {
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
      case "explicitmember":
      case "typedmember":
        this.dimension = tag.attributes?.get("dimension")?.trim() ?? null;
        this.text = "";
        break;
      default:
        if (this.dimension === null) this.text = "";
    }
  }

  addText(piece: string): void {
    if (this.context !== null || this.unit !== null) this.text += piece;
  }

  close(local: string): void {
    const text = this.text.trim();
    switch (local) {
      case "startdate":
        if (this.context !== null) this.context.start = day(text);
        break;
      case "enddate":
      case "instant":
        if (this.context !== null) this.context.end = day(text);
        break;
      case "explicitmember":
      case "typedmember":
        if (this.context !== null && this.dimension !== null) this.context.dimensions[this.dimension] = text;
        this.dimension = null;
        break;
      case "measure":
        if (this.unit !== null) {
          const measure = text.slice(text.indexOf(":") + 1);
          (this.unit.inDenominator ? this.unit.below : this.unit.above).push(measure);
        }
        break;
      case "context":
        if (this.context !== null) {
          const { id, start, end, dimensions } = this.context;
          this.contexts.set(id, { start, end, dimensions });
        }
        this.context = null;
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
}

function day(text: string): string | null {
  return /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? null;
}
