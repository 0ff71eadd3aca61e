import { oneSidedFlow } from "../../../../src/audit/rules/statements/one-sided-flow";
import { workbook, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2024A", "2025E", "2026E"];

/** Plant and retained earnings are rolled forward; goodwill is what each test makes of it. */
function model(goodwill: WrittenCell[], charge: WrittenCell[] = [0, 0, 0]) {
  const balance = rows(
    years,
    ["Cash", 20, ["='Cash flow'!C10", 18], ["='Cash flow'!D10", 18]],
    [
      "Property, plant and equipment",
      30,
      ["=B3-'Cash flow'!C4-'Cash flow'!C3", 33],
      ["=C3-'Cash flow'!D4-'Cash flow'!D3", 37],
    ],
    ["Goodwill", ...goodwill],
    ["Total assets", ["=SUM(B2:B4)", 60], ["=SUM(C2:C4)", 61], ["=SUM(D2:D4)", 65]],
    ["Accounts payable", 15, ["=B6", 15], ["=C6", 15]],
    ["Retained earnings", 45, ["=B7+'Cash flow'!C2", 57], ["=C7+'Cash flow'!D2", 71]],
    ["Total liabilities and equity", ["=B6+B7", 60], ["=C6+C7", 72], ["=D6+D7", 86]],
  );
  const cash = rows(
    years,
    ["Net income", 10, 12, 14],
    ["Depreciation", 4, 5, 6],
    ["Capital expenditure", -6, -8, -10],
    ["Acquisitions", 0, -5, -7],
    ["Dividends paid", 0, 0, 0],
    ["Depreciation of PP&E step-up", ...charge],
    ["Net change in cash", ["=SUM(B2:B7)", 8], ["=SUM(C2:C7)", 4], ["=SUM(D2:D7)", 3]],
    ["Beginning cash", 12, ["=B10", 20], ["=C10", 24]],
    ["Ending cash", ["=B9+B8", 20], ["=C9+C8", 24], ["=D9+D8", 27]],
  );
  return workbook({ Balance: balance, "Cash flow": cash });
}

describe("a flow that moves no balance", () => {
  it("reports acquisitions that are paid while goodwill stays", () => {
    const findings = findWith(oneSidedFlow, model([10, ["=B4", 10], ["=C4", 10]]));
    expect(placesOf(findings)).toEqual(["Cash flow!C5:D5"]);
    expect(wordsOf(findings[0])).toContain("neither goodwill nor any other asset grows by it");
  });

  it("accepts a balance that reads the flow", () => {
    const rolled: WrittenCell[] = [10, ["=B4-'Cash flow'!C5", 15], ["=C4-'Cash flow'!D5", 22]];
    expect(findWith(oneSidedFlow, model(rolled))).toEqual([]);
  });

  it("accepts a balance that moves by the amount", () => {
    expect(findWith(oneSidedFlow, model([10, 15, 22]))).toEqual([]);
  });

  it("reports a charge that lowers no asset at the asset it is named after", () => {
    const snapshot = model([10, 15, 22], [3, 4, 5]);
    const findings = findWith(oneSidedFlow, snapshot);
    expect(placesOf(findings)).toEqual(["Balance!C3:D3"]);
    expect(findings[0]?.title).toBe("“Depreciation of PP&E step-up” lowers no asset");
  });

  it("accepts depreciation where assets follow a target and spending gives way", () => {
    const balance = rows(
      years,
      ["Cash", 20, ["='Cash flow'!C8", 25], ["='Cash flow'!D8", 31]],
      ["Property, plant and equipment", 30, ["=C9/4", 33], ["=D9/4", 37]],
      ["Total assets", ["=SUM(B2:B3)", 50], ["=SUM(C2:C3)", 58], ["=SUM(D2:D3)", 68]],
      ["Accounts payable", 15, ["=B5", 15], ["=C5", 15]],
      ["Retained earnings", 35, ["=B6+'Cash flow'!C2+'Cash flow'!C5", 43], ["=C6+'Cash flow'!D2+'Cash flow'!D5", 53]],
      ["Total liabilities and equity", ["=B5+B6", 50], ["=C5+C6", 58], ["=D5+D6", 68]],
      ["Memo"],
      ["Revenue", 120, 132, 148],
    );
    const cash = rows(
      years,
      ["Net income", 10, 12, 14],
      ["Depreciation", 4, ["=Balance!B3/6", 5], ["=Balance!C3/6", 5.5]],
      ["Capital expenditure", -6, ["=-(Balance!C3-Balance!B3+C3)", -8], ["=-(Balance!D3-Balance!C3+D3)", -9.5]],
      ["Dividends paid", -4, -4, -4],
      ["Net change in cash", ["=SUM(B2:B5)", 4], ["=SUM(C2:C5)", 5], ["=SUM(D2:D5)", 6]],
      ["Beginning cash", 16, ["=B8", 20], ["=C8", 25]],
      ["Ending cash", ["=B7+B6", 20], ["=C7+C6", 25], ["=D7+D6", 31]],
    );
    expect(findWith(oneSidedFlow, workbook({ Balance: balance, "Cash flow": cash }))).toEqual([]);
  });
});
