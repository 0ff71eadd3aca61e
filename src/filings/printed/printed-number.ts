import { type Span } from "../xbrl/located-fact";

/** A number as a filing prints it, wherever it stands. */
export interface PrintedNumber {
  /** Of the number itself, as a filer would tag it: digits with their separators and point. */
  readonly span: Span;
  /** Digits without separators, point kept: "1234.5". */
  readonly digits: string;
  /** In brackets or behind a minus sign. */
  readonly isNegative: boolean;
  readonly isPercent: boolean;
  /** A currency sign stands before it. */
  readonly isMoney: boolean;
  /** Power of ten that a word behind it states ("million"); null where none does. */
  readonly statedPower: number | null;
}

const number =
  /(?<![\p{L}\d.,])(?<open>\(?\s?[-–—−]?\s?(?:[A-Z]{0,3}[$€£¥]|CHF|EUR|USD|GBP)?\s?\(?[-–—−]?\s?)(?<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?![\d])(?<close>\s?\)?\s?%?\)?)(?<word>\s*(?:thousand|million|billion|trillion|percent)\b)?/gu;

/** No figure has more: a longer row of digits is a key, and dear to compare. */
const mostDigits = 40;
const powers: ReadonlyMap<string, number> = new Map([
  ["thousand", 3],
  ["million", 6],
  ["billion", 9],
  ["trillion", 12],
]);

/** Every number of a text with thousands parted by commas; `offset` is where the text begins in the document. */
export function findPrintedNumbers(text: string, offset: number): PrintedNumber[] {
  const found: PrintedNumber[] = [];
  for (const match of text.matchAll(number)) {
    const { open, digits, close, word } = match.groups as Record<string, string | undefined>;
    if (digits === undefined || digits.length > mostDigits) continue;
    const start = offset + match.index + (open?.length ?? 0);
    const named = word?.trim() ?? "";
    found.push({
      span: { start, end: start + digits.length },
      digits: digits.replaceAll(",", ""),
      isNegative: /[(][^)]*$/.test(open ?? "") ? (close ?? "").includes(")") : /[-–—−]/.test(open ?? ""),
      isPercent: (close ?? "").includes("%") || named === "percent",
      isMoney: /[$€£¥]|CHF|EUR|USD|GBP/.test(open ?? ""),
      statedPower: powers.get(named) ?? null,
    });
  }
  return found;
}

/** The digits that count, whatever the scale: "1,230.0" and 1230000 are both "123". */
export function significand(digits: string): string {
  return digits.replace(".", "").replace(/^0+/, "").replace(/0+$/, "");
}
