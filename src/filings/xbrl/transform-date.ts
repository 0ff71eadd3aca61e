const months = "january february march april may june july august september october november december".split(" ");
const monthName = `(?<name>${months.map((month) => `${month}|${month.slice(0, 3)}`).join("|")}|sept)(?![a-z])`;
const day = "(?<day>\\d{1,2})(?!\\d)";
const month = "(?<month>\\d{1,2})(?!\\d)";
const year = "(?<year>\\d{4}|\\d{1,2})(?!\\d)";
const apart = "[^\\d]+?";
const perhapsApart = "[^\\d]*?";

const parts = { D: day, M: month, N: monthName, Y: year } as const;
type Part = keyof typeof parts;

/** What each format prints, in order: day, month in digits, month by its name, year. Names without hyphens. */
const orders: Readonly<Record<string, readonly string[]>> = {
  NDY: ["datemonthnamedayyearen", "datemonthdayyearen", "datelongus", "dateshortus"],
  DNY: ["datedaymonthnameyearen", "datedaymonthyearen", "datelonguk", "dateshortuk"],
  MDY: ["datemonthdayyear", "dateslashus", "datedotus"],
  DMY: ["datedaymonthyear", "dateslasheu", "datedoteu"],
  YMD: ["dateyearmonthday", "dateyearmonthdaycjk"],
  ND: ["datemonthnamedayen", "datemonthdayen", "datelongmonthdayus", "dateshortmonthdayus"],
  DN: ["datedaymonthnameen", "datedaymonthen", "datelongdaymonthuk", "dateshortdaymonthuk"],
  MD: ["datemonthday", "dateslashmonthdayus"],
  DM: ["datedaymonth", "dateslashdaymontheu"],
  NY: ["datemonthnameyearen", "datemonthyearen", "datelongmonthyear", "dateshortmonthyear"],
  YN: ["dateyearmonthnameen", "dateyearmonthen", "datelongyearmonth", "dateshortyearmonth"],
  MY: ["datemonthyear"],
  YM: ["dateyearmonth", "dateyearmonthcjk"],
};
const shapes = new Map(
  Object.entries(orders).flatMap(([order, formats]) => formats.map((format) => [format, shapeOf(order)] as const)),
);

/** The last word of each Japanese era's name may be left out; its first year is written "元". */
const eras = new Map([
  ["明", 1868],
  ["大", 1912],
  ["昭", 1926],
  ["平", 1989],
  ["令", 2019],
]);
const eraDate =
  /^(?<era>明治?|大正?|昭和?|平成?|令和?)\s*(?<count>\d{1,2}|元)\s*年\s*(?<month>\d{1,2})\s*月(?:\s*(?<day>\d{1,2})\s*日)?$/;

/** "2024-12-31", "--12-31" or "2024-12", as the format says; null where the text does not follow it. */
export function transformDate(printed: string, format: string): string | null {
  const text = printed.normalize("NFKC").trim();
  if (format === "dateerayearmonthdayjp" || format === "datejpnerayearmonthday") return ofEra(text, true);
  if (format === "dateerayearmonthjp" || format === "datejpnerayearmonth") return ofEra(text, false);
  const groups = shapes.get(format)?.exec(text)?.groups;
  if (groups === undefined) return null;
  const { name } = groups;
  const number = name === undefined ? Number(groups["month"]) : months.findIndex((one) => startsAlike(one, name)) + 1;
  return written(groups["year"], number, groups["day"]);
}

function startsAlike(whole: string, name: string): boolean {
  return whole.startsWith(name.toLowerCase().slice(0, 3));
}

function shapeOf(order: string): RegExp {
  let shape = "";
  for (const [index, part] of [...order].entries()) {
    const beside = part === "N" || order[index - 1] === "N";
    shape += (index === 0 ? "" : beside ? perhapsApart : apart) + parts[part as Part];
  }
  return new RegExp(`^${shape}\\D{0,4}$`, "i");
}

function ofEra(text: string, hasDay: boolean): string | null {
  const { era, count, month: number, day: date } = eraDate.exec(text)?.groups ?? {};
  const first = eras.get(era?.charAt(0) ?? "");
  if (first === undefined || (date !== undefined) !== hasDay) return null;
  return written(String(first - 1 + (count === "元" ? 1 : Number(count))), Number(number), date);
}

function written(year: string | undefined, month: number, day: string | undefined): string | null {
  // Short years are this century's, as the registry has it.
  const full = year === undefined ? undefined : year.length === 4 ? year : `20${year.padStart(2, "0")}`;
  if (month < 1 || month > 12) return null;
  const head = full ?? "-";
  const monthDigits = String(month).padStart(2, "0");
  if (day === undefined) return full === undefined ? null : `${head}-${monthDigits}`;
  const last = new Date(Date.UTC(full === undefined ? 2000 : Number(full), month, 0)).getUTCDate();
  if (Number(day) < 1 || Number(day) > last) return null;
  return `${head}-${monthDigits}-${day.padStart(2, "0")}`;
}
