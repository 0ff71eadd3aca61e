import { plainTextOf } from "./format-number";
import { type FormatToken } from "./read-number-format";

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];
const dayNames = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const secondsOfADay = 86_400;
/** Days from Excel's day zero to 1970-01-01. */
const epochDays = 25_569;

export function isDateSection(tokens: readonly FormatToken[]): boolean {
  return tokens.some((token) => token.kind === "date" || token.kind === "elapsed");
}

/** A serial day number of the 1900 calendar by the tokens of a date section; null where it is no date. */
export function formatDate(serial: number, tokens: readonly FormatToken[]): string | null {
  if (serial < 0 || serial >= 2_958_466) return null;
  const showsFractions = tokens.some((token) => token.kind === "point");
  const seconds = showsFractions ? serial * secondsOfADay : Math.round(serial * secondsOfADay);
  const day = Math.floor(seconds / secondsOfADay);
  // Excel believes in 29 February 1900 (day 60): days before it are off by one.
  const moment = new Date(((day < 60 ? day + 1 : day) - epochDays) * secondsOfADay * 1000);
  const secondOfDay = seconds - day * secondsOfADay;
  const halfDays = tokens.some((token) => token.kind === "date" && /^a/.test(token.letters));
  let inFraction = false;
  return tokens
    .map((token, index) => {
      if (token.kind === "elapsed") return writeElapsed(seconds, token.letters);
      if (token.kind === "point") {
        inFraction = true;
        return ".";
      }
      if (token.kind === "digit") {
        return inFraction ? String(Math.floor((secondOfDay % 1) * 10)).slice(0, 1) : "";
      }
      if (token.kind !== "date") return plainTextOf(token);
      const letters = isMinute(tokens, index) ? token.letters.replaceAll("m", "n") : token.letters;
      return writeDatePart(letters, moment, secondOfDay, halfDays);
    })
    .join("");
}

/** "m" is a minute after an hour or before a second, a month elsewhere. */
function isMinute(tokens: readonly FormatToken[], index: number): boolean {
  const token = tokens[index]!;
  if (token.kind !== "date" || !/^m{1,2}$/.test(token.letters)) return false;
  const isTime = (other: FormatToken | undefined, letter: string): boolean =>
    other !== undefined && (other.kind === "date" || other.kind === "elapsed") && other.letters.startsWith(letter);
  const before = tokens.slice(0, index).findLast((other) => other.kind === "date" || other.kind === "elapsed");
  const after = tokens.slice(index + 1).find((other) => other.kind === "date" || other.kind === "elapsed");
  return isTime(before, "h") || isTime(after, "s");
}

function writeElapsed(seconds: number, letters: string): string {
  const size = letters.startsWith("h") ? 3600 : letters.startsWith("m") ? 60 : 1;
  return String(Math.floor(seconds / size)).padStart(letters.length, "0");
}

function writeDatePart(letters: string, moment: Date, secondOfDay: number, halfDays: boolean): string {
  const hour = Math.floor(secondOfDay / 3600);
  const twoDigits = (value: number): string => String(value).padStart(letters.length > 1 ? 2 : 1, "0");
  switch (letters.charAt(0)) {
    case "y":
      return letters.length > 2
        ? String(moment.getUTCFullYear())
        : String(moment.getUTCFullYear() % 100).padStart(2, "0");
    case "m":
      return writeNamed(letters, moment.getUTCMonth() + 1, monthNames[moment.getUTCMonth()] ?? "");
    case "d":
      return writeNamed(letters, moment.getUTCDate(), dayNames[moment.getUTCDay()] ?? "");
    case "h":
      return twoDigits(halfDays ? ((hour + 11) % 12) + 1 : hour);
    case "n":
      return twoDigits(Math.floor(secondOfDay / 60) % 60);
    case "s":
      return twoDigits(Math.floor(secondOfDay) % 60);
    case "a":
      return (hour < 12 ? "AM" : "PM").slice(0, letters === "a/p" ? 1 : 2);
    default:
      return "";
  }
}

/** One letter: 3, two: 03, three: Mar, four: March, five: M. */
function writeNamed(letters: string, value: number, name: string): string {
  if (letters.length <= 2) return String(value).padStart(letters.length, "0");
  if (letters.length === 3) return name.slice(0, 3);
  return letters.length === 5 ? name.charAt(0) : name;
}
