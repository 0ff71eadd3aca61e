/** What a line that begins like an item says. */
export interface ItemNumbers {
  /** "I" to "IV" where it stands before the item on the line. */
  readonly part: string | null;
  /** "1A"; several where items are taken together. */
  readonly numbers: readonly string[];
  /** What stands after the number on the line. */
  readonly rest: string;
}

const number = /\d{1,2}\s?\(?(?:[abc](?![a-z\d])|(?![a-z\d]))\)?(?:\s?\(T\))?/i.source;
const separator = /\.?\s*(?:,\s*and|,|\/|and|&|[-–—]|through|thru|to)\s*/i.source;
const itemStart = new RegExp(
  `^[\\s|*]*(?:part\\s+(I{1,3}|IV)\\b[\\s.,:;|–—-]*(?:[a-z ]{0,30}[\\s.,:;|–—-]+)?)?items?\\s*(?:no\\.?\\s*|#\\s*|[.:|]\\s*)?(${number}(?:${separator}(?:items?\\s*)?${number}(?!\\.\\d))*)(?=[\\s\\W]|[A-Z]|$)[\\s.:;|)–—-]*(.*)$`,
  "is",
);
/** Small capitals and letter spacing leave spaces in words: "I TEM 1A. R ISK F ACTORS", "I T E M  7". */
const spacedItem = /^([\s|]*)i\s{0,2}t\s{0,2}e\s{0,2}m(\s{0,2}s)?(?=\s*\d)/i;
/** "Item 7.A" and "Item 7. A." are item 7A; "Item 7. A note" is not. */
const pointedLetter = /^([\s|]*items?\s+\d{1,2})(?:\.([abc])\.?|\.\s([abc])\.)(?=[\s|]|$)/i;
const spelledOut =
  /^([\s|]*items?\s+)(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen)\b/i;
const words = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(" ");
const mostNumbersOfRange = 6;

/** Reads the start of a text as the heading of an item; null where it is none. */
export function readItemNumbers(text: string): ItemNumbers | null {
  const start = text.length > 600 ? text.slice(0, 600) : text;
  if (!/^[\s|*]*(?:i\s{0,2}t|part)/i.test(start)) return null;
  const plain = start
    .replace(spacedItem, "$1Item ")
    .replace(pointedLetter, "$1$2$3.")
    .replace(spelledOut, (_, before: string, word: string) => before + String(words.indexOf(word.toLowerCase()) + 1));
  const match = itemStart.exec(plain);
  if (match === null) return null;
  return {
    part: match[1]?.toUpperCase() ?? null,
    numbers: numbersIn(match[2]!),
    rest: closeSpacedCapitals((match[3] ?? "").trim()),
  };
}

/** "R ISK F ACTORS" is "RISK FACTORS", "B U S I N E S S" is "BUSINESS". */
export function closeSpacedCapitals(text: string): string {
  const head = text.slice(0, 200);
  const closed = head
    .replace(/(?<![\p{L}’'])\p{Lu}(?: \p{Lu}){2,}(?![\p{L}’'])/gu, (spaced) => spaced.replaceAll(" ", ""))
    .replace(/(?<![\p{L}’'])(?!A )(\p{Lu}) (?=\p{Lu}{2,})/gu, "$1");
  return closed + text.slice(200);
}

/** "1 and 2" is 1, 2; "9A(T)" is 9A; "10-14" and "10 through 14" are all five. */
function numbersIn(text: string): string[] {
  const plain = text.replace(/\(T\)/gi, "");
  const found = [...plain.matchAll(/(\d{1,2})\s?\(?([abc](?![a-z]))?/gi)].map(
    (match) => `${Number(match[1])}${(match[2] ?? "").toUpperCase()}`,
  );
  const range = /^(\d{1,2})\.?\s*(?:[-–—]|through|thru|to)\s*(?:items?\s*)?(\d{1,2})$/i.exec(plain.trim());
  if (range === null) return found;
  const [from, to] = [Number(range[1]), Number(range[2])];
  if (to <= from || to - from >= mostNumbersOfRange) return found.slice(0, 1);
  return Array.from({ length: to - from + 1 }, (_, step) => String(from + step));
}
