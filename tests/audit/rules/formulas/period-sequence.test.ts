import { periodSequence } from "../../../../src/audit/rules/formulas/period-sequence";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

describe("the sequence of periods", () => {
  it("reports a year that is missing", () => {
    const findings = findWith(
      periodSequence,
      sheet(rows(["USD m", "FY2021", "FY2022", "FY2023", "FY2025", "FY2026", "FY2027"], ["Revenue", 1, 2, 3, 4, 5, 6])),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!E1"]);
    expect(findings[0]!.title).toBe("The periods jump from FY2023 to FY2025");
  });

  it("reports a heading that stands twice in place of the next year, and names both columns", () => {
    const findings = findWith(
      periodSequence,
      sheet(rows(["USD m", "2025E", "2026E", "2027E", "2027E", "2029E"], ["Revenue", 1, 2, 3, 4, 5])),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!E1,D1"]);
    expect(wordsOf(findings[0])).toContain("2027E heads two columns, D1 and E1, and the next is 2029E.");
  });

  it("accepts years that follow one another", () => {
    expect(
      findWith(periodSequence, sheet(rows(["USD m", 2021, 2022, 2023, 2024, 2025], ["Revenue", 1, 2, 3, 4, 5]))),
    ).toEqual([]);
  });

  it("reports years that are days of one year, dragged on", () => {
    const dates = [44562, 44563, 44564, 44565].map((day) => [day, day, "yyyy"] as const);
    const findings = findWith(
      periodSequence,
      sheet(rows(["USD m", ...dates], ["Revenue", 1, 2, 3, 4], ["Costs", 1, 2, 3, 4])),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B1:E1"]);
  });

  it("reports the date of a year end that stands twice, and accepts year ends and days", () => {
    const ends = (...days: number[]) => days.map((day) => [day, day, "yyyy-mm-dd"] as const);
    const model = (...days: number[]) =>
      sheet(rows(["USD m", ...ends(...days)], ["Revenue", 1, 2, 3, 4, 5], ["Costs", 1, 2, 3, 4, 5]));
    expect(placesOf(findWith(periodSequence, model(43465, 43830, 43830, 44561, 44926)))).toEqual(["Sheet1!D1"]);
    expect(findWith(periodSequence, model(43465, 43830, 44196, 44561, 44926))).toEqual([]);
    expect(findWith(periodSequence, model(44562, 44563, 44564, 44565, 44566))).toEqual([]);
  });

  it("accepts an exit on the last day of the forecast", () => {
    const dates = [43465, 43830, 44196, 44561, 44561].map((serial) => [serial, serial, "dd/mm/yyyy"] as const);
    const flow = (last: string) =>
      sheet(rows(["", "", "", "", "", last], ["Date", ...dates], ["Revenue", 1, 2, 3, 4, 5], ["Costs", 1, 2, 3, 4, 5]));
    expect(findWith(periodSequence, flow("Exit"))).toEqual([]);
  });
});
