import { readNumberWords } from "./number-words";

const daysInMonth = 30.4375;
type DurationUnit = "year" | "month" | "week" | "day" | "hour";

/** "2.5" years is P2Y6M, as the SEC's registry has it: what is over goes into the smaller units. */
export function transformDuration(text: string, unit: DurationUnit): string | null {
  const match = /^(-?)(\d+(?:\.\d*)?|\.\d+)$/.exec(text);
  if (match === null) return null;
  const count = Number(match[2]);
  const sign = count === 0 ? "" : match[1]!;
  const whole = Math.trunc(count);
  switch (unit) {
    case "year": {
      const months = (count - whole) * 12;
      const days = Math.trunc((months - Math.trunc(months)) * daysInMonth);
      return sign + written([whole, Math.trunc(months), days, 0], "Y");
    }
    case "month":
      return sign + written([0, whole, Math.trunc((count - whole) * daysInMonth), 0], "M");
    case "week":
      return sign + written([0, 0, Math.trunc(count * 7), 0], "D");
    case "day":
      return sign + written([0, 0, whole, Math.trunc((count - whole) * 24)], "D");
    case "hour":
      return sign + written([0, 0, 0, whole], "D");
  }
}

const inWords =
  /^(?:(.+?)[\s-]+years?\b(?:,|\s|and\b)*)?(?:(.+?)[\s-]+months?\b(?:,|\s|and\b)*)?(?:(.+?)[\s-]+days?)?$/;

/** "three years and six months" is P3Y6M; null where more is said than that. */
export function transformDurationWords(text: string): string | null {
  const parts = inWords.exec(text.toLowerCase().trim())?.slice(1, 4);
  if (parts === undefined || parts.every((part) => part === undefined)) return null;
  const counts = parts.map((part) => (part === undefined ? 0 : readNumberWords(part)));
  const [years = null, months = null, days = null] = counts;
  return years === null || months === null || days === null ? null : written([years, months, days, 0], "D");
}

function written([years, months, days, hours]: readonly [number, number, number, number], zero: string): string {
  const date = [
    [years, "Y"],
    [months, "M"],
    [days, "D"],
  ] as const;
  const shown = date.filter(([count]) => count > 0).map(([count, letter]) => `${count}${letter}`);
  if (hours > 0) shown.push(`T${hours}H`);
  return shown.length === 0 ? `P0${zero}` : `P${shown.join("")}`;
}
