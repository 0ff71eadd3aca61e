import { type Quantity } from "./quantity";
import { roundHalf } from "./round-half";

const symbols: Readonly<Record<string, string>> = { USD: "$", EUR: "€", GBP: "£", JPY: "¥" };
const scaleWords: readonly (readonly [number, string])[] = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
  [1e3, "thousand"],
];

export interface NumberFormatAsked {
  /** 1, 1e3, 1e6, 1e9; null: chosen by size. */
  readonly scale: number | null;
  /** Digits after the point; null: chosen by unit. */
  readonly decimals: number | null;
}

export const plainFormat: NumberFormatAsked = { scale: null, decimals: null };

/** Digit groups and at most `most` decimals, without trailing zeros beyond `least`. */
export function formatDigits(value: number, most: number, least = 0): string {
  const text = roundHalf(value, most).toLocaleString("en-US", {
    minimumFractionDigits: least,
    maximumFractionDigits: most,
  });
  return text === "-0" ? "0" : text;
}

/** A quantity as a reader of filings writes it: "$4,210 million", "12.3%", "2.35x", "$6.11". */
export function formatQuantity(quantity: Quantity, asked: NumberFormatAsked = plainFormat): string {
  const { value, unit } = quantity;
  const decimals = asked.decimals;
  switch (unit) {
    case "currency":
    case "shares":
      return formatScaled(quantity, asked);
    case "currency-per-share":
      return withCurrency(value, quantity.currency, formatDigits(Math.abs(value), decimals ?? 4, decimals ?? 2));
    case "percent":
      return `${formatDigits(value * 100, decimals ?? 1, decimals ?? 1)}%`;
    case "multiple":
      return `${formatDigits(value, decimals ?? 2, decimals ?? 2)}x`;
    case "days":
      return `${formatDigits(value, decimals ?? 1, decimals ?? 1)} days`;
    case "count":
    case "date":
    case "unknown":
      return formatDigits(value, decimals ?? 4);
  }
}

function formatScaled(quantity: Quantity, asked: NumberFormatAsked): string {
  const { value, unit, currency } = quantity;
  const size = Math.abs(value);
  const scale = asked.scale ?? (size >= 1e6 && quantity.scale === "absolute" ? 1e6 : 1);
  const word = scaleWords.find(([factor]) => factor === scale)?.[1];
  const digits = formatDigits(size / scale, asked.decimals ?? (scale === 1 ? 2 : 3), asked.decimals ?? 0);
  const scaled = word === undefined ? digits : `${digits} ${word}`;
  if (unit === "shares") return `${value < 0 ? "-" : ""}${scaled} shares`;
  return withCurrency(value, currency, scaled);
}

function withCurrency(value: number, currency: string | null, digits: string): string {
  const sign = value < 0 ? "-" : "";
  if (currency === null) return `${sign}${digits}`;
  const symbol = symbols[currency];
  return symbol === undefined ? `${sign}${currency} ${digits}` : `${sign}${symbol}${digits}`;
}

/** A cell's number as its own number format would roughly show it: percent stays percent, decimals are kept. */
export function formatCellNumber(value: number, numberFormat: string | null): string {
  const format = (numberFormat ?? "").split(";")[0] ?? "";
  const decimals = /\.(0+)/.exec(format)?.[1]?.length ?? null;
  if (format.includes("%")) return `${formatDigits(value * 100, decimals ?? 1, decimals ?? 0)}%`;
  if (decimals !== null) return formatDigits(value, decimals, decimals);
  if (/[0#]/.test(format)) return formatDigits(value, 2);
  return formatDigits(value, Math.abs(value) < 1 ? 4 : 2);
}
