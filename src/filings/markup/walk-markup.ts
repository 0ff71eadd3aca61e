import { type ElementKind } from "./element-kind";
import { type MarkupSink, type ScannedTag, scanMarkup } from "./scan-markup";

/** One opening tag, as far as readers of what it says need it. */
export type OpenTag = Pick<ScannedTag, "name" | "attributes">;

export interface MarkupHandler {
  /** For every element, void ones too; `close` follows for each that is not void, also where its end tag is missing. */
  open(tag: ScannedTag): void;
  close(kind: ElementKind): void;
  text(piece: string): void;
  /** The file ends here, though elements stand open; their `close` follows. */
  cut(): void;
}

/** Where the file stopped: null at a regular end, else the innermost thing left open. */
export interface MarkupEnd {
  readonly cutInside: string | null;
}

/** A stray end tag looks this far up for its element: enough for any real page, and bounded for hostile ones. */
const maxSearchDepth = 512;

/**
 * Walks markup once, as tolerant as a browser in what matters for text: missing and stray end tags, void elements,
 * both HTML and XHTML spellings. Depth costs nothing.
 */
export function walkMarkup(markup: string, handler: MarkupHandler): MarkupEnd {
  const walker = new MarkupWalker(handler);
  const endsInTag = scanMarkup(markup, walker);
  return walker.finish(endsInTag);
}

class MarkupWalker implements MarkupSink {
  private readonly openKinds: ElementKind[] = [];
  private openTables = 0;
  private openParagraphs = 0;
  private sawHtmlStart = false;
  private sawHtmlEnd = false;

  constructor(private readonly handler: MarkupHandler) {}

  text(piece: string): void {
    this.handler.text(piece);
  }

  open(tag: ScannedTag): void {
    const { kind } = tag;
    this.closeImplied(kind);
    if (kind.isVoid) {
      this.handler.open(tag);
    } else if (tag.closesItself) {
      this.handler.open(tag);
      this.handler.close(kind);
    } else {
      this.push(kind);
      this.handler.open(tag);
    }
  }

  close(kind: ElementKind): void {
    const { name } = kind;
    if (name === "html" || name === "body") this.sawHtmlEnd = true;
    if (kind.openCount === 0) return;
    const stopsAtCell = !kind.isTablePart;
    const lowest = Math.max(0, this.openKinds.length - maxSearchDepth);
    for (let depth = this.openKinds.length - 1; depth >= lowest; depth--) {
      const open = this.openKinds[depth]!;
      if (open === kind) {
        this.popTo(depth);
        return;
      }
      if (open.name === "table" ? name !== "html" && name !== "body" : stopsAtCell && open.isCellBarrier) return;
    }
  }

  finish(endsInTag: boolean): MarkupEnd {
    const cutInside = this.describeCut(endsInTag);
    if (cutInside !== null) this.handler.cut();
    this.popTo(0);
    return { cutInside };
  }

  /** Start tags that end an element before them, as HTML lets authors leave out end tags. */
  private closeImplied(kind: ElementKind): void {
    const { name } = kind;
    if (name === "html") this.sawHtmlStart = true;
    const top = this.openKinds[this.openKinds.length - 1];
    if (top === undefined) return;
    if (name === "td" || name === "th") this.popNearest("td", "th", "tr");
    else if (name === "tr") this.popNearest("tr", "tr", "table");
    else if (kind.endsParagraph && top.name === "p") this.popTo(this.openKinds.length - 1);
    else if (top === kind && (name === "li" || name === "option" || name === "dd" || name === "dt"))
      this.popTo(this.openKinds.length - 1);
  }

  private popNearest(first: string, second: string, barrier: string): void {
    const lowest = Math.max(0, this.openKinds.length - maxSearchDepth);
    for (let depth = this.openKinds.length - 1; depth >= lowest; depth--) {
      const { name } = this.openKinds[depth]!;
      if (name === first || name === second) {
        this.popTo(depth);
        return;
      }
      if (name === barrier || name === "table" || name === "tbody") return;
    }
  }

  private push(kind: ElementKind): void {
    this.openKinds.push(kind);
    kind.openCount++;
    if (kind.name === "table") this.openTables++;
    else if (kind.name === "p") this.openParagraphs++;
  }

  private popTo(depth: number): void {
    while (this.openKinds.length > depth) {
      const kind = this.openKinds.pop()!;
      kind.openCount--;
      if (kind.name === "table") this.openTables--;
      else if (kind.name === "p") this.openParagraphs--;
      this.handler.close(kind);
    }
  }

  private describeCut(endsInTag: boolean): string | null {
    if (this.sawHtmlEnd) return null;
    if (endsInTag) return "a tag";
    if (!this.sawHtmlStart && this.openTables === 0) return null;
    if (this.openTables > 0) return "a table";
    if (this.openParagraphs > 0) return "a paragraph";
    return "the document (its closing tags are missing)";
  }
}
