import { type FormatToken } from "./read-number-format";

/** A figure space: as wide as a digit, so that columns of numbers keep their decimal points in line. */
const roomForADigit = "\u2007";

/** A number without its sign by the tokens of one section; `fill` tokens come back as "\u0000". */
export function formatNumber(magnitude: number, tokens: readonly FormatToken[]): string {
  const exponentAt = tokens.findIndex((token) => token.kind === "exponent");
  if (exponentAt !== -1) return formatScientific(magnitude, tokens, exponentAt);
  const percents = tokens.filter((token) => token.kind === "percent").length;
  const { whole, fraction, thousands, scalingCommas } = splitAtPoint(tokens);
  const scaled = magnitude * 100 ** percents * 0.001 ** scalingCommas;
  const places = fraction.filter((token) => token.kind === "digit").length;
  const [wholeDigits = "0", fractionDigits = ""] = roundToPlaces(scaled, places).split(".");
  return writeWhole(whole, wholeDigits === "0" ? "" : wholeDigits, thousands) + writeFraction(fraction, fractionDigits);
}

/** Rounds half away from zero on the decimal digits a person sees, as a spreadsheet does: 1.005 to two places is 1.01. */
export function roundToPlaces(magnitude: number, places: number): string {
  const seen = String(Number(magnitude.toPrecision(15)));
  if (seen.includes("e") || places > 15) return magnitude.toFixed(Math.min(places, 100));
  return Number(`${Math.round(Number(`${seen}e${places}`))}e-${places}`).toFixed(places);
}

function splitAtPoint(tokens: readonly FormatToken[]): {
  whole: FormatToken[];
  fraction: FormatToken[];
  thousands: boolean;
  scalingCommas: number;
} {
  const pointAt = tokens.findIndex((token) => token.kind === "point");
  const lastDigitAt = tokens.findLastIndex((token) => token.kind === "digit");
  const firstDigitAt = tokens.findIndex((token) => token.kind === "digit");
  const wholeEnd = pointAt === -1 ? tokens.length : pointAt;
  let scalingCommas = 0;
  let thousands = false;
  const kept = (token: FormatToken, index: number): boolean => {
    if (token.kind !== "comma") return true;
    if (index < firstDigitAt) return true;
    // A comma after the last digit divides by a thousand; one between digits groups them.
    if (index > lastDigitAt || (index < wholeEnd && !hasDigitBetween(tokens, index, wholeEnd))) scalingCommas += 1;
    else thousands = true;
    return false;
  };
  const whole = tokens.slice(0, wholeEnd).filter((token, index) => kept(token, index));
  const fraction = tokens.slice(wholeEnd).filter((token, index) => kept(token, index + wholeEnd));
  return { whole, fraction, thousands, scalingCommas };
}

function hasDigitBetween(tokens: readonly FormatToken[], from: number, to: number): boolean {
  return tokens.slice(from, to).some((token) => token.kind === "digit");
}

function writeWhole(tokens: readonly FormatToken[], digits: string, thousands: boolean): string {
  const firstDigitAt = tokens.findIndex((token) => token.kind === "digit");
  let text = "";
  let written = 0;
  const add = (digit: string): void => {
    text = digit + (thousands && written > 0 && written % 3 === 0 ? "," : "") + text;
    written += 1;
  };
  for (let index = tokens.length - 1; index >= 0; index--) {
    const token = tokens[index]!;
    if (token.kind !== "digit") {
      text = plainTextOf(token) + text;
      continue;
    }
    const digit = digits.charAt(digits.length - 1 - written);
    if (digit !== "") add(digit);
    else if (token.symbol === "0") add("0");
    else if (token.symbol === "?") text = roomForADigit + text;
    // The leftmost place takes every digit that is left over.
    if (index === firstDigitAt) while (written < digits.length) add(digits.charAt(digits.length - 1 - written));
  }
  return text;
}

function writeFraction(tokens: readonly FormatToken[], digits: string): string {
  const significant = digits.replace(/0+$/, "").length;
  let place = 0;
  return tokens
    .map((token) => {
      if (token.kind === "point") return ".";
      if (token.kind !== "digit") return plainTextOf(token);
      const at = place++;
      if (token.symbol === "0" || at < significant) return digits.charAt(at);
      return token.symbol === "?" ? roomForADigit : "";
    })
    .join("");
}

function formatScientific(magnitude: number, tokens: readonly FormatToken[], exponentAt: number): string {
  const mantissa = tokens.slice(0, exponentAt);
  const places = splitAtPoint(mantissa).fraction.filter((token) => token.kind === "digit").length;
  const [digits = "0", exponent = "0"] = magnitude.toExponential(places).split("e");
  const power = tokens.slice(exponentAt + 1);
  const token = tokens[exponentAt]!;
  const signed = token.kind === "exponent" && token.alwaysSigned;
  const sign = Number(exponent) < 0 ? "-" : signed ? "+" : "";
  return `${formatNumber(Number(digits), mantissa)}E${sign}${formatNumber(Math.abs(Number(exponent)), power)}`;
}

export function plainTextOf(token: FormatToken): string {
  switch (token.kind) {
    case "literal":
      return token.text;
    case "fill":
      return "\u0000";
    case "percent":
      return "%";
    case "comma":
      return ",";
    case "point":
      return ".";
    case "digit":
    case "exponent":
    case "date":
    case "elapsed":
    case "general":
    case "text":
      return "";
  }
}
