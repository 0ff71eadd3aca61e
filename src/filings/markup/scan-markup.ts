import { decodeHTML } from "entities";
import { type ElementKind, ElementKinds } from "./element-kind";
import { joinChanges, readStyle, type StyleChange } from "./element-style";
import { endsTagName, readTag } from "./read-tag";
import { StyleSheet } from "./style-sheet";

/** One opening tag; the same object for all tags of the same letters. */
export interface ScannedTag {
  readonly kind: ElementKind;
  /** Lower case, with its prefix: "ix:nonfraction". */
  readonly name: string;
  /** What its `style` changes; null without one. */
  readonly style: StyleChange | null;
  /** Names in lower case; without `style`. Null where there are none. */
  readonly attributes: ReadonlyMap<string, string> | null;
  readonly closesItself: boolean;
}

export interface MarkupSink {
  open(tag: ScannedTag): void;
  close(kind: ElementKind): void;
  text(piece: string): void;
}

/** A name of its own: an imported one is looked up at every use, and this is used for every letter of a name. */
const endsName = endsTagName;

/** Tags of a report repeat: a few hundred texts make a hundred thousand tags. */
const mostTagsKept = 20_000;
const longestTagKept = 500;
const longestPieceKept = 16;
const mostPiecesKept = 2000;

/**
 * Markup into tags and text, as a browser's tokenizer does it, at the speed of a search for "<": a tag that has come
 * before is known by its letters, and what nobody asks for is not read. Gives true where the text ends within a tag.
 */
export function scanMarkup(markup: string, sink: MarkupSink): boolean {
  return new MarkupScanner(markup, sink).scan();
}

class MarkupScanner {
  private readonly kinds = new ElementKinds();
  private readonly sheet = new StyleSheet();
  private readonly tags = new Map<string, ScannedTag>();
  private readonly pieces = new Map<string, string>();
  /** The next "&" that is not before the text being read; infinity where there is none. */
  private nextEntity = -1;

  constructor(
    private readonly markup: string,
    private readonly sink: MarkupSink,
  ) {}

  scan(): boolean {
    const { markup } = this;
    let textFrom = 0;
    let searchFrom = 0;
    for (;;) {
      const at = markup.indexOf("<", searchFrom);
      if (at < 0 || at === markup.length - 1) break;
      const code = markup.charCodeAt(at + 1);
      if (isLetter(code)) {
        if (at > textFrom) this.text(textFrom, at);
        textFrom = searchFrom = this.openTag(at);
      } else if (code === 47) {
        if (at + 2 === markup.length) break;
        if (at > textFrom) this.text(textFrom, at);
        textFrom = searchFrom = this.endTag(at);
      } else if (code === 33) {
        if (at > textFrom) this.text(textFrom, at);
        textFrom = searchFrom = endOfDeclaration(markup, at);
      } else if (code === 63) {
        if (at > textFrom) this.text(textFrom, at);
        textFrom = searchFrom = after(markup.indexOf(">", at));
      } else {
        searchFrom = at + 1;
      }
      if (textFrom < 0) return true;
    }
    if (textFrom < markup.length) this.text(textFrom, markup.length);
    return false;
  }

  /** Where the text behind the tag begins; -1 where there is none. */
  private openTag(at: number): number {
    const { markup } = this;
    let nameEnd = at + 2;
    let isPlain = true;
    for (; nameEnd < markup.length; nameEnd++) {
      const code = markup.charCodeAt(nameEnd);
      if (endsName(code)) break;
      // Tagged facts have an id of their own each.
      if (code === 58) isPlain = false;
    }
    const first = isPlain ? markup.indexOf(">", nameEnd) : -1;
    const letters = first > 0 && first - at <= longestTagKept ? markup.slice(at + 1, first) : null;
    const known = letters === null ? undefined : this.tags.get(letters);
    if (known !== undefined) return this.opened(known, first);

    const read = readTag(markup, nameEnd);
    if (read === null) return -1;
    const kind = this.kinds.of(markup.slice(at + 1, nameEnd));
    const { attributes, closesItself } = read;
    const style = attributes?.get("style");
    attributes?.delete("style");
    const tag: ScannedTag = {
      kind,
      name: kind.name,
      style: this.styleOf(kind.name, attributes?.get("class"), style),
      attributes: attributes?.size === 0 ? null : attributes,
      closesItself,
    };
    // A ">" within an attribute is not the tag's end: the letters up to there do not tell the tag.
    if (letters !== null && read.end === first && this.tags.size < mostTagsKept) this.tags.set(letters, tag);
    return this.opened(tag, read.end);
  }

