import { type Block } from "../blocks";

/** Where a page begins, as an index of blocks; null from where no page's number is sure. */
export interface NumberedPage {
  readonly blockIndex: number;
  readonly page: string | null;
}

/** A number in a running head or foot that may be the page's. */
interface Printed {
  readonly blockIndex: number;
  readonly prefix: string;
  readonly value: number;
  readonly label: string;
}

const numberOnly =
  /^[-–—|\s]*(?:page\s*)?((?:[A-Z]{1,2}-)?)(\d{1,4}|[ivxl]{1,6})(?:\s*(?:of|\/)\s*\d{1,4})?[-–—|\s]*$/i;
const numberLast = /[\s|–—-]((?:[A-Z]{1,2}-)?)(\d{1,4})[-–—|\s]*$/;
const numberFirst = /^[-–—|\s]*((?:[A-Z]{1,2}-)?)(\d{1,4})(?=[\s|–—-])/;

/**
 * Pages by the numbers printed at their foot or head. A number is sure where the page before or behind it carries the
 * next one in row: single numbers beside a page break may count anything.
 */
export function numberPages(blocks: readonly Block[], furniture: ReadonlySet<number>): NumberedPage[] {
  const printed = surePages(blocks, furniture);
  if (printed.length === 0) return [];
  const breaks = pageBreaks(blocks);
  return standAtFoot(printed, breaks, furniture)
    ? pagesAboveFeet(printed, breaks, furniture)
    : pagesBelowHeads(printed, breaks);
}

function surePages(blocks: readonly Block[], furniture: ReadonlySet<number>): Printed[] {
  const rows = [numberOnly, numberLast, numberFirst].map((shape) => inRow(candidates(blocks, furniture, shape)));
  // A filer prints them in one way; the way that numbers most pages is his.
  return rows.reduce((best, row) => (row.length > best.length ? row : best), []);
}

function candidates(blocks: readonly Block[], furniture: ReadonlySet<number>, shape: RegExp): Printed[] {
  const found: Printed[] = [];
  for (const blockIndex of furniture) {
    const match = shape.exec(blocks[blockIndex]!.text);
    if (match === null) continue;
    const [, prefix, digits] = match as unknown as [string, string, string];
    const value = /\d/.test(digits) ? Number(digits) : romanValue(digits);
    if (value > 0) found.push({ blockIndex, prefix: prefix.toUpperCase(), value, label: prefix + digits });
  }
  return found.sort((a, b) => a.blockIndex - b.blockIndex);
}

/** Those whose neighbour carries the number before or behind theirs. */
function inRow(printed: readonly Printed[]): Printed[] {
  return printed.filter((page, index) => follows(printed[index - 1], page) || follows(page, printed[index + 1]));
}

function follows(first: Printed | undefined, second: Printed | undefined): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    first.prefix === second.prefix &&
    isRoman(first) === isRoman(second) &&
    second.value === first.value + 1
  );
}

function isRoman({ label }: Printed): boolean {
  return !/\d/.test(label);
}

function romanValue(letters: string): number {
  const values: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };
  const digits = [...letters.toLowerCase()].map((letter) => values[letter] ?? 0);
  return digits.reduce((sum, digit, index) => sum + (digit < (digits[index + 1] ?? 0) ? -digit : digit), 0);
}

function pageBreaks(blocks: readonly Block[]): number[] {
  return blocks.flatMap(({ pageBreakBefore }, index) => (pageBreakBefore ? [index] : []));
}

/** A number right before a break, other furniture between left out, is a foot; right behind one it is a head. */
function standAtFoot(printed: readonly Printed[], breaks: readonly number[], furniture: ReadonlySet<number>): boolean {
  const atBreak = new Set(breaks);
  let feet = 0;
  let heads = 0;
  for (const { blockIndex } of printed) {
    let next = blockIndex + 1;
    while (furniture.has(next) && !atBreak.has(next)) next++;
    let own = blockIndex;
    while (furniture.has(own - 1) && !atBreak.has(own)) own--;
    if (atBreak.has(next)) feet++;
    if (atBreak.has(own)) heads++;
  }
  return feet >= heads;
}

/** The page of a foot begins behind the foot before it, or at the last break above where that one is missing. */
function pagesAboveFeet(
  printed: readonly Printed[],
  breaks: readonly number[],
  furniture: ReadonlySet<number>,
): NumberedPage[] {
  const pages: NumberedPage[] = [];
  for (const [index, foot] of printed.entries()) {
    const before = printed[index - 1];
    const touching = follows(before, foot);
    const start = touching
      ? before!.blockIndex + 1
      : lastBreak(breaks, foot.blockIndex, before?.blockIndex ?? -1, furniture);
    pages.push({ blockIndex: start, page: foot.label });
    if (!follows(foot, printed[index + 1])) pages.push({ blockIndex: foot.blockIndex + 1, page: null });
  }
  return pages;
}

/** The last break above a foot with text between; a rule drawn right above the foot is no page's. */
function lastBreak(breaks: readonly number[], foot: number, notBefore: number, furniture: ReadonlySet<number>): number {
  let text = foot - 1;
  while (text > notBefore && furniture.has(text)) text--;
  const above = breaks[breakAtOrBefore(breaks, text)] ?? -1;
  return above > notBefore ? above : notBefore + 1;
}

function breakAtOrBefore(breaks: readonly number[], blockIndex: number): number {
  let low = 0;
  let high = breaks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (breaks[middle]! <= blockIndex) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The page of a head goes on to the next head, or to the next break where that one is missing. */
function pagesBelowHeads(printed: readonly Printed[], breaks: readonly number[]): NumberedPage[] {
  const pages: NumberedPage[] = [];
  let at = 0;
  for (const [index, head] of printed.entries()) {
    pages.push({ blockIndex: head.blockIndex, page: head.label });
    if (follows(head, printed[index + 1])) continue;
    while (at < breaks.length && breaks[at]! <= head.blockIndex + 1) at++;
    const end = breaks[at];
    if (end !== undefined) pages.push({ blockIndex: end, page: null });
  }
  return pages;
}
