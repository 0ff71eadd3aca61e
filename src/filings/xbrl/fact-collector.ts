import { type OpenTag } from "../markup/walk-markup";
import { ContextReader, type XbrlResources } from "./context-reader";
import { underUsualPrefix, usualPrefix } from "./usual-prefix";

/** A fact, a continuation or an exclusion as the markup has it; its value is worked out once all is read. */
export interface RawElement {
  /** "cut": the file ends within it, so that nobody knows what it says; "deep": within more others than any filer nests. */
  readonly kind: "number" | "text" | "fraction" | "continuation" | "exclude" | "cut" | "deep";
  /** Its index among the raw elements; marks `2 * index` and `2 * index + 1` are its start and end in the text. */
  readonly index: number;
  readonly id: string | null;
  readonly concept: string;
  readonly contextRef: string;
  readonly unitRef: string | null;
  readonly decimals: string | null;
  readonly precision: string | null;
  readonly scale: string | undefined;
  readonly sign: string | undefined;
  readonly format: string | undefined;
  readonly continuedAt: string | null;
  /** Of which document it is a fact, where a file holds several; null for the usual one. */
  readonly target: string | null;
  /** A part of a tuple, which means something only with the tuple's other parts. */
  readonly inTuple: boolean;
  readonly language: string | null;
  readonly isNil: boolean;
  /** In `ix:hidden` or an element that is not displayed: not a place of the text. */
  readonly isHidden: boolean;
  /** The element's own text, for numbers and for what is not in the document's text. */
  ownText: string;
}

export interface RawXbrl extends XbrlResources {
  readonly elements: readonly RawElement[];
  readonly unsupported: readonly string[];
}

/** What a source without tags has. */
export const noXbrl: RawXbrl = { elements: [], contexts: new Map(), units: new Map(), unsupported: [] };

const inlineXbrlNamespace = /^http:\/\/www\.xbrl\.org\/(?:2008|2013)\/inlineXBRL/i;

/** Real filings nest tagged text half a dozen deep; what stands deeper than this is not read, so that work stays bounded. */
const maxNesting = 32;

/** Gathers inline XBRL while the markup is walked; says which places to mark in the text. */
export class FactCollector {
  private prefix = "ix";
  private readonly elements: RawElement[] = [];
  private readonly openElements: RawElement[] = [];
  private readonly prefixes = new Map<string, string>();
  private readonly resources = new ContextReader((name) => this.named(name));
  private readonly unsupported = new Set<string>();
  private readonly abandoned = new Set<RawElement>();
  private language: string | null = null;
  private tupleDepth = 0;
  private hiddenDepth = 0;
  private resourcesDepth = 0;
  private headerDepth = 0;
  /** Open elements whose own text is kept. */
  private listening = 0;

  constructor(private readonly mark: (key: number) => void) {}

  /** Text inside is the header's, not the reader's. */
  get inHeader(): boolean {
    return this.headerDepth > 0;
  }

  declareNamespaces(attributes: ReadonlyMap<string, string>): void {
    for (const [name, value] of attributes) {
      if (!name.startsWith("xmlns:")) continue;
      const prefix = name.slice(6);
      const usual = usualPrefix(value);
      if (inlineXbrlNamespace.test(value)) this.prefix = prefix;
      else if (usual !== null && usual !== prefix) this.prefixes.set(prefix, usual);
    }
    this.language = attributes.get("xml:lang") ?? attributes.get("lang") ?? null;
  }

  open(tag: OpenTag, colon: number, isDisplayed: boolean): void {
    const local = tag.name.slice(colon + 1);
    if (tag.name.length - local.length - 1 !== this.prefix.length || !tag.name.startsWith(this.prefix)) {
      if (this.resourcesDepth > 0) this.resources.open(local, tag);
      return;
    }
    switch (local) {
      case "header":
        this.headerDepth++;
        break;
      case "hidden":
        this.hiddenDepth++;
        break;
      case "resources":
        this.resourcesDepth++;
        break;
      case "nonfraction":
        this.begin("number", tag, isDisplayed);
        break;
      case "nonnumeric":
        this.begin("text", tag, isDisplayed);
        break;
      case "continuation":
        this.begin("continuation", tag, isDisplayed);
        break;
      case "exclude":
        this.begin("exclude", tag, isDisplayed);
        break;
      case "fraction":
        this.begin("fraction", tag, isDisplayed);
        break;
      case "tuple":
        this.tupleDepth++;
        break;
    }
  }

