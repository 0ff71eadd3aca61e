import { Parser } from "htmlparser2";
import { readMarkup } from "../markup/read-markup";
import { ContextReader } from "./context-reader";
import { type RawElement, type RawXbrl } from "./fact-collector";
import { underUsualPrefix, usualPrefix } from "./usual-prefix";

const instanceNamespace = "http://www.xbrl.org/2003/instance";

/** Contexts, tuples and footnotes go ten deep; the parser's time grows with the square of what stands open. */
const mostLevels = 1000;

const rootIsXbrl = /^[\s\uFEFF]*(?:<\?xml[^>]*\?>\s*|<!--(?:(?!-->)[^])*-->\s*)*<(?:\w+:)?xbrl[\s>]/;

/** True where a text is an XBRL instance: facts in elements of their own, without a page to show them on. */
export function looksLikeInstance(text: string): boolean {
  const start = text.slice(0, 20_000);
  return rootIsXbrl.test(start) && start.includes(instanceNamespace);
}

/**
 * The facts of an XBRL instance, as raw elements that stand nowhere in a text. Concepts keep their filer's prefix, but for
 * the common taxonomies, whose prefix is theirs ("us-gaap") whatever the filer wrote.
 */
export function readInstance(xml: string): RawXbrl {
  return new InstanceReader().read(xml);
}

type Attributes = Readonly<Record<string, string>>;

class InstanceReader {
  private readonly elements: RawElement[] = [];
  private readonly prefixes = new Map<string, string>();
  private readonly resources = new ContextReader((name) => underUsualPrefix(name, this.prefixes));
  private open: { readonly element: RawElement; readonly depth: number; isFraction: boolean } | null = null;
  private language: string | null = null;
  private depth = 0;
  private hasEnded = false;
  private isCut = false;
  private isTooDeep = false;

  private readonly parser = new Parser(
    {
      onopentag: (name, attributes) => this.openTag(name, attributes),
      ontext: (piece) => {
        if (this.open !== null) this.open.element.ownText += piece;
        else this.resources.addText(piece);
      },
      onclosetag: (name) => this.closeTag(name),
    },
    { xmlMode: true, decodeEntities: true },
  );

  read(xml: string): RawXbrl {
    this.parser.write(xml);
    this.hasEnded = true;
    this.parser.end();
    return {
      elements: this.elements,
      ...this.resources.finish(),
      unsupported: [
        ...(this.isCut ? ["what stands open where the file ends"] : []),
        ...(this.isTooDeep ? [`what begins where elements stand more than ${mostLevels} deep, and all behind it`] : []),
      ],
    };
  }

  private openTag(name: string, attributes: Attributes): void {
    if (++this.depth > mostLevels) {
      this.isTooDeep = true;
      this.parser.pause();
      return;
    }
    for (const [key, value] of Object.entries(attributes)) {
      const usual = key.startsWith("xmlns:") ? usualPrefix(value) : null;
      if (usual !== null) this.prefixes.set(key.slice(6), usual);
    }
    const local = localName(name);
    if (this.open !== null) {
      if (local === "numerator" || local === "denominator") this.open.isFraction = true;
      // Texts of two elements are not one number, nor one word.
      this.open.element.ownText += " ";
      return;
    }
    if (this.depth === 1) this.language = attributes["xml:lang"] ?? null;
    if (attributes["contextRef"] === undefined) {
      this.resources.open(local.toLowerCase(), {
        name,
        attributes: new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value])),
      });
      return;
    }
    this.open = { element: this.rawElement(name, attributes), depth: this.depth, isFraction: false };
  }

  private closeTag(name: string): void {
    // Half a number is another number: what the file leaves open is not read.
    if (this.hasEnded) this.isCut = true;
    const { open } = this;
    if (open === null) {
      this.resources.close(localName(name).toLowerCase());
    } else if (open.depth === this.depth) {
      if (!this.hasEnded) this.keep(open.element, open.isFraction);
      this.open = null;
    } else {
      open.element.ownText += " ";
    }
    this.depth--;
  }

  private keep(element: RawElement, isFraction: boolean): void {
    element.ownText = plainText(element.ownText);
    this.elements.push(isFraction ? { ...element, kind: "fraction" } : element);
  }

  private rawElement(name: string, attributes: Attributes): RawElement {
    const { unitRef, decimals = null, precision = null } = attributes;
    const isNumber = unitRef !== undefined || decimals !== null || precision !== null;
    return {
      kind: isNumber ? "number" : "text",
      index: this.elements.length,
      id: attributes["id"] ?? null,
      concept: underUsualPrefix(name.includes(":") ? name : `:${name}`, this.prefixes),
      contextRef: attributes["contextRef"]!.trim(),
      unitRef: unitRef?.trim() ?? null,
      decimals,
      precision,
      scale: undefined,
      sign: undefined,
      format: undefined,
      continuedAt: null,
      target: null,
      // Facts stand right below the root; what holds others is a tuple.
      inTuple: this.depth > 2,
      language: attributes["xml:lang"] ?? this.language,
      isNil: isNil(attributes),
      isHidden: true,
      ownText: "",
    };
  }
}

function isNil(attributes: Attributes): boolean {
  return Object.entries(attributes).some(([key, value]) => key.endsWith(":nil") && /^(?:true|1)$/.test(value.trim()));
}

/** Notes are tagged as pages of their own, with their markup in the value. */
function plainText(value: string): string {
  if (!/<\/?[a-z][^<>]*>/i.test(value)) return value;
  return readMarkup(value, null)
    .blocks.map(({ text }) => text)
    .join("\n");
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}
