import { statementsTie } from "../../../../src/audit/rules/statements/statements-tie";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows } from "../../find-with";

const years = ["USD m", 2024, 2025, 2026, 2027];
const income = rows(
  years,
  ["Revenue", 100, 110, 120, 130],
  ["Cost of sales", 50, 55, 60, 65],
  ["Net income", 20, 22, 24, 26],
);
const flow = (third: number) =>
  rows(
    years,
    ["Net income", 20, 22, third, 26],
    ["Depreciation", 5, 5, 5, 5],
    ["Cash flow from operations", 25, 27, third + 5, 31],
    ["Capital expenditure", -5, -5, -5, -5],
    ["Ending cash", 20, 42, 66, 92],
  );

describe("one figure on two statements", () => {
  it("reports net income that differs in one period", () => {
    expect(
      placesOf(findWith(statementsTie, workbook({ "Income statement": income, "Cash flow statement": flow(29) }))),
    ).toEqual(["Cash flow statement!D2"]);
  });

  it("accepts net income that agrees", () => {
    expect(findWith(statementsTie, workbook({ "Income statement": income, "Cash flow statement": flow(24) }))).toEqual(
      [],
    );
  });
});

describe("one figure on two sheets", () => {
  const years = ["USD m", 2023, 2024, 2025, 2026];
  const plan = (...shown: readonly number[]) =>
    workbook({
      Plan: rows(years, ["Revenue", 100, 110, 121, 133], ["Cost of goods sold", 60, 66, 73, 80]),
      Board: rows(years, ["Revenue", ...shown], ["Headcount", 10, 11, 12, 13]),
    });

  it("reports the year in which a figure differs from the same figure elsewhere", () => {
    expect(placesOf(findWith(statementsTie, plan(100, 110, 128, 133)))).toEqual(["Board!D2"]);
  });

  it("accepts figures that agree, and two that are made apart throughout", () => {
    expect(findWith(statementsTie, plan(100, 110, 121, 133))).toEqual([]);
    expect(findWith(statementsTie, plan(90, 108, 128, 133))).toEqual([]);
  });
});