  addText(piece: string): void {
    if (this.resourcesDepth > 0) this.resources.addText(piece);
    if (this.listening === 0) return;
    for (let index = Math.min(this.openElements.length, maxNesting) - 1; index >= 0; index--) {
      const element = this.openElements[index]!;
      if (element.kind === "exclude") return;
      if (keepsOwnText(element)) element.ownText += piece;
    }
  }

  close(name: string, colon: number): void {
    const local = name.slice(colon + 1);
    if (name.length - local.length - 1 !== this.prefix.length || !name.startsWith(this.prefix)) {
      if (this.resourcesDepth > 0) this.resources.close(local);
      return;
    }
    switch (local) {
      case "header":
        this.headerDepth--;
        break;
      case "hidden":
        this.hiddenDepth--;
        break;
      case "resources":
        this.resourcesDepth--;
        break;
      case "tuple":
        this.tupleDepth--;
        break;
      case "nonfraction":
      case "nonnumeric":
      case "continuation":
      case "exclude":
      case "fraction":
        this.end();
        break;
    }
  }

  /** The file was cut within what stands open: half a number is another number, and half a date another date. */
  abandonOpen(): void {
    for (const element of this.openElements) this.abandoned.add(element);
  }

  finish(): RawXbrl {
    const elements = this.elements.map((element): RawElement =>
      this.abandoned.has(element) ? { ...element, kind: "cut" } : element,
    );
    return { elements, ...this.resources.finish(), unsupported: [...this.unsupported] };
  }

  private named(name: string): string {
    return this.prefixes.size === 0 ? name : underUsualPrefix(name, this.prefixes);
  }

  private begin(of: RawElement["kind"], tag: OpenTag, isDisplayed: boolean): void {
    const attributes = tag.attributes;
    const { openElements } = this;
    const kind = openElements.length < maxNesting ? of : "deep";
    if (kind === "deep") this.unsupported.add(`what is tagged within ${maxNesting} other tags`);
    const isHidden = this.hiddenDepth > 0 || !isDisplayed;
    const element: RawElement = {
      kind,
      index: this.elements.length,
      id: attributes?.get("id") ?? null,
      concept: this.named(attributes?.get("name")?.trim() ?? ""),
      contextRef: attributes?.get("contextref")?.trim() ?? "",
      unitRef: attributes?.get("unitref")?.trim() ?? null,
      decimals: attributes?.get("decimals") ?? null,
      precision: attributes?.get("precision") ?? null,
      scale: attributes?.get("scale"),
      sign: attributes?.get("sign"),
      format: attributes?.get("format"),
      continuedAt: attributes?.get("continuedat") ?? null,
      target: attributes?.get("target") ?? null,
      inTuple: this.tupleDepth > 0 || attributes?.has("tupleref") === true || attributes?.has("order") === true,
      language: attributes?.get("xml:lang") ?? openElements[openElements.length - 1]?.language ?? this.language,
      isNil: attributes !== null && isNil(attributes),
      isHidden,
      ownText: "",
    };
    this.elements.push(element);
    openElements.push(element);
    if (keepsOwnText(element)) this.listening++;
    if (!isHidden) this.mark(2 * element.index);
  }

  private end(): void {
    const element = this.openElements.pop();
    if (element === undefined) return;
    if (keepsOwnText(element)) this.listening--;
    if (!element.isHidden) this.mark(2 * element.index + 1);
  }
}

function keepsOwnText({ kind, isHidden }: RawElement): boolean {
  return kind !== "deep" && (kind === "number" || isHidden);
}

/** The nil attribute belongs to a namespace whose prefix every filer chooses. */
function isNil(attributes: ReadonlyMap<string, string>): boolean {
  for (const [name, value] of attributes) {
    if (name.endsWith(":nil") && /^(?:true|1)$/.test(value.trim())) return true;
  }
  return false;
}
