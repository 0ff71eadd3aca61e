import { transformText } from "../../../src/filings/xbrl/transform-text";

describe("transformText", () => {
  it.each([
    ["December 31, 2024", "ixt:date-monthname-day-year-en", "2024-12-31"],
    ["Sept. 3, 2024", "ixt:datemonthdayyearen", "2024-09-03"],
    ["12/31/24", "ixt:date-month-day-year", "2024-12-31"],
    ["31 March 2025", "ixt:date-day-monthname-year-en", "2025-03-31"],
    ["December 31", "ixt:date-monthname-day-en", "--12-31"],
    ["March 2030", "ixt:date-monthname-year-en", "2030-03"],
    ["three years", "ixt-sec:durwordsen", "P3Y"],
    ["2.5", "ixt-sec:duryear", "P2Y6M"],
    ["☒", "ixt-sec:boolballotbox", "true"],
    ["☐", "ixt-sec:boolballotbox", "false"],
    ["Delaware", "ixt-sec:stateprovnameen", "Delaware"],
  ])("reads %s (%s) as %s", (printed, format, value) => {
    expect(transformText(printed, format)).toBe(value);
  });
});
