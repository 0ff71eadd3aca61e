import { growthOutOfHistory } from "../../../../src/audit/rules/history/growth-out-of-history";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2021A", "2022A", "2023A", "2024E", "2025E", "2026E"];

describe("forecast against history", () => {
  it("reports growth beyond the best year of history", () => {
    const findings = findWith(growthOutOfHistory, sheet(rows(years, ["Revenue", 100, 105, 110, 150, 205, 215])));
    expect(placesOf(findings)).toEqual(["Sheet1!E2:F2"]);
    expect(wordsOf(findings[0])).toContain(
      "revenue growth of 36.7% in 2025E. The best year of history shows 5.0%, in 2022A.",
    );
  });

  it("reports a margin beyond history", () => {
    const findings = findWith(
      growthOutOfHistory,
      sheet(rows(years, ["Revenue", 100, 105, 110, 115, 120, 126], ["EBITDA", 10, 11, 11, 14, 24, 26])),
    );
    expect(findings.map(({ title }) => title)).toEqual([
      "EBITDA margin goes above anything in the company’s own history",
    ]);
  });

  it("reports a typed margin that rises above the row’s own history", () => {
    const findings = findWith(
      growthOutOfHistory,
      sheet(rows(years, ["Gross margin %", 0.5, 0.51, 0.505, 0.52, 0.56, 0.58])),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!F2:G2"]);
    expect(wordsOf(findings[0])).toContain("is typed up to 58.0% for 2026E; the best year of history reached 51.0%");
  });

  it("accepts typed margins that keep to what history swung by", () => {
    expect(
      findWith(growthOutOfHistory, sheet(rows(years, ["Gross margin %", 0.4, 0.52, 0.47, 0.5, 0.55, 0.56]))),
    ).toEqual([]);
  });

  it("accepts a forecast within what was achieved, and says nothing without history", () => {
    expect(findWith(growthOutOfHistory, sheet(rows(years, ["Revenue", 100, 105, 115, 123, 130, 138])))).toEqual([]);
    expect(
      findWith(
        growthOutOfHistory,
        sheet(rows(["", "2024E", "2025E", "2026E", "2027E"], ["Revenue", 100, 200, 400, 800])),
      ),
    ).toEqual([]);
  });
});
