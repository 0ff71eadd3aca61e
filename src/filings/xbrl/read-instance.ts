import { Parser } from "htmlparser2";
import { readMarkup } from "../markup/read-markup";
import { ContextReader } from "./context-reader";
import { type RawElement, type RawXbrl } from "./fact-collector";

const instanceNamespace = "http://www.xbrl.org/2003/instance";
const taxonomies = /^https?:\/\/(?:xbrl\.(?:us|sec\.gov)|fasb\.org)\//;

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
  const elements: RawElement[] = [];
  const resources = new ContextReader();
  const prefixes = new Map<string, string>();
  let open: { element: RawElement; depth: number } | null = null;
  let depth = 0;
  let hasEnded = false;
  let isCut = false;
  let isTooDeep = false;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        if (++depth > mostLevels) {
          isTooDeep = true;
          parser.pause();
          return;
        }
        for (const [key, value] of Object.entries(attributes)) {
          if (key.startsWith("xmlns:")) prefixes.set(key.slice(6), usualPrefix(value) ?? key.slice(6));
        }
        if (open !== null) return;
        const contextRef = attributes["contextRef"];
        if (contextRef === undefined) {
          resources.open(localName(name).toLowerCase(), {
            name,
            attributes: new Map(Object.entries(attributes).map(([key, value]) => [key.toLowerCase(), value])),
          });
          return;
        }
        open = { element: rawElement(elements.length, conceptOf(name, prefixes), contextRef, attributes), depth };
      },
      ontext: (piece) => {
        if (open !== null) open.element.ownText += piece;
        else resources.addText(piece);
      },
      onclosetag: (name) => {
        // Half a number is another number: what the file leaves open is not read.
        if (hasEnded) isCut = true;
        if (open?.depth === depth && hasEnded) {
          open = null;
        } else if (open?.depth === depth) {
          open.element.ownText = plainText(open.element.ownText);
          elements.push(open.element);
          open = null;
        } else if (open === null) resources.close(localName(name).toLowerCase());
        depth--;
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(xml);
  hasEnded = true;
  parser.end();
  return {
    elements,
    contexts: resources.contexts,
    units: resources.units,
    unsupported: [
      ...(isCut ? ["what stands open where the file ends"] : []),
      ...(isTooDeep ? [`what begins where elements stand more than ${mostLevels} deep, and all behind it`] : []),
    ],
  };
}

function rawElement(
  index: number,
  concept: string,
  contextRef: string,
  attributes: Readonly<Record<string, string>>,
): RawElement {
  const nil = Object.entries(attributes).some(
    ([key, value]) => key.endsWith(":nil") && /^(?:true|1)$/.test(value.trim()),
  );
  return {
    kind: attributes["unitRef"] === undefined ? "text" : "number",
    index,
    id: attributes["id"] ?? null,
    concept,
    contextRef,
    unitRef: attributes["unitRef"] ?? null,
    decimals: attributes["decimals"] ?? null,
    scale: undefined,
    sign: undefined,
    format: undefined,
    continuedAt: null,
    isNil: nil,
    isHidden: true,
    ownText: "",
  };
}

/** Notes are tagged as pages of their own, with their markup in the value. */
function plainText(value: string): string {
  if (!/<\/?[a-z][^>]*>/i.test(value)) return value;
  return readMarkup(value, null)
    .blocks.map(({ text }) => text)
    .join("\n");
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function conceptOf(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(":");
  const prefix = name.slice(0, Math.max(colon, 0));
  return `${prefixes.get(prefix) ?? prefix}:${name.slice(colon + 1)}`;
}

/** "http://fasb.org/us-gaap/2023", "http://xbrl.us/us-gaap/2009-01-31", "http://xbrl.sec.gov/dei/2023" */
function usualPrefix(namespace: string): string | null {
  if (!taxonomies.test(namespace)) return null;
  const name = /\/([a-z-]+)\/\d{4}/.exec(namespace)?.[1] ?? null;
  return name !== null && /^(?:us-gaap|dei|srt|invest|ecd|cyd|country|currency|exch)$/.test(name) ? name : null;
}
