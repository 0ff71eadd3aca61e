import { unusedCalculation } from "../../../../src/audit/rules/unused/unused-calculation";
import { sheet, workbook, type WrittenSheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["", "2025E", "2026E", "2027E"] as const;

function debt(...statement: (readonly [string, number])[]): WrittenSheet {
  return rows(
    years,
    ["Opening debt", 100, ["=B4", 90], ["=C4", 80]],
    ["Repayment", 10, 10, 10],
    ["Closing debt", ["=B2-B3", 90], ["=C2-C3", 80], ["=D2-D3", 70]],
    ["Interest expense", ["=B2*0.06", 6], ["=C2*0.06", 5.4], ["=D2*0.06", 4.8]],
    ["Shown", ...statement],
  );
}

describe("calculations nothing reads", () => {
  it("reports interest that is worked out and never taken up", () => {
    const findings = findWith(unusedCalculation, sheet(debt()));
    expect(placesOf(findings)).toEqual(["Sheet1!B5:D5"]);
    expect(wordsOf(findings[0])).toContain("no formula reads it");
  });

  it("reports a beta that ends nowhere", () => {
    const snapshot = sheet(
      rows(
        ["Raw beta", 1.2],
        ["Adjusted beta", ["=B1*0.67+0.33", 1.13]],
        ["Risk-free rate", 0.04],
        ["Cost of equity", ["=B3+B1*0.05", 0.1]],
        ["Value", ["=100/B4", 1000]],
      ),
    );
    expect(placesOf(findWith(unusedCalculation, snapshot))).toEqual(["Sheet1!B2"]);
  });

  it("says nothing where one cell is read, on sheets made for readers, and for links", () => {
    expect(findWith(unusedCalculation, sheet(debt(["=B5", 6], ["=C5", 5.4])))).toEqual([]);
    expect(findWith(unusedCalculation, workbook({ Summary: debt() }))).toEqual([]);
    const linked = workbook({
      Debt: debt(["=B5", 6]),
      Cover: rows(years, ["Interest expense", ["=Debt!B5", 6], ["=Debt!C5", 5.4]]),
    });
    expect(findWith(unusedCalculation, linked)).toEqual([]);
  });
});
