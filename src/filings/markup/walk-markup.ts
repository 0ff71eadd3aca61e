import { Tokenizer, type TokenizerCallbacks } from "htmlparser2";

/** One opening tag. The object is reused: read what you need at once. */
export interface OpenTag {
  /** Lower case, with its prefix: "ix:nonfraction". */
  readonly name: string;
  readonly style: string | null;
  /** Names in lower case; without `style`. Null where there are none. */
  readonly attributes: ReadonlyMap<string, string> | null;
}

export interface MarkupHandler {
  /** For every element, void ones too; `close` follows for each that is not void, also where its end tag is missing. */
  open(tag: OpenTag, isVoid: boolean): void;
  close(name: string): void;
  text(piece: string): void;
}

/** Where the file stopped: null at a regular end, else the innermost thing left open. */
export interface MarkupEnd {
  readonly cutInside: string | null;
}

const voidElements = new Set(
  "area base basefont br col embed frame hr img input isindex link meta param source track wbr".split(" "),
);
const closesParagraph = new Set(
  "p div table ul ol dl h1 h2 h3 h4 h5 h6 hr pre center blockquote form section article header footer".split(" "),
);
const cellBarriers = new Set(["td", "th", "table", "caption"]);
const tableParts = new Set(["td", "th", "tr", "tbody", "thead", "tfoot", "table"]);
/** A stray end tag looks this far up for its element: enough for any real page, and bounded for hostile ones. */
const maxSearchDepth = 512;

/**
 * Walks markup once, as tolerant as a browser in what matters for text: missing and stray end tags, void elements,
 * both HTML and XHTML spellings. Built on the tokenizer alone, so that depth costs nothing and unread attributes little.
 */
export function walkMarkup(markup: string, handler: MarkupHandler): MarkupEnd {
  const walker = new MarkupWalker(markup, handler);
  const tokenizer = new Tokenizer({ decodeEntities: true, recognizeSelfClosing: true }, walker);
  tokenizer.write(markup);
  tokenizer.end();
  return walker.finish();
}

class MarkupWalker implements TokenizerCallbacks, OpenTag {
  name = "";
  style: string | null = null;
  attributes: Map<string, string> | null = null;

  private readonly openNames: string[] = [];
  private readonly openCounts = new Map<string, number>();
  private attributeName = "";
  private attributeValue = "";
  private sawHtmlStart = false;
  private sawHtmlEnd = false;
  private inTag = false;

  constructor(
    private readonly markup: string,
    private readonly handler: MarkupHandler,
  ) {}

  ontext(start: number, end: number): void {
    this.handler.text(this.markup.slice(start, end));
  }

  ontextentity(codepoint: number): void {
    this.handler.text(String.fromCodePoint(codepoint));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.handler.text(this.markup.slice(start, end - endOffset));
  }

  onopentagname(start: number, end: number): void {
    this.name = this.markup.slice(start, end).toLowerCase();
    this.style = null;
    this.attributes = null;
    this.inTag = true;
  }

  onattribname(start: number, end: number): void {
    this.attributeName = this.markup.slice(start, end).toLowerCase();
    this.attributeValue = "";
  }

  onattribdata(start: number, end: number): void {
    this.attributeValue += this.markup.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.attributeValue += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    if (this.attributeName === "style") this.style = this.attributeValue;
    else (this.attributes ??= new Map()).set(this.attributeName, this.attributeValue);
  }

  onopentagend(): void {
    this.inTag = false;
    this.closeImplied();
    const isVoid = voidElements.has(this.name);
    if (!isVoid) this.push(this.name);
    this.handler.open(this, isVoid);
  }

  onselfclosingtag(): void {
    this.inTag = false;
    this.closeImplied();
    const isVoid = voidElements.has(this.name);
    this.handler.open(this, isVoid);
    if (!isVoid) this.handler.close(this.name);
  }

  onclosetag(start: number, end: number): void {
    const name = this.markup.slice(start, end).toLowerCase();
    if (name === "html" || name === "body") this.sawHtmlEnd = true;
    if ((this.openCounts.get(name) ?? 0) === 0) return;
    const stopsAtCell = !tableParts.has(name);
    const lowest = Math.max(0, this.openNames.length - maxSearchDepth);
    for (let depth = this.openNames.length - 1; depth >= lowest; depth--) {
      const open = this.openNames[depth]!;
      if (open === name) {
        this.popTo(depth);
        return;
      }
      if (open === "table" ? name !== "html" && name !== "body" : stopsAtCell && cellBarriers.has(open)) return;
    }
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}
  onend(): void {}

  finish(): MarkupEnd {
    const cutInside = this.describeCut();
    this.popTo(0);
    return { cutInside };
  }

  /** Start tags that end an element before them, as HTML lets authors leave out end tags. */
  private closeImplied(): void {
    const name = this.name;
    if (name === "html") this.sawHtmlStart = true;
    const top = this.openNames[this.openNames.length - 1];
    if (top === undefined) return;
    if (name === "td" || name === "th") this.popNearest("td", "th", "tr");
    else if (name === "tr") this.popNearest("tr", "tr", "table");
    else if (top === "p" && closesParagraph.has(name)) this.popTo(this.openNames.length - 1);
    else if (top === name && (name === "li" || name === "option" || name === "dd" || name === "dt"))
      this.popTo(this.openNames.length - 1);
  }

  private popNearest(first: string, second: string, barrier: string): void {
    const lowest = Math.max(0, this.openNames.length - maxSearchDepth);
    for (let depth = this.openNames.length - 1; depth >= lowest; depth--) {
      const open = this.openNames[depth]!;
      if (open === first || open === second) {
        this.popTo(depth);
        return;
      }
      if (open === barrier || open === "table" || open === "tbody") return;
    }
  }

  private push(name: string): void {
    this.openNames.push(name);
    this.openCounts.set(name, (this.openCounts.get(name) ?? 0) + 1);
  }

  private popTo(depth: number): void {
    while (this.openNames.length > depth) {
      const name = this.openNames.pop()!;
      this.openCounts.set(name, this.openCounts.get(name)! - 1);
      this.handler.close(name);
    }
  }

  private describeCut(): string | null {
    if (this.sawHtmlEnd) return null;
    if (this.inTag) return "a tag";
    if (!this.sawHtmlStart && (this.openCounts.get("table") ?? 0) === 0) return null;
    if ((this.openCounts.get("table") ?? 0) > 0) return "a table";
    if ((this.openCounts.get("p") ?? 0) > 0) return "a paragraph";
    return "the document (its closing tags are missing)";
  }
}
