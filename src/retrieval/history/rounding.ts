import { agreeWithin, type Figure, shownDigits, statedHalfUnit } from "./precision";

/** A change of more than this share is never rounding by the look of the digits alone. */
const largestLooseShare = 0.05;

/**
 * Whether two figures are one figure to different digits: by what the filings vouch for, else by how their filings
 * round (`usual`, digits after the point), else by one being the other to the digits it shows.
 */
export function isRounding(
  before: Figure,
  after: Figure,
  usual: { readonly before: number | null; readonly after: number | null },
): boolean {
  if (before.value === after.value) return true;
  const [one, other] = [halfUnit(before, usual.before), halfUnit(after, usual.after)];
  const coarser = Math.max(one ?? 0, other ?? 0);
  if (agreeWithin(before.value, after.value, coarser)) return true;
  if (one !== null && other !== null && isOneDigit(before.value, after.value, one, other)) return true;
  if (before.decimals !== null && after.decimals !== null) return false;
  return showsRounded(before.value, after.value) || showsRounded(after.value, before.value);
}

/** A larger share of a figure than this is more than its last digit. */
const largestDigitShare = 0.01;

/** Filers round up or down by a whole digit so that rounded columns and quarters add up. */
function isOneDigit(a: number, b: number, half: number, otherHalf: number): boolean {
  const digit = 2 * Math.max(half, otherHalf);
  const apart = Math.abs(a - b);
  if (Math.min(half, otherHalf) * 9 < digit / 2) return apart < digit;
  return apart <= digit * 1.000001 && apart <= largestDigitShare * Math.max(Math.abs(a), Math.abs(b));
}

function halfUnit(figure: Figure, usualDigits: number | null): number | null {
  return statedHalfUnit(figure) ?? (usualDigits === null ? null : 0.5 * 10 ** -usualDigits);
}

/** "110.1 billion" of 110,087 million. */
function showsRounded(coarse: number, fine: number): boolean {
  const [coarseDigits, fineDigits] = [shownDigits(coarse), shownDigits(fine)];
  if (coarseDigits === null || fineDigits === null || coarseDigits >= fineDigits) return false;
  if (Math.abs(coarse - fine) > largestLooseShare * Math.abs(fine)) return false;
  return agreeWithin(coarse, fine, 0.5 * 10 ** -coarseDigits);
}
