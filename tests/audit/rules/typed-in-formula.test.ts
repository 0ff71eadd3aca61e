import { typedInFormula } from "../../../src/audit/rules/typed-in-formula";
import { sheet } from "../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../find-with";

const years = ["", 2024, 2025, 2026, 2027];

describe("a number typed in a formula", () => {
  it("reports a rate hidden in a row as one finding", () => {
    const snapshot = sheet(rows(years, ["Revenue", 100, ["=B2*1.07", 107], ["=C2*1.07", 114], ["=D2*1.07", 122]]));
    const findings = findWith(typedInFormula, snapshot);
    expect(placesOf(findings)).toEqual(["Sheet1!C2:E2"]);
    expect(wordsOf(findings[0])).toContain("calculates with 1.07, typed in the formula");
  });

  it("accepts numbers of the calendar, of scale and of averaging, exponents and function settings", () => {
    const snapshot = sheet(
      rows(
        years,
        ["Revenue", 100, 110, 120, 130],
        [
          "Odd sums",
          ["=B2/12", 8],
          ["=ROUND(C2*365/1000,3)", 40],
          ["=(C2+D2)/2*(1-0.5)", 1],
          ["=E2^1.5+INDEX(B2:E2,4)+DATE(2024,7,9)", 1],
        ],
      ),
    );
    expect(findWith(typedInFormula, snapshot)).toEqual([]);
  });
});
