import { twoVersions } from "../../../../src/audit/rules/references/two-versions";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2025E", "2026E", "2027E"];
const across = (formula: (column: string) => string, values: readonly number[]) =>
  ["B", "C", "D"].map((column, i) => [formula(column), values[i]!] as const);
const plan = rows(
  years,
  ["Units", 10, 20, 30],
  ["Depreciation & amortization", ...across((c) => `=${c}2*2`, [20, 40, 60])],
);

describe("one figure worked out twice", () => {
  it("reports a row of the statement that passes the schedule by", () => {
    const income = rows(
      years,
      ["Revenue", 300, 500, 700],
      ["Depreciation & amortization", ...across((c) => `=${c}2*0.05`, [15, 25, 35])],
      ["EBIT", ...across((c) => `=${c}2-${c}3`, [285, 475, 665])],
    );
    const findings = findWith(twoVersions, workbook({ Assets: plan, Income: income }));
    expect(placesOf(findings)).toEqual(["Income!B3:D3"]);
    expect(findings[0]!.severity).toBe("high");
    expect(wordsOf(findings[0])).toContain("neither reads the other");
  });

  it("accepts a link, agreeing figures, another period, and companies or cases beside each other", () => {
    const linked = rows(years, [
      "Depreciation & amortization",
      ...across((c) => `=-Assets!${c}3*1.1`, [-22, -44, -66]),
    ]);
    const equal = rows(
      years,
      ["Units", 1, 2, 3],
      ["Depreciation & amortization", ...across((c) => `=${c}2*20`, [20, 40, 60])],
    );
    const later = rows(
      ["USD m", "2031E", "2032E", "2033E"],
      ["Units", 1, 2, 3],
      ["D&A", ...across((c) => `=${c}2*5`, [5, 10, 15])],
    );
    expect(findWith(twoVersions, workbook({ Assets: plan, Income: linked }))).toEqual([]);
    expect(findWith(twoVersions, workbook({ Assets: plan, Income: equal }))).toEqual([]);
    expect(findWith(twoVersions, workbook({ Assets: plan, Later: later }))).toEqual([]);
    const other = rows(years, ["Units", 1, 2, 3], ["D&A", ...across((c) => `=${c}2*15`, [15, 30, 45])]);
    expect(findWith(twoVersions, workbook({ Assets: plan, "Target company": other }))).toEqual([]);
  });
});
