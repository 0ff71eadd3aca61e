import { type Fact } from "../../contracts/document";

/**
 * How many digits behind the point a number is right to. Where the filer gives significant digits instead ("precision"),
 * they are counted from its first one; a precision of 0 says that nothing is known.
 */
export function readDecimals(
  { decimals, precision }: { readonly decimals: string | null; readonly precision: string | null },
  value: Fact["value"],
): Fact["decimals"] {
  const stated = readCount(decimals);
  if (stated !== null || typeof value !== "number") return stated;
  const digits = readCount(precision);
  if (digits === null || digits === "INF") return digits;
  if (digits <= 0) return null;
  if (value === 0) return "INF";
  const [, firstDigit] = value.toExponential().split("e");
  return digits - Number(firstDigit) - 1;
}

function readCount(text: string | null): number | "INF" | null {
  const count = text?.trim() ?? "";
  if (/^inf$/i.test(count)) return "INF";
  return /^[+-]?\d{1,2}$/.test(count) ? Number(count) : null;
}
