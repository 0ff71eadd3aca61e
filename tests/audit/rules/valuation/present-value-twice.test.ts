import { presentValueTwice } from "../../../../src/audit/rules/valuation/present-value-twice";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const project = (heads: readonly WrittenCell[], npv: string) =>
  sheet(
    rows(
      ["Discount rate", 0.1],
      ["Year", ...heads],
      ["Cash flow", -1000, 400, 500, 600],
      ["Discounted cash flow", -1000, ["=C3/(1+$B$1)^1", 364], ["=D3/(1+$B$1)^2", 413], ["=E3/(1+$B$1)^3", 451]],
      [],
      ["Net present value", [npv, 207]],
    ),
  );

describe("NPV", () => {
  it("is reported over an outlay of today", () => {
    const findings = findWith(presentValueTwice, project([0, 1, 2, 3], "=NPV(B1,B3:E3)"));
    expect(placesOf(findings)).toEqual(["Sheet1!B6"]);
    expect(findings[0]?.title).toBe("The outlay of today is discounted as if it came in a year");
  });

  it("is accepted with the outlay beside it", () => {
    expect(findWith(presentValueTwice, project([0, 1, 2, 3], "=NPV(B1,C3:E3)+B3"))).toEqual([]);
  });

  it("is accepted where the outlay falls at the end of the first year", () => {
    expect(findWith(presentValueTwice, project([1, 2, 3, 4], "=NPV(B1,B3:E3)"))).toEqual([]);
  });

  it("is reported over present values", () => {
    const findings = findWith(presentValueTwice, project([0, 1, 2, 3], "=NPV(B1,C4:E4)+B3"));
    expect(placesOf(findings)).toEqual(["Sheet1!B6"]);
    expect(wordsOf(findings[0])).toContain("is discounted already (451 in E4)");
  });

  it("is reported over an outlay of today where the years run down", () => {
    const findings = findWith(
      presentValueTwice,
      sheet(
        rows(
          ["Year", "Cash flow", null, "Rate", 0.1],
          [0, -1000, null, "NPV", ["=NPV(E1,B2:B5)", 207]],
          [1, 400],
          [2, 500],
          [3, 600],
        ),
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!E2"]);
  });
});
