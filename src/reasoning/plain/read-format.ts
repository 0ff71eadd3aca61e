import { type NumberFormatAsked } from "../numbers/format-quantity";

const digitWords = ["zero", "one", "two", "three", "four", "five", "six"];
const scaleOfWord: readonly (readonly [RegExp, number])[] = [
  [/^(?:thousands?|k|000s)$/i, 1e3],
  [/^(?:millions?|mm|mn|mln|m)$/i, 1e6],
  [/^(?:billions?|bn|bln|b)$/i, 1e9],
];
/** "in", "USD" and their like, which say that a word of size is the unit wanted; "$3 million" is a number of the question. */
const beforeScale = /^(?:in|usd|us\$|\$|u\.s\.|us|dollars?|of|\(|nearest|terms|units)$/i;
const spelledOut = /^(?:thousands?|millions?|billions?|mm|mn|bn)$/i;
const fractions: Readonly<Record<string, number>> = { tenth: 1, hundredth: 2, thousandth: 3, cent: 2 };

/** The scale and the digits a question asks for, each null where it does not say. */
export function readFormat(question: string): NumberFormatAsked {
  const words = question.match(/u\.s\.|us\$|[\p{L}\p{N}]+|[$(]/giu) ?? [];
  const nearest = readNearest(words);
  return {
    scale: readScale(words) ?? nearest?.scale ?? null,
    decimals: readDecimals(words) ?? nearest?.decimals ?? null,
  };
}

function readScale(words: readonly string[]): number | null {
  for (const [index, word] of words.entries()) {
    const scale = scaleOfWord.find(([pattern]) => pattern.test(word))?.[1];
    const before = words[index - 1] ?? "";
    if (scale === undefined || !beforeScale.test(before)) continue;
    // A letter is a size only right after a currency: "$m", "USD bn".
    if (!spelledOut.test(word) && !/^(?:\$|us\$|usd)$/i.test(before)) continue;
    if (/^of$/i.test(before) && !/^(?:terms|units)$/i.test(words[index - 2] ?? "")) continue;
    return scale;
  }
  return null;
}

/** "two decimal places", "1 decimal", "2dp", "2 d.p.", "no decimals". */
function readDecimals(words: readonly string[]): number | null {
  for (const [index, word] of words.entries()) {
    const joined = /^(\d)dp$/i.exec(word);
    if (joined) return digits(joined[1]!);
    const short = /^dp$/i.test(word) || (/^d$/i.test(word) && /^p$/i.test(words[index + 1] ?? ""));
    if (!short && !/^decimals?$/i.test(word)) continue;
    const before = words[index - 1] ?? "";
    if (/^(?:no|without)$/i.test(before)) return 0;
    const count = digits(before);
    if (count !== null) return count;
  }
  return null;
}

/** "to the nearest million", "nearest whole number", "nearest tenth of a percent". */
function readNearest(words: readonly string[]): NumberFormatAsked | null {
  const at = words.findIndex((word) => /^nearest$/i.test(word));
  if (at < 0) return null;
  const word = words[at + 1]?.toLowerCase() ?? "";
  if (Object.hasOwn(fractions, word)) return { scale: null, decimals: fractions[word]! };
  const scale = scaleOfWord.find(([pattern]) => pattern.test(word))?.[1];
  if (scale !== undefined && spelledOut.test(word)) return { scale, decimals: 0 };
  return /^(?:whole|integer|percent|percentage|dollar|day|number|unit)$/.test(word)
    ? { scale: null, decimals: 0 }
    : null;
}

function digits(text: string): number | null {
  const word = digitWords.indexOf(text.toLowerCase());
  const count = word >= 0 ? word : /^\d$/.test(text) ? Number(text) : -1;
  return count >= 0 && count <= 6 ? count : null;
}

/** A ratio is wanted as a percentage, or as a plain ratio; null where it is not said. */
export function readUnitAsked(question: string): "percent" | "multiple" | null {
  if (
    /\b(?:in|as)(?: an?)?(?: units? of)? (?:percents?|percentages?|percentage terms|%)(?! (?:of|points?)\b)(?=[\s.,;:?!)]|$)/i.test(
      question,
    )
  )
    return "percent";
  return /\b(?:in|as)(?: an?)? (?:(?:plain )?ratio|multiple|decimal(?: number| fraction)?|fraction)(?=[\s.,;:?!)]|$)/i.test(
    question,
  )
    ? "multiple"
    : null;
}
