import { styleBold, styleCentred, styleItalic, stylePreformatted, styleUnderline } from "./element-style";

/** What is known of all elements of one name; one object a name and walk, so that a tag needs one look-up. */
export interface ElementKind {
  /** Lower case, with its prefix: "ix:nonfraction". */
  readonly name: string;
  /** Where its prefix ends; -1 without one. */
  readonly colon: number;
  /** It has no end tag: "br". */
  readonly isVoid: boolean;
  /** It is a paragraph of its own, unless its style says otherwise. */
  readonly isBlock: boolean;
  /** Style flags its content has. */
  readonly style: number;
  /** Its content is not to be seen, whatever its style. */
  readonly isUnseen: boolean;
  readonly endsParagraph: boolean;
  readonly isTablePart: boolean;
  readonly isCellBarrier: boolean;
  /** Its content is text up to its own end tag: no tag within it is one. */
  readonly content: "markup" | "text" | "raw";
  /** How many of them stand open. */
  openCount: number;
}

const names = (list: string): ReadonlySet<string> => new Set(list.split(" "));
const voidElements = names(
  "area base basefont br col embed frame hr img input isindex link meta param source track wbr",
);
const blockElements = names(
  "address article aside blockquote body center dd div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section ul caption",
);
const unseenElements = names("script style head title noscript template object svg textarea select button");
const paragraphEnds = names(
  "p div table ul ol dl h1 h2 h3 h4 h5 h6 hr pre center blockquote form section article header footer",
);
const cellBarriers = names("td th table caption");
const tableParts = names("td th tr tbody thead tfoot table");
const textElements = names("title textarea");
const rawElements = names("script style xmp iframe noembed noframes plaintext");
const styles = new Map([
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

/** The kinds of one walk, by name as written. */
export class ElementKinds {
  private readonly known = new Map<string, ElementKind>();

  of(written: string): ElementKind {
    const known = this.known.get(written);
    if (known !== undefined) return known;
    const name = written.toLowerCase();
    const kind = name === written ? makeKind(name) : this.of(name);
    this.known.set(written, kind);
    return kind;
  }
}

function makeKind(name: string): ElementKind {
  return {
    name,
    colon: name.indexOf(":"),
    isVoid: voidElements.has(name),
    isBlock: blockElements.has(name),
    style: styles.get(name) ?? 0,
    isUnseen: unseenElements.has(name),
    endsParagraph: paragraphEnds.has(name),
    isTablePart: tableParts.has(name),
    isCellBarrier: cellBarriers.has(name),
    content: textElements.has(name) ? "text" : rawElements.has(name) ? "raw" : "markup",
    openCount: 0,
  };
}
