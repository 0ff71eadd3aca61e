import { type Block, type InnerLink } from "../blocks";
import { FactCollector, type RawXbrl } from "../xbrl/fact-collector";
import { BlockWriter } from "./block-writer";
import { type ElementKind } from "./element-kind";
import { inherit, styleHidden, styleKeptInCell as keptInCell } from "./element-style";
import { type ScannedTag } from "./scan-markup";
import { LinkCollector } from "./link-collector";
import { type MarkupHandler, walkMarkup } from "./walk-markup";

export interface MarkupReading {
  readonly blocks: readonly Block[];
  readonly xbrl: RawXbrl;
  readonly links: readonly InnerLink[];
  readonly cutInside: string | null;
  readonly title: string | null;
  readonly fictional: boolean;
}

/** Read a few million times a document: names of our own, because an imported one is looked up each time. */
const hidden = styleHidden;
const styleKeptInCell = keptInCell;

/** One walk over the markup: visible text as blocks, inline XBRL as raw elements marked in them. */
export function readMarkup(markup: string, exhibit: string | null): MarkupReading {
  const reader = new MarkupReader(markup, exhibit);
  const { cutInside } = walkMarkup(markup, reader);
  return { ...reader.finish(), cutInside };
}

class MarkupReader implements MarkupHandler {
  private readonly writer: BlockWriter;
  private readonly facts: FactCollector;
  private readonly links: LinkCollector;
  private readonly styles: number[] = [];
  /** Per open element: what its end does, as flags. */
  private readonly ends: number[] = [];
  private style = 0;
  private inTitle = false;
  private title = "";
  private fictional = false;

  constructor(markup: string, exhibit: string | null) {
    const writer = new BlockWriter(exhibit);
    this.writer = writer;
    this.links = new LinkCollector(markup, (key) => writer.mark(key));
    this.facts = new FactCollector((key) => writer.mark(key));
  }

  open(tag: ScannedTag): void {
    const { kind } = tag;
    const parent = this.style;
    let style = parent | kind.style;
    if (kind.name === "td") style &= styleKeptInCell;
    // A head that nobody closed must not hide the page.
    else if (kind.name === "body") style = 0;
    let end = 0;
    let { isBlock } = kind;
    const change = tag.style;
    if (change !== null) {
      style = inherit(style, change);
      if (change.breakBefore) this.writer.breakPage();
      if (change.breakAfter) {
        if (kind.isVoid) this.writer.breakPage();
        else end |= endBreaksPage;
      }
      if (change.display === "inline") isBlock = false;
      else if (change.display === "block") isBlock = true;
    }
    if (kind.isUnseen) style |= hidden;
    if (kind.colon > 0) {
      this.facts.open(tag, kind.colon, (style & hidden) === 0);
      if (this.facts.inHeader) style |= hidden;
    } else {
      this.openHtml(tag, style);
    }
    if (isBlock && (style & hidden) === 0) {
      this.writer.endBlock();
      end |= endEndsBlock;
    }
    if (kind.colon < 0 && (style & hidden) === 0) this.links.open(tag);
    if (kind.isVoid) return;
    this.styles.push(parent);
    this.ends.push(end);
    this.style = style;
  }

  private openHtml(tag: ScannedTag, style: number): void {
    switch (tag.name) {
      case "html":
        if (tag.attributes !== null) this.facts.declareNamespaces(tag.attributes);
        break;
      case "meta":
        if (tag.attributes?.get("name") === "marginalia-fictional" && tag.attributes.get("content") === "true")
          this.fictional = true;
        break;
      case "title":
        this.inTitle = true;
        break;
      case "br":
        if ((style & hidden) === 0) this.writer.breakLine();
        break;
      case "hr":
        this.writer.breakPage();
        break;
      case "table":
        if ((style & hidden) === 0) this.writer.openTable();
        break;
      case "tr":
        if ((style & hidden) === 0) this.writer.openRow();
        break;
      case "td":
      case "th":
        if ((style & hidden) === 0)
          this.writer.openCell(
            Number(tag.attributes?.get("colspan") ?? 1),
            Number(tag.attributes?.get("rowspan") ?? 1),
          );
        break;
    }
  }

  close(kind: ElementKind): void {
    const { name, colon } = kind;
    const isHidden = (this.style & hidden) !== 0;
    const end = this.ends.pop() ?? 0;
    if (colon > 0) this.facts.close(name, colon);
    else if (name === "title") this.inTitle = false;
    else if (!isHidden) {
      if (name === "td" || name === "th") this.writer.closeCell();
      else if (name === "table") this.writer.closeTable();
    }
    if ((end & endEndsBlock) !== 0) this.writer.endBlock();
    if ((end & endBreaksPage) !== 0) this.writer.breakPage();
    this.style = this.styles.pop() ?? 0;
  }

  text(piece: string): void {
    this.facts.addText(piece);
    if ((this.style & hidden) === 0) this.writer.text(piece, this.style);
    else if (this.inTitle) this.title += piece;
  }

  cut(): void {
    this.facts.abandonOpen();
  }

  finish(): Omit<MarkupReading, "cutInside"> {
    this.writer.endBlock();
    const title = this.title.replace(/\s+/g, " ").trim();
    return {
      blocks: this.writer.blocks,
      xbrl: this.facts.finish(),
      links: this.links.finish(),
      title: title === "" ? null : title,
      fictional: this.fictional,
    };
  }
}

const endEndsBlock = 1;
const endBreaksPage = 2;
