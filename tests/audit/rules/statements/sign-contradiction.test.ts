import { signContradiction } from "../../../../src/audit/rules/statements/sign-contradiction";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", 2024, 2025, 2026, 2027];
const flow = rows(years, ["Capital expenditures", -20, -21, -22, -23]);
const columns = ["B", "C", "D", "E"];
const across = (write: (column: string) => string, value: number) =>
  columns.map((column) => [write(column), value] as const);

describe("signs against labels", () => {
  it("reports capital expenditure turned positive and then added", () => {
    const valuation = rows(
      years,
      ["NOPAT", 50, 50, 50, 50],
      ["Less: Capital expenditures", ...across((c) => `=-Flow!${c}2`, 20)],
      ["Free cash flow", ...across((c) => `=${c}2+${c}3`, 70)],
    );
    const findings = findWith(signContradiction, workbook({ Flow: flow, DCF: valuation }));
    expect(placesOf(findings)).toEqual(["DCF!B3:E3"]);
    expect(wordsOf(findings[0])).toContain("which is -20 already");
  });

  it("accepts a positive figure that is subtracted and a negative one that is added", () => {
    const subtracted = rows(
      years,
      ["NOPAT", 50, 50, 50, 50],
      ["Less: Capital expenditures", ...across((c) => `=-Flow!${c}2`, 20)],
      ["Free cash flow", ...across((c) => `=${c}2-${c}3`, 30)],
    );
    const added = rows(
      years,
      ["NOPAT", 50, 50, 50, 50],
      ["Less: Capital expenditures", ...across((c) => `=Flow!${c}2`, -20)],
      ["Free cash flow", ...across((c) => `=SUM(${c}2:${c}3)`, 30)],
    );
    expect(findWith(signContradiction, workbook({ Flow: flow, DCF: subtracted }))).toEqual([]);
    expect(findWith(signContradiction, workbook({ Flow: flow, DCF: added }))).toEqual([]);
  });

  it("accepts a change in working capital of either sign", () => {
    const valuation = rows(
      years,
      ["NOPAT", 50, 50, 50, 50],
      ["Less: Change in working capital", 5, -3, 4, 2],
      ["Free cash flow", ...across((c) => `=${c}2+${c}3`, 55)],
    );
    expect(findWith(signContradiction, workbook({ DCF: valuation }))).toEqual([]);
  });
});
