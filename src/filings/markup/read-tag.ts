import { decodeHTMLAttribute } from "entities";

export interface TagEnd {
  /** Where its ">" stands. */
  readonly end: number;
  readonly closesItself: boolean;
  /** Names in lower case, `style` among them; null where there are none. */
  readonly attributes: Map<string, string> | null;
}

const [slash, equals, greater, doubleQuote, singleQuote] = [47, 61, 62, 34, 39];

/** An opening tag from behind its name on, as a browser reads it; null where the text ends within it. */
export function readTag(markup: string, from: number): TagEnd | null {
  let attributes: Map<string, string> | null = null;
  let at = from;
  for (;;) {
    at = skipSpace(markup, at);
    const code = markup.charCodeAt(at);
    if (code === greater) return { end: at, closesItself: false, attributes };
    if (code !== code) return null;
    if (code === slash) {
      at = skipSpace(markup, at + 1);
      if (markup.charCodeAt(at) === greater) return { end: at, closesItself: true, attributes };
      continue;
    }
    const nameStart = at++;
    while (at < markup.length && !endsName(markup.charCodeAt(at))) at++;
    const name = markup.slice(nameStart, at).toLowerCase();
    at = skipSpace(markup, at);
    let value = "";
    if (markup.charCodeAt(at) === equals) {
      const valueStart = skipSpace(markup, at + 1);
      const valueEnd = endOfValue(markup, valueStart);
      if (valueEnd < 0) return null;
      const quoted = isQuote(markup.charCodeAt(valueStart));
      value = decoded(quoted ? markup.slice(valueStart + 1, valueEnd) : markup.slice(valueStart, valueEnd));
      at = quoted ? valueEnd + 1 : valueEnd;
    }
    attributes ??= new Map();
    // Of two of one name a browser takes the first.
    if (!attributes.has(name)) attributes.set(name, value);
  }
}

/** The closing quote, or what ends a value without quotes; -1 where the text ends first. */
function endOfValue(markup: string, start: number): number {
  const code = markup.charCodeAt(start);
  if (isQuote(code)) return markup.indexOf(code === doubleQuote ? '"' : "'", start + 1);
  let at = start;
  while (at < markup.length) {
    const here = markup.charCodeAt(at);
    if (here === greater || isSpace(here)) return at;
    at++;
  }
  return -1;
}

function decoded(value: string): string {
  return value.includes("&") ? decodeHTMLAttribute(value) : value;
}

function isQuote(code: number): boolean {
  return code === doubleQuote || code === singleQuote;
}

/** Ends the name of an attribute; the first character of one may be "=". */
function endsName(code: number): boolean {
  return code === equals || endsTagName(code);
}

/** Ends the name of an element. */
export function endsTagName(code: number): boolean {
  return code === greater || code === slash || isSpace(code);
}

function isSpace(code: number): boolean {
  return code === 32 || (code <= 13 && code >= 9 && code !== 11);
}

function skipSpace(markup: string, from: number): number {
  let at = from;
  while (isSpace(markup.charCodeAt(at))) at++;
  return at;
}
