import { asciiDigits, readGrouped } from "./grouped-number";
import { readNumberWords } from "./number-words";
import { shiftDecimal } from "./shift-decimal";

/** The registry's formats without their hyphens, which came with its fourth version. */
export function formatName(format: string | undefined): string {
  return localFormat(format).replaceAll("-", "");
}

function localFormat(format: string | undefined): string {
  return format === undefined
    ? ""
    : format
        .slice(format.indexOf(":") + 1)
        .trim()
        .toLowerCase();
}

/** In words, with room to spare; what is longer is a text that was tagged by mistake, and slow to match. */
const longestNumber = 500;

/** The number a nonFraction element states; null where its text does not follow its format. */
export function transformNumber(
  printed: string,
  attributes: { format: string | undefined; scale: string | undefined; sign: string | undefined },
): number | null {
  if (printed.length > longestNumber) return null;
  const digits = readDigits(printed, localFormat(attributes.format));
  const scale = readScale(attributes.scale);
  if (digits === null || scale === null) return null;
  const isPrintedNegative = digits.startsWith("-");
  const sign = attributes.sign?.trim() ?? "";
  // The mark says what a printed minus would: both at once could mean either.
  if ((sign !== "" && sign !== "-") || (isPrintedNegative && sign === "-")) return null;
  const value = Number(shiftDecimal(digits.replace(/^-/, ""), scale));
  if (!Number.isFinite(value)) return null;
  return (isPrintedNegative || sign === "-") && value !== 0 ? -value : value;
}

/** A power of ten, beyond any that money is counted in; null for what is none. */
function readScale(scale: string | undefined): number | null {
  const text = scale?.trim() ?? "";
  if (text === "") return 0;
  return /^[+-]?\d{1,2}$/.test(text) ? Number(text) : null;
}

/** What the registry calls a dash, and the minus sign. */
const onlyDashes = /^[-\u058A\u05BE\u2010-\u2015\u2212\uFE58\uFE63\uFF0D]+$/;

/** Plain digits with a point, "-" before them only where an unformatted value carries it. */
function readDigits(printed: string, format: string): string | null {
  const grouped = readGrouped(printed, format);
  if (grouped !== undefined) return grouped;
  switch (format.replaceAll("-", "")) {
    case "":
      return readUnformatted(printed.trim());
    case "fixedzero":
      return "0";
    case "zerodash":
    case "numdash":
      return onlyDashes.test(printed.trim()) ? "0" : null;
    case "numunitdecimal":
    case "numunitdecimalin":
      return readUnits(printed, /[.,]/);
    case "numunitdecimalapos":
      return readUnits(printed, /[.,'`´’′＇]/);
    case "numwordsen": {
      const value = readNumberWords(printed);
      return value === null ? null : String(value);
    }
    // Infinite, not a number, empty ("nocontent"), unknown: nothing that a figure could be.
    default:
      return null;
  }
}

/** What is tagged without a format is a number as computers write it: "-1234.5", "1.5E3". */
function readUnformatted(text: string): string | null {
  const [, sign, digits, power] = /^([+-]?)(\d+\.?\d*|\.\d+)(?:[eE]([+-]?\d{1,2}))?$/.exec(text) ?? [];
  if (digits === undefined) return null;
  return (sign === "-" ? "-" : "") + (power === undefined ? digits : shiftDecimal(digits, Number(power)));
}

/** "1,234 dollars 5 cents" is 1234.05. */
function readUnits(printed: string, marks: RegExp): string | null {
  const text = asciiDigits(printed).trim();
  const [, whole, cents] = /^(\d(?:[^\p{L}\p{Sc}\s]*\d)?)[^\d.,]+(\d{1,2})[^\d.,]*$/u.exec(text) ?? [];
  const [first = "", ...groups] = whole?.split(marks) ?? [];
  const isGrouped = first.length <= 3 || groups.length === 0;
  if (!isGrouped || ![first, ...groups].every((group) => /^\d+$/.test(group))) return null;
  return groups.every(({ length }) => length === 3) ? `${first}${groups.join("")}.${cents!.padStart(2, "0")}` : null;
}