  /** A class, and over it what the element itself says. */
  private styleOf(name: string, classes: string | undefined, style: string | undefined): StyleChange | null {
    const own = style === undefined ? null : readStyle(style);
    const sheet = this.sheet.isEmpty ? null : this.sheet.changeOf(name, classes);
    return own === null || sheet === null ? (own ?? sheet) : joinChanges(sheet, own);
  }

  private opened(tag: ScannedTag, end: number): number {
    this.sink.open(tag);
    return tag.kind.content === "markup" || tag.closesItself ? end + 1 : this.textUpToEndTag(tag.kind, end + 1);
  }

  /** Where the end tag begins: script, style and title hold no tags but their own end. */
  private textUpToEndTag(kind: ElementKind, from: number): number {
    const { markup } = this;
    const end = kind.name === "plaintext" ? markup.length : endTagOf(markup, kind.name, from);
    if (end > from) {
      if (kind.content === "text") this.text(from, end);
      else this.sink.text(markup.slice(from, end));
      if (kind.name === "style") {
        this.sheet.add(markup.slice(from, end));
        // What was read before the rules were known is read again.
        this.tags.clear();
      }
    }
    return end;
  }

  private endTag(at: number): number {
    const { markup } = this;
    const code = markup.charCodeAt(at + 2);
    if (!isLetter(code)) return after(markup.indexOf(">", at));
    let nameEnd = at + 3;
    while (nameEnd < markup.length && !endsName(markup.charCodeAt(nameEnd))) nameEnd++;
    const end = markup.indexOf(">", nameEnd);
    if (end < 0) return markup.length;
    this.sink.close(this.kinds.of(markup.slice(at + 2, nameEnd)));
    return end + 1;
  }

  private text(from: number, to: number): void {
    const piece = this.markup.slice(from, to);
    if (this.nextEntity < from) {
      const found = this.markup.indexOf("&", from);
      this.nextEntity = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    this.sink.text(this.nextEntity < to ? this.decoded(piece) : piece);
  }

  private decoded(piece: string): string {
    if (piece.length > longestPieceKept) return decodeHTML(piece);
    let text = this.pieces.get(piece);
    if (text === undefined) {
      text = decodeHTML(piece);
      if (this.pieces.size < mostPiecesKept) this.pieces.set(piece, text);
    }
    return text;
  }
}

function after(index: number): number {
  return index < 0 ? Number.POSITIVE_INFINITY : index + 1;
}

/** Behind a comment, a doctype or what else begins with "<!". */
function endOfDeclaration(markup: string, at: number): number {
  if (!markup.startsWith("--", at + 2)) return after(markup.indexOf(">", at));
  const from = at + 4;
  if (markup.startsWith(">", from)) return from + 1;
  if (markup.startsWith("->", from)) return from + 2;
  for (let dashes = markup.indexOf("--", from); dashes >= 0; dashes = markup.indexOf("--", dashes + 1)) {
    const code = markup.charCodeAt(dashes + 2);
    if (code === 62) return dashes + 3;
    if (code === 33 && markup.charCodeAt(dashes + 3) === 62) return dashes + 4;
  }
  return markup.length;
}

function endTagOf(markup: string, name: string, from: number): number {
  for (let at = markup.indexOf("</", from); at >= 0; at = markup.indexOf("</", at + 2)) {
    const nameEnd = at + 2 + name.length;
    if (markup.slice(at + 2, nameEnd).toLowerCase() !== name) continue;
    if (nameEnd === markup.length || endsName(markup.charCodeAt(nameEnd))) return at;
  }
  return markup.length;
}

function isLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}
