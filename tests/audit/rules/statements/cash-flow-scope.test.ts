import { cashFlowScope } from "../../../../src/audit/rules/statements/cash-flow-scope";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2025E", "2026E", "2027E"];
const across = (formula: (column: string) => string, values: readonly number[]): WrittenCell[] =>
  values.map((value, i) => [formula(["B", "C", "D"][i]!), value]);

function cashFlow(operating: string, change: string) {
  const named = (formula: string) => (column: string) => formula.replace(/#/gu, column);
  return sheet(
    rows(
      years,
      ["Net income", 100, 110, 120],
      ["Depreciation", 20, 21, 22],
      ["Change in accounts receivable", -5, -6, -7],
      ["Capital expenditure", -40, -40, -40],
      ["Cash flow from operations", ...across(named(operating), [115, 125, 135])],
      ["Cash flow from investing", ...across(named("=#5"), [-40, -40, -40])],
      ["Dividends paid", -10, -10, -10],
      ["Cash flow from financing", ...across(named("=#8"), [-10, -10, -10])],
      ["Net change in cash", ...across(named(change), [65, 75, 85])],
    ),
  );
}

describe("sections of the cash flow", () => {
  it("reports operating cash flow that takes capital expenditure in", () => {
    const findings = findWith(cashFlowScope, cashFlow("=SUM(#2:#5)", "=#6+#9"));
    expect(findings.map(({ title }) => title)).toContain(
      "“Cash flow from operations” counts investing flows as operating",
    );
    expect(placesOf(findings)).toContain("Sheet1!B6:D6");
  });

  it("reports operating cash flow that adds up adjustments without profit", () => {
    const findings = findWith(cashFlowScope, cashFlow("=SUM(#3:#4)", "=#2+#6+#7+#9"));
    expect(findings.map(({ title }) => title)).toEqual(["“Cash flow from operations” leaves profit out"]);
    expect(wordsOf(findings[0])).toContain("while “Net income” of 100 stands outside it");
  });

  it("reports a section that the change in cash leaves out", () => {
    const findings = findWith(cashFlowScope, cashFlow("=SUM(#2:#4)", "=#6+#7"));
    expect(findings.map(({ title }) => title)).toEqual(["“Net change in cash” leaves out “Cash flow from financing”"]);
  });

  it("accepts sections that hold what belongs to them", () => {
    expect(findWith(cashFlowScope, cashFlow("=SUM(#2:#4)", "=#6+#7+#9"))).toEqual([]);
    expect(findWith(cashFlowScope, cashFlow("=#2+#3+#4", "=SUM(#6,#5,#8)"))).toEqual([]);
  });

  it("reports a section by any name, through a profit that is worked out in the model", () => {
    const repaid = (change: string) =>
      sheet(
        rows(
          years,
          ["Revenue", 200, 210, 220],
          ["Net income", ...across((c) => `=${c}2*0.5`, [100, 105, 110])],
          ["Depreciation", 20, 21, 22],
          ["Cash flow from operations", ...across((c) => `=${c}3+${c}4`, [120, 126, 132])],
          ["Bank loan", -10, -10, -10],
          ["Mezzanine", -20, -20, -20],
          ["Cash used to pay lenders", ...across((c) => `=${c}6+${c}7`, [-30, -30, -30])],
          ["Capital expenditure", -40, -40, -40],
          ["Net change in cash", ...across((c) => change.replace(/#/gu, c), [80, 86, 92])],
        ),
      );
    const findings = findWith(cashFlowScope, repaid("=#5+#9"));
    expect(findings.map(({ title }) => title)).toEqual(["“Net change in cash” leaves out “Cash used to pay lenders”"]);
    expect(findWith(cashFlowScope, repaid("=#5+#9+#8"))).toEqual([]);
    expect(findWith(cashFlowScope, repaid("=#5+#9+#6+#7"))).toEqual([]);
  });
});
