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

/** "#,##0.0,,": each comma behind the digits shows a thousand of what the cell holds, so the cell itself is whole. */
const shortening = /[0#?],+(?=$|[^0#?,.])/;
const letters: readonly (readonly [RegExp, number])[] = [
  [/[0#?]\s*"\s*(?:bn|b)\s*"/i, 1e9],
  [/[0#?]\s*"\s*(?:mm|mn|m)\s*"/i, 1e6],
  [/[0#?]\s*"\s*k\s*"/i, 1e3],
];

/** The scale a format shows; null where it shows none. */
export function scaleOfFormat(format: string | null): number | null {
  const positive = format?.split(";")[0] ?? "";
  if (positive === "" || isDateFormat(format)) return null;
  if (shortening.test(codesOf(positive).replace(/[\s)]/g, ""))) return 1;
  return letters.find(([pattern]) => pattern.test(positive))?.[1] ?? null;
}

/** [=1]"Yes";[=0]"No": a switch or a verdict, whatever its row is called. */
const isSwitch = /\[=[01]\]\s*"/;

/** What a format alone says of a number's unit. */
export function unitOfFormat(format: string | null): { kind: UnitKind; currency: string | null } | null {
  if (format === null) return null;
  if (isDateFormat(format)) return { kind: "date", currency: null };
  if (isSwitch.test(format)) return { kind: "count", currency: null };
  const positive = format.split(";")[0]!;
  if (codesOf(positive).includes("%")) return { kind: "percent", currency: null };
  if (/[0#?]\s*(?:_.)?(?:"\s*x\s*"|\\x|x)/i.test(positive)) return { kind: "multiple", currency: null };
  const sign = positive.replace(/\[\$([^\]-]*)-?[^\]]*\]/g, "$1");
  const currency = currencyIn(sign);
  return currency === null ? null : { kind: "currency", currency };
}
