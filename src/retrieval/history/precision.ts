import { type Fact } from "../../contracts/document";
import { type FactReport } from "../../contracts/fact-history";

export type Figure = Pick<FactReport, "value" | "decimals">;

/** Half a unit of the last digit a filing vouches for; null where it does not say. */
export function statedHalfUnit({ decimals }: Figure): number | null {
  if (decimals === null) return null;
  return decimals === "INF" ? 0 : 0.5 * 10 ** -decimals;
}

/**
 * To how many digits a fact can be taken: as its filer says, yet never to more than are printed. "$0.8 billion" is often
 * tagged as if it were exact to the million.
 */
export function vouchedDigits({
  value,
  decimals,
  printed,
}: Pick<Fact, "value" | "decimals" | "printed">): Fact["decimals"] {
  if (typeof decimals !== "number" || typeof value !== "number" || value === 0 || printed === null) return decimals;
  const match = /^[\d,]*(?:\.(\d+))?$/.exec(printed);
  const shown = match === null ? 0 : Number(printed.replaceAll(",", ""));
  if (!(shown > 0)) return decimals;
  const scale = Math.log10(Math.abs(value) / shown);
  if (Math.abs(scale - Math.round(scale)) > 1e-6) return decimals;
  return Math.min(decimals, (match?.[1]?.length ?? 0) - Math.round(scale));
}

/** Digits after the point that a number shows: 2 for 1.25, -5 for 461,500,000; null for 0, which shows none. */
export function shownDigits(value: number): number | null {
  if (value === 0 || !Number.isFinite(value)) return null;
  if (!Number.isInteger(value)) return Math.min(12, String(Number(value.toPrecision(12))).split(".")[1]?.length ?? 12);
  let zeros = 0;
  for (let rest = Math.abs(value); rest % 10 === 0; rest /= 10) zeros++;
  return -zeros;
}

/** Half a unit of the last digit a number shows. */
export function shownHalfUnit({ value }: Figure): number {
  const digits = shownDigits(value);
  return digits === null ? 0 : 0.5 * 10 ** -digits;
}

/** Fewer figures than this do not tell how a filing rounds. */
const fewestFigures = 8;

/**
 * How many digits a filing rounds its figures of one unit to, from the figures themselves: few show more digits than
 * the rest. Null where there are too few to tell.
 */
export function usualDigits(values: readonly number[]): number | null {
  const digits = values.flatMap((value) => shownDigits(value) ?? []).sort((a, b) => b - a);
  return digits.length < fewestFigures ? null : (digits[Math.floor(digits.length / 20)] ?? null);
}

/** Two figures that differ by less than the coarser of them is rounded by. */
export function agreeWithin(a: number, b: number, allowance: number): boolean {
  return Math.abs(a - b) <= allowance * 1.000001 + Math.max(Math.abs(a), Math.abs(b)) * 1e-12;
}
