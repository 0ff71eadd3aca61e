import { readNumberWords } from "./number-words";
import { formatName } from "./transform-number";

const months = "january february march april may june july august september october november december".split(" ");

/** No date, span or yes is longer; patterns over a page tagged as one would take seconds. */
const longestFormatted = 500;

/**
 * The value a text fact states where its format names one: dates as YYYY-MM-DD, yes and no as true and false, spans of
 * time as P2Y. A format we do not read leaves the text as printed.
 */
export function transformText(printed: string, format: string | undefined): string {
  const name = formatName(format);
  const value = name === "" || printed.length > longestFormatted ? null : read(printed.trim(), name);
  return value ?? printed;
}

function read(text: string, format: string): string | null {
  switch (format) {
    case "fixedtrue":
    case "booleantrue":
      return "true";
    case "fixedfalse":
    case "booleanfalse":
      return "false";
    case "boolballotbox":
      return /[☐\u2610\u00a8o]/.test(text) && !/[☑☒xX\u2611\u2612\u00fe\u0052]/.test(text) ? "false" : "true";
    case "fixedempty":
    case "nocontent":
      return "";
    case "datemonthnamedayyearen":
    case "datemonthdayyearen":
      return dayOf(/^(?<month>[a-z]+)\.?\D*?(?<day>\d{1,2})\D+(?<year>\d{2,4})/i.exec(text));
    case "datedaymonthnameyearen":
    case "datedaymonthyearen":
      return dayOf(/^(?<day>\d{1,2})\D*?(?<month>[a-z]+)\.?\D+(?<year>\d{2,4})/i.exec(text));
    case "datemonthdayyear":
    case "dateslashus":
      return dayOf(/^(?<month>\d{1,2})\D+(?<day>\d{1,2})\D+(?<year>\d{2,4})/.exec(text));
    case "datedaymonthyear":
    case "dateslasheu":
      return dayOf(/^(?<day>\d{1,2})\D+(?<month>\d{1,2})\D+(?<year>\d{2,4})/.exec(text));
    case "dateyearmonthday":
      return dayOf(/^(?<year>\d{4})\D+(?<month>\d{1,2})\D+(?<day>\d{1,2})/.exec(text));
    case "datemonthnamedayen":
    case "datemonthday":
    case "datemonthdayen":
      return monthDay(/^(?<month>[a-z]+|\d{1,2})\.?\D*?(?<day>\d{1,2})\D*$/i.exec(text));
    case "datemonthnameyearen":
    case "datemonthyearen":
      return monthOfYear(/^(?<month>[a-z]+)\.?\D*(?<year>\d{4})/i.exec(text));
    case "duryear":
      return duration(text, "Y");
    case "durmonth":
      return duration(text, "M");
    case "durweek":
      return duration(text, "W");
    case "durday":
      return duration(text, "D");
    case "durwordsen":
      return durationInWords(text);
    default:
      return null;
  }
}

function dayOf(match: RegExpExecArray | null): string | null {
  const { year, month, day } = match?.groups ?? {};
  const monthDigits = month === undefined ? null : monthNumber(month);
  if (year === undefined || day === undefined || monthDigits === null) return null;
  const century = year.length === 2 ? `20${year}` : year;
  if (century.length !== 4 || Number(day) < 1 || Number(day) > 31) return null;
  return `${century}-${monthDigits}-${day.padStart(2, "0")}`;
}

function monthDay(match: RegExpExecArray | null): string | null {
  const { month, day } = match?.groups ?? {};
  const monthDigits = month === undefined ? null : monthNumber(month);
  return monthDigits === null || day === undefined ? null : `--${monthDigits}-${day.padStart(2, "0")}`;
}

function monthOfYear(match: RegExpExecArray | null): string | null {
  const { month, year } = match?.groups ?? {};
  const monthDigits = month === undefined ? null : monthNumber(month);
  return monthDigits === null || year === undefined ? null : `${year}-${monthDigits}`;
}

function monthNumber(text: string): string | null {
  if (/^\d+$/.test(text)) return Number(text) >= 1 && Number(text) <= 12 ? text.padStart(2, "0") : null;
  const start = text.toLowerCase();
  const index = start.length < 3 ? -1 : months.findIndex((month) => month.startsWith(start.slice(0, 3)));
  return index < 0 ? null : String(index + 1).padStart(2, "0");
}

/** "2.5" years is P2Y6M as the SEC's registry has it. */
function duration(text: string, unit: "Y" | "M" | "W" | "D"): string | null {
  const match = /^-?(\d+)(?:\.(\d+))?$/.exec(text.replaceAll(",", ""));
  if (match === null) return null;
  const part = match[2] === undefined ? 0 : Number(`0.${match[2]}`);
  const rest = unit === "Y" ? Math.round(part * 12) : unit === "M" ? Math.round(part * 30) : 0;
  return `P${match[1]}${unit}${rest > 0 ? `${rest}${unit === "Y" ? "M" : "D"}` : ""}`;
}

function durationInWords(text: string): string | null {
  let result = "";
  const parts = text.toLowerCase().matchAll(/([a-z\d][a-z\d\s-]*?)\s*(year|month|week|day)s?\b/g);
  for (const part of parts) {
    const count = readNumberWords(part[1]!);
    if (count === null) return null;
    result += `${count}${part[2]![0]!.toUpperCase()}`;
  }
  return result === "" ? null : `P${result}`;
}
