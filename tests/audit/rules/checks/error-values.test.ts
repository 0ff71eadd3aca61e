import { errorValues } from "../../../../src/audit/rules/checks/error-values";
import { error, sheet, workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["", 2023, 2024, 2025, 2026];

describe("error values", () => {
  it("reports an error where it begins, once, and not where it is passed on", () => {
    const snapshot = sheet(
      rows(
        years,
        ["Debt", 10, 10, 10, 10],
        ["Equity", 5, 5, 0, 5],
        ["Debt to equity", ["=B2/B3", 2], ["=C2/C3", 2], ["=D2/D3", error("#DIV/0!")], ["=E2/E3", 2]],
        ["Twice that", ["=B4*2", 4], ["=C4*2", 4], ["=D4*2", error("#DIV/0!")], ["=E4*2", 4]],
      ),
    );
    const findings = findWith(errorValues, snapshot);
    expect(placesOf(findings)).toEqual(["Sheet1!D4"]);
    expect(findings[0]!.consequence.dependents).toBe(1);
    expect(wordsOf(findings[0])).toContain("it divides by zero or by a blank");
  });

  it("tells a block of errors of one kind as one finding", () => {
    const snapshot = workbook({
      Grid: {
        A1: "Rate",
        B1: ["=NPV(X1,1)", error("#VALUE!")],
        C1: ["=NPV(X1,2)", error("#VALUE!")],
        B2: ["=NPV(X1,3)", error("#VALUE!")],
        C2: ["=NPV(X1,4)", error("#VALUE!")],
      },
    });
    expect(placesOf(findWith(errorValues, snapshot))).toEqual(["Grid!B1:C2"]);
  });

  it("reports an error that a circle hands round as beginning in all of it, once", () => {
    const snapshot = sheet(
      rows(
        years,
        ["Loan", 10, ["=B2+C3", error("#VALUE!")]],
        ["Repayment", -1, ["=C2-B2", error("#VALUE!")]],
        ["Interest", 1, ["=C2*0.05", error("#VALUE!")]],
      ),
    );
    const findings = findWith(errorValues, snapshot);
    expect(placesOf(findings)).toEqual(["Sheet1!C2:C3"]);
    expect(wordsOf(findings[0])).toContain("comes back to it in a circle");
  });

  it("finds nothing in a workbook without errors", () => {
    expect(findWith(errorValues, sheet(rows(years, ["Revenue", 1, 2, 3, 4])))).toEqual([]);
  });
});
