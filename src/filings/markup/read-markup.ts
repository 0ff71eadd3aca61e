import { type Block } from "../blocks";
import { FactCollector, type RawXbrl } from "../xbrl/fact-collector";
import { BlockWriter } from "./block-writer";
import {
  inherit,
  readStyle,
  styleBold,
  styleCentred,
  styleHidden,
  styleItalic,
  stylePreformatted,
  styleUnderline,
} from "./element-style";
import { type MarkupHandler, type OpenTag, walkMarkup } from "./walk-markup";

export interface MarkupReading {
  readonly blocks: readonly Block[];
  readonly xbrl: RawXbrl;
  readonly cutInside: string | null;
  readonly title: string | null;
  readonly fictional: boolean;
}

const blockElements = new Set(
  (
    "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section ul caption"
  ).split(" "),
);
const unseenElements = new Set(
  "script style head title noscript template object svg textarea select button".split(" "),
);
const tagStyles = new Map([
  ["b", styleBold],
  ["strong", styleBold],
  ["th", styleBold],
  ["i", styleItalic],
  ["em", styleItalic],
  ["u", styleUnderline],
  ["center", styleCentred],
  ["pre", stylePreformatted],
  ...["h1", "h2", "h3", "h4", "h5", "h6"].map((name): [string, number] => [name, styleBold]),
]);

/** One walk over the markup: visible text as blocks, inline XBRL as raw elements marked in them. */
export function readMarkup(markup: string, exhibit: string | null): MarkupReading {
  const reader = new MarkupReader(exhibit);
  const { cutInside } = walkMarkup(markup, reader);
  return { ...reader.finish(), cutInside };
}

class MarkupReader implements MarkupHandler {
  private readonly writer: BlockWriter;
  private readonly facts: FactCollector;
  private readonly styles: number[] = [];
  /** Per open element: what its end does, as flags. */
  private readonly ends: number[] = [];
  private style = 0;
  private inTitle = false;
  private title = "";
  private fictional = false;

  constructor(exhibit: string | null) {
    const writer = new BlockWriter(exhibit);
    this.writer = writer;
    this.facts = new FactCollector((key) => writer.mark(key));
  }

  open(tag: OpenTag, isVoid: boolean): void {
    const name = tag.name;
    const parent = this.style;
    let style = parent | (tagStyles.get(name) ?? 0);
    if (name === "td") style &= ~styleCentred;
    // A head that nobody closed must not hide the page.
    else if (name === "body") style = 0;
    let end = 0;
    let isBlock = blockElements.has(name);
    if (tag.style !== null) {
      const change = readStyle(tag.style);
      style = inherit(style, change);
      if (change.breakBefore) this.writer.breakPage();
      if (change.breakAfter) {
        if (isVoid) this.writer.breakPage();
        else end |= endBreaksPage;
      }
      if (change.display === "inline") isBlock = false;
      else if (change.display === "block") isBlock = true;
    }
    if (unseenElements.has(name)) style |= styleHidden;
    const colon = name.indexOf(":");
    if (colon > 0) {
      this.facts.open(tag, colon, (style & styleHidden) === 0);
      if (this.facts.inHeader) style |= styleHidden;
    } else {
      this.openHtml(tag, name, style, isVoid);
    }
    if (isBlock && (style & styleHidden) === 0) {
      this.writer.endBlock();
      end |= endEndsBlock;
    }
    if (isVoid) return;
    this.styles.push(parent);
    this.ends.push(end);
    this.style = style;
  }

  private openHtml(tag: OpenTag, name: string, style: number, isVoid: boolean): void {
    switch (name) {
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
        if ((style & styleHidden) === 0) this.writer.breakLine();
        break;
      case "hr":
        if (isVoid || (style & styleHidden) === 0) this.writer.breakPage();
        break;
      case "table":
        if ((style & styleHidden) === 0) this.writer.openTable();
        break;
      case "tr":
        if ((style & styleHidden) === 0) this.writer.openRow();
        break;
      case "td":
      case "th":
        if ((style & styleHidden) === 0)
          this.writer.openCell(
            Number(tag.attributes?.get("colspan") ?? 1),
            Number(tag.attributes?.get("rowspan") ?? 1),
          );
        break;
    }
  }

  close(name: string): void {
    const isHidden = (this.style & styleHidden) !== 0;
    const end = this.ends.pop() ?? 0;
    const colon = name.indexOf(":");
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
    if ((this.style & styleHidden) === 0) this.writer.text(piece, this.style);
    else if (this.inTitle) this.title += piece;
  }

  finish(): Omit<MarkupReading, "cutInside"> {
    this.writer.endBlock();
    const title = this.title.replace(/\s+/g, " ").trim();
    return {
      blocks: this.writer.blocks,
      xbrl: this.facts.finish(),
      title: title === "" ? null : title,
      fictional: this.fictional,
    };
  }
}

const endEndsBlock = 1;
const endBreaksPage = 2;
