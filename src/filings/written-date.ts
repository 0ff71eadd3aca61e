const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const isoDate = /(?<!\d)((?:19|20)\d{2})[-_.]?(0[1-9]|1[0-2])[-_.]?(0[1-9]|[12]\d|3[01])(?!\d)/;
const monthFirst = /\b([A-Z][a-z]{2,8})\.?\s+(\d{1,2})(?:st|nd|rd|th)?\s*,?\s+((?:19|20)\d{2})\b/i;
const dayFirst = /\b(\d{1,2})(?:st|nd|rd|th)?[\s-]+([A-Z][a-z]{2,8})\.?,?[\s-]+((?:19|20)\d{2})\b/i;

/** The first day written out in a text: "2023-02-02", "Feb. 2, 2023", "2-Feb-2023"; never "02/03/2023", which is two days. */
export function findWrittenDate(text: string): string | null {
  const found = [
    match(isoDate, text, ([, year, month, day]) => [year!, Number(month), Number(day)]),
    match(monthFirst, text, ([, month, day, year]) => [year!, monthNumber(month!), Number(day)]),
    match(dayFirst, text, ([, day, month, year]) => [year!, monthNumber(month!), Number(day)]),
  ].filter((each) => each !== null);
  return found.sort((a, b) => a.at - b.at)[0]?.date ?? null;
}

function match(
  shape: RegExp,
  text: string,
  read: (found: RegExpExecArray) => [year: string, month: number, day: number],
): { at: number; date: string } | null {
  const found = shape.exec(text);
  if (found === null) return null;
  const [year, month, day] = read(found);
  const date = `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  const instant = new Date(`${date}T00:00:00Z`);
  const isDay = !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(date);
  return isDay ? { at: found.index, date } : null;
}

function monthNumber(name: string): number {
  const index = months.indexOf(name.slice(0, 3).toLowerCase());
  const whole = new Date(Date.UTC(2000, index, 1)).toLocaleString("en", { month: "long", timeZone: "UTC" });
  const isMonth = index >= 0 && (whole.toLowerCase().startsWith(name.toLowerCase()) || name.toLowerCase() === "sept");
  return isMonth ? index + 1 : 0;
}
