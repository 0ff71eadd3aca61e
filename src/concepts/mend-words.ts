import { labelWords } from "./synonym-index";

/** Shorter words differ from each other by one letter too easily. */
const shortestMended = 7;

const byShape = new Map<string, string[]>();
for (const word of labelWords) {
  if (word.length < shortestMended - 1) continue;
  for (const length of [word.length - 1, word.length, word.length + 1]) {
    const key = shape(word, length);
    const known = byShape.get(key);
    if (known === undefined) byShape.set(key, [word]);
    else known.push(word);
  }
}

function shape(word: string, length: number): string {
  return `${word[0]!}${word.at(-1)!}${length}`;
}

const mended = new Map<string, string>();
const mostRemembered = 5_000;

/** "Liabilitites" as "liabilities": a long word the dictionary does not know, one slip away from a single word it does. */
export function mendWord(word: string): string {
  if (word.length < shortestMended || labelWords.has(word) || !/^[a-z]+$/u.test(word)) return word;
  const known = mended.get(word);
  if (known !== undefined) return known;
  const near = (byShape.get(shape(word, word.length)) ?? []).filter((candidate) => isOneSlipAway(word, candidate));
  const result = near.length === 1 ? near[0]! : word;
  if (mended.size < mostRemembered) mended.set(word, result);
  return result;
}

/** One letter more, less or other, or two neighbours swapped. */
function isOneSlipAway(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let fromEnd = 0;
  while (
    fromEnd < a.length - start &&
    fromEnd < b.length - start &&
    a[a.length - 1 - fromEnd] === b[b.length - 1 - fromEnd]
  )
    fromEnd += 1;
  const left = a.slice(start, a.length - fromEnd);
  const right = b.slice(start, b.length - fromEnd);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
