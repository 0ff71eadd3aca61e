import { type PeriodPhase } from "../contracts/model-map";
import { type UnitKind } from "../contracts/concept";

const plainCache = new Map<string, string>();

/** A format without its literals, colours, locale marks and padding: what is left are its codes. */
function codesOf(format: string): string {
  let codes = plainCache.get(format);
  if (codes === undefined) {
    codes = format
      .replace(/"[^"]*"/g, "")
      .replace(/\\./g, "")
      .replace(/[_*]./g, "")
      .replace(/\[[^\]]*\]/g, "");
    if (plainCache.size < 5_000) plainCache.set(format, codes);
  }
  return codes;
}

export function isDateFormat(format: string | null): boolean {
  if (format === null) return false;
  const codes = codesOf(format).split(";")[0]!;
  return /[yd]|m{3}/i.test(codes) && !/[0#?]/.test(codes) && !/general/i.test(codes);
}

/** 0"A" and mmm yy"F" say in the format whether a period is past. */
export function phaseOfFormat(format: string | null): PeriodPhase {
  const literal = format === null ? null : /(?:"\s*|\\)(A|E|F|B|P)(?:\s*"|$|;|_)/.exec(format);
  if (literal === null) return "unknown";
  return literal[1] === "A" ? "actual" : "forecast";
}

const currencies: readonly (readonly [RegExp, string])[] = [
  [/US\$|USD|\[\$\$-409\]/, "USD"],
  [/€|EUR/, "EUR"],
  [/£|GBP/, "GBP"],
  [/¥|JPY/, "JPY"],
  [/₹|INR/, "INR"],
  [/₽|RUB/, "RUB"],
  [/CHF/, "CHF"],
  [/C\$|CA\$|CAD/, "CAD"],
  [/A\$|AU\$|AUD/, "AUD"],
  [/CNY|RMB/, "CNY"],
];

/** The currency a format or text names; "$" alone stays "$": it is the dollar of many countries. */
export function currencyIn(text: string): string | null {
  const found = currencies.find(([sign]) => sign.test(text));
  return found?.[1] ?? (text.includes("$") ? "$" : null);
}

/** What a format alone says of a number's unit, with the scale its trailing commas or letters show. */
export function unitOfFormat(format: string | null): { kind: UnitKind; currency: string | null } | null {
  if (format === null) return null;
  if (isDateFormat(format)) return { kind: "date", currency: null };
  const positive = format.split(";")[0]!;
  if (codesOf(positive).includes("%")) return { kind: "percent", currency: null };
  if (/[0#?]\s*(?:_.)?(?:"\s*x\s*"|\\x|x)/i.test(positive)) return { kind: "multiple", currency: null };
  const sign = positive.replace(/\[\$([^\]-]*)-?[^\]]*\]/g, "$1");
  const currency = currencyIn(sign);
  return currency === null ? null : { kind: "currency", currency };
}
