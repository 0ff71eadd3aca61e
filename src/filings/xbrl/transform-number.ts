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
  const negative = digits.startsWith("-") !== (attributes.sign?.trim() === "-");
  const value = Number(shiftDecimal(digits.replace(/^-/, ""), scale));
  return negative && value !== 0 ? -value : value;
}

/** Plain digits with a point, "-" before them only where an unformatted value carries it. */
function readDigits(printed: string, format: string): string | null {
  const text = printed.replace(/[\s\u00a0\u2000-\u200b\u202f\u2060\ufeff]/g, "");
  switch (format) {
    case "":
      return plain(text.replaceAll(",", ""), /^-?(?:\d+\.?\d*|\.\d+)$/);
    case "numdotdecimal":
    case "numcommadot":
    case "numspacedot":
    case "numdotdecimalin":
      return plain(text.replace(/[,'`´’]/g, ""), /^(?:\d+\.?\d*|\.\d+)$/);
    case "numcommadecimal":
    case "numdotcomma":
    case "numspacecomma":
    case "numcomma":
      return plain(text.replace(/[.'`´’]/g, "").replace(",", "."), /^(?:\d+\.?\d*|\.\d+)$/);
    case "zerodash":
    case "fixedzero":
    case "numdash":
    case "nocontent":
    case "fixedempty":
      return "0";
    case "numunitdecimal":
    case "numunitdecimalin": {
      const match = /^([\d,.]*\d)\D+(\d{1,2})\D*$/.exec(text);
      return match === null ? null : `${match[1]!.replace(/[,.]/g, "")}.${match[2]!.padStart(2, "0")}`;
    }
    case "numwordsen": {
      const value = readNumberWords(printed);
      return value === null ? null : String(value);
    }
    default:
      return null;
  }
}

function plain(text: string, shape: RegExp): string | null {
  return shape.test(text) ? text : null;
}
