import { signInTotal } from "../../../../src/audit/rules/statements/sign-in-total";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2025E", "2026E", "2027E"];

function income(pretax: string) {
  const at = (column: string) => pretax.replace(/#/gu, column);
  return sheet(
    rows(
      years,
      ["Revenue", 100, 110, 120],
      ["Cost of revenue", 40, 44, 48],
      ["Operating expenses", 20, 22, 24],
      ["Interest expense", 5, 5, 5],
      ["Income before tax", [at("B"), 45], [at("C"), 49], [at("D"), 53]],
    ),
  );
}

function cashFlow(spending: readonly number[], depreciation: readonly number[]) {
  return sheet(
    rows(
      years,
      ["Net income", 60, 66, 72],
      ["Depreciation", ...depreciation],
      ["Capital expenditure", ...spending],
      ["Dividends paid", -10, -10, -10],
      ["Net change in cash", ["=SUM(B2:B5)", 80], ["=SUM(C2:C5)", 86], ["=SUM(D2:D5)", 92]],
    ),
  );
}

describe("the sign a row has in its total", () => {
  it("reports interest that raises profit", () => {
    const findings = findWith(signInTotal, income("=#2-#3-#4+#5"));
    expect(placesOf(findings)).toEqual(["Sheet1!B5:D5"]);
    expect(wordsOf(findings[0])).toContain("adds to “Income before tax” of 45; it should take from it");
  });

  it("reports spending that raises cash, beside dividends that lower it", () => {
    const findings = findWith(signInTotal, cashFlow([25, 30, 35], [15, 15, 15]));
    expect(placesOf(findings)).toEqual(["Sheet1!B4:D4"]);
  });

  it("accepts costs that lower profit, shown with or without a minus", () => {
    expect(findWith(signInTotal, income("=#2-SUM(#3:#5)"))).toEqual([]);
    expect(findWith(signInTotal, cashFlow([-25, -30, -35], [15, 15, 15]))).toEqual([]);
  });

  it("takes depreciation as profit takes it, where cash begins with profit on the same rows", () => {
    const both = sheet(
      rows(
        years,
        ["EBITDA", 100, 110, 120],
        ["Depreciation and amortization", 20, 20, 20],
        ["Net income", ["=B2-B3", 80], ["=C2-C3", 90], ["=D2-D3", 100]],
        ["Change in accounts receivable", -3, -4, -5],
        ["Capital expenditure", -30, -30, -30],
        ["Net change in cash", ["=B4+B5+B6", 47], ["=C4+C5+C6", 56], ["=D4+D5+D6", 65]],
      ),
    );
    expect(findWith(signInTotal, both)).toEqual([]);
  });

  it("accepts depreciation in spending that is backed out of the assets", () => {
    const backedOut = sheet(
      rows(
        years,
        ["Net income", 60, 66, 72],
        ["Depreciation expense", 15, 16, 17],
        ["Property, plant and equipment", 100, 110, 121],
        ["Opening plant", 90, ["=B4", 100], ["=C4", 110]],
        ["Capital expenditure", ["=-(B4-B5)-B3", -25], ["=-(C4-C5)-C3", -26], ["=-(D4-D5)-D3", -28]],
        ["Acquisitions", -1, -1, -1],
        ["Cash flow from investing activities", ["=B6+B7", -26], ["=C6+C7", -27], ["=D6+D7", -29]],
      ),
    );
    expect(findWith(signInTotal, backedOut)).toEqual([]);
  });
});
