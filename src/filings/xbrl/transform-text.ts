import { transformDate } from "./transform-date";
import { transformDuration, transformDurationWords } from "./transform-duration";
import { formatName } from "./transform-number";

/** No date, span or yes is longer; patterns over a page tagged as one would take seconds. */
const longestFormatted = 500;

/**
 * The value a text fact states where its format names one: dates as YYYY-MM-DD, yes and no as true and false, spans of
 * time as P2Y. A format we do not read leaves the text as printed, and so do the SEC's formats that put a code for a
 * name ("Delaware"): a reader looks for the name.
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
      return readBallotBox(text);
    case "fixedempty":
    case "nocontent":
      return "";
    case "duryear":
      return transformDuration(text, "year");
    case "durmonth":
      return transformDuration(text, "month");
    case "durweek":
      return transformDuration(text, "week");
    case "durday":
      return transformDuration(text, "day");
    case "durhour":
      return transformDuration(text, "hour");
    case "durwordsen":
      return transformDurationWords(text);
    default:
      return format.startsWith("date") ? transformDate(text, format) : null;
  }
}

/** A box, or the letter that a font of symbols draws as one; null where both or neither is there. */
function readBallotBox(text: string): "true" | "false" | null {
  const isChecked = /[☑☒🗹🗷]/u.test(text) || /^[xXþýRST]$/.test(text);
  const isEmpty = /[☐□]/u.test(text) || /^[o¨£]$/.test(text);
  return isChecked === isEmpty ? null : isChecked ? "true" : "false";
}
