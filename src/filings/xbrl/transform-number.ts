import { readNumberWords } from "./number-words";
import { shiftDecimal } from "./shift-decimal";

/** The registry's formats without their hyphens, which came with its fourth version. */
export function formatName(format: string | undefined): string {
  if (format === undefined) return "";
  return format
    .slice(format.indexOf(":") + 1)
    .toLowerCase()
    .replaceAll("-", "");
}

/** In words, with room to spare; what is longer is a text that was tagged by mistake, and slow to match. */
const longestNumber = 500;

/** The number a nonFraction element states; null where its text does not follow its format. */
export function transformNumber(
  printed: string,
  attributes: { format: string | undefined; scale: string | undefined; sign: string | undefined },
): number | null {
  if (printed.length > longestNumber) return null;
  const digits = readDigits(printed, formatName(attributes.format));
  if (digits === null) return null;
  const scale = attributes.scale === undefined || attributes.scale.trim() === "" ? 0 : Number(attributes.scale);
  if (!Number.isInteger(scale) || Math.abs(scale) > 100) return null;
  const isPrintedNegative = digits.startsWith("-");
  const isMarkedNegative = attributes.sign?.trim() === "-";
  // The mark says what a printed minus would: both at once could mean either.
  if (isPrintedNegative && isMarkedNegative) return null;
  const value = Number(shiftDecimal(digits.replace(/^-/, ""), scale));
  return (isPrintedNegative || isMarkedNegative) && value !== 0 ? -value : value;
}

const plainNumber = /^(?:\d+\.?\d*|\.\d+)$/;
const apostrophes = /['`´’′＇]/g;
/** What the registry calls a dash, and the minus sign. */
const onlyDashes = /^[-\u058A\u05BE\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]+$/;

/** Plain digits with a point, "-" before them only where an unformatted value carries it. */
function readDigits(printed: string, format: string): string | null {
  const text = printed.replace(/[\s\u00a0\u2000-\u200b\u202f\u2060\ufeff]/g, "");
  switch (format) {
    case "":
      return readUnformatted(text);
    case "numdotdecimal":
    case "numcommadot":
    case "numspacedot":
    case "numdotdecimalin":
      return grouped(text, ",", ".");
    case "numdotdecimalapos":
      return grouped(text.replace(apostrophes, ""), ",", ".");
    case "numcommadecimal":
    case "numdotcomma":
    case "numspacecomma":
    case "numcomma":
      return grouped(text, ".", ",");
    case "numcommadecimalapos":
      return grouped(text.replace(apostrophes, ""), ".", ",");
    case "fixedzero":
      return "0";
    case "zerodash":
    case "numdash":
      return onlyDashes.test(text) ? "0" : null;
    case "numunitdecimal":
    case "numunitdecimalin":
      return readUnits(printed);
    case "numunitdecimalapos":
      return readUnits(printed.replace(apostrophes, ""));
    case "numwordsen": {
      const value = readNumberWords(printed);
      return value === null ? null : String(value);
    }
    // Infinite, not a number, empty ("nocontent"): nothing that a figure could be.
    default:
      return null;
  }
}

/** Groups stand before the decimal mark only: "1.234,5" where points are decimal marks is no number. */
function grouped(text: string, groupMark: string, decimalMark: string): string | null {
  const at = text.indexOf(decimalMark);
  const whole = at < 0 ? text : text.slice(0, at);
  const digits = whole.replaceAll(groupMark, "") + (at < 0 ? "" : `.${text.slice(at + 1)}`);
  return plainNumber.test(digits) ? digits : null;
}

/** What is tagged without a format is a plain number; commas that can only be thousands do not make it another. */
function readUnformatted(text: string): string | null {
  const digits = /^-?\d{1,3}(?:,\d{3})+(?:\.\d*)?$/.test(text) ? text.replaceAll(",", "") : text;
  return plainNumber.test(digits.replace(/^-/, "")) ? digits : null;
}

/** "1,234 dollars 5 cents" is 1234.05. */
function readUnits(printed: string): string | null {
  const match = /^([\d,.]*\d[,.]*)[^\d,.][^\d]*(\d{1,2})\D*$/.exec(printed.normalize("NFKC").trim());
  return match === null ? null : `${match[1]!.replace(/[,.]/g, "")}.${match[2]!.padStart(2, "0")}`;
}
