import { transformText } from "../../../src/filings/xbrl/transform-text";

describe("transformText", () => {
  it.each([
    ["December 31, 2024", "ixt:date-monthname-day-year-en", "2024-12-31"],
    ["December 31,\n2024", "ixt:date-monthname-day-year-en", "2024-12-31"],
    ["Sept. 3, 2024", "ixt:datemonthdayyearen", "2024-09-03"],
    ["May 1, 24", "ixt:datelongus", "2024-05-01"],
    ["12/31/24", "ixt:date-month-day-year", "2024-12-31"],
    ["12.31.2024", "ixt:datedotus", "2024-12-31"],
    ["31.12.2024", "ixt:date-day-month-year", "2024-12-31"],
    ["31/12/24", "ixt:dateslasheu", "2024-12-31"],
    ["31st of March 2025", "ixt:date-day-monthname-year-en", "2025-03-31"],
    ["1 Jun 25", "ixt:dateshortuk", "2025-06-01"],
    ["2025-2-28", "ixt:date-year-month-day", "2025-02-28"],
    ["２０２５年２月２８日", "ixt:dateyearmonthdaycjk", "2025-02-28"],
    ["2025年2月", "ixt:dateyearmonthcjk", "2025-02"],
    ["令和7年2月28日", "ixt:date-jpn-era-year-month-day", "2025-02-28"],
    ["平成元年4月", "ixt:dateerayearmonthjp", "1989-04"],
    ["December 31", "ixt:date-monthname-day-en", "--12-31"],
    ["February 29", "ixt:datemonthdayen", "--02-29"],
    ["31 December", "ixt:date-day-monthname-en", "--12-31"],
    ["12/31", "ixt:date-month-day", "--12-31"],
    ["--12-31", "ixt:date-month-day", "--12-31"],
    ["31/12", "ixt:date-day-month", "--12-31"],
    ["March 2030", "ixt:date-monthname-year-en", "2030-03"],
    ["2030 Mar", "ixt:date-year-monthname-en", "2030-03"],
    ["3/2030", "ixt:date-month-year", "2030-03"],
    ["2030-03", "ixt:date-year-month", "2030-03"],
    ["three years", "ixt-sec:durwordsen", "P3Y"],
    ["one year, six months and ten days", "ixt-sec:durwordsen", "P1Y6M10D"],
    ["no days", "ixt-sec:durwordsen", "P0D"],
    ["2.5", "ixt-sec:duryear", "P2Y6M"],
    ["4.96", "ixt-sec:duryear", "P4Y11M15D"],
    ["-3", "ixt-sec:duryear", "-P3Y"],
    ["0", "ixt-sec:duryear", "P0Y"],
    ["1.5", "ixt-sec:durmonth", "P1M15D"],
    ["2", "ixt-sec:durweek", "P14D"],
    ["1.5", "ixt-sec:durday", "P1DT12H"],
    ["36", "ixt-sec:durhour", "PT36H"],
    ["☒", "ixt-sec:boolballotbox", "true"],
    ["þ", "ixt-sec:boolballotbox", "true"],
    ["☐", "ixt-sec:boolballotbox", "false"],
    ["o", "ixt-sec:boolballotbox", "false"],
    ["Yes", "ixt:fixed-true", "true"],
    ["no", "ixt:booleanfalse", "false"],
    ["None", "ixt:fixed-empty", ""],
    ["-", "ixt:nocontent", ""],
  ])("reads %s (%s) as %s", (printed, format, value) => {
    expect(transformText(printed, format)).toBe(value);
  });

  it.each([
    ["Delaware", "ixt-sec:stateprovnameen"],
    ["February 30, 2024", "ixt:date-monthname-day-year-en"],
    ["Marketing 3, 2024", "ixt:date-monthname-day-year-en"],
    ["December 31, 2024 and 2023", "ixt:date-monthname-day-year-en"],
    ["31/13/2024", "ixt:date-day-month-year"],
    ["31. Dezember 2024", "ixt:date-day-monthname-year-de"],
    ["up to three years", "ixt-sec:durwordsen"],
    ["three years or less", "ixt-sec:durwordsen"],
    ["1,5", "ixt-sec:duryear"],
    ["☐ ☒", "ixt-sec:boolballotbox"],
    ["maybe", "ixt-sec:boolballotbox"],
  ])("leaves %s (%s) as printed", (printed, format) => {
    expect(transformText(printed, format)).toBe(printed);
  });
});
