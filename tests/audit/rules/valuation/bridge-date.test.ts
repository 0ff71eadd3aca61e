import { bridgeDate } from "../../../../src/audit/rules/valuation/bridge-date";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const balances = rows(
  ["USD m", "2024A", "2025A", "2026E", "2027E", "2028E"],
  ["Cash and cash equivalents", 10, 12, 30, 40, 50],
  ["Total debt", 50, 50, 40, 30, 20],
);

const valued = (column: string, firstCount = 1) =>
  workbook({
    Balance: balances,
    Valuation: rows(
      ["USD m", "2026E", "2027E", "2028E"],
      ["Free cash flow", 20, 22, 24],
      ["Discount period", firstCount, firstCount + 1, firstCount + 2],
      ["PV of flow", ["=B2/(1+$B$6)^B3", 18], ["=C2/(1+$B$6)^C3", 18], ["=D2/(1+$B$6)^D3", 18]],
      [],
      ["WACC", 0.1],
      ["Enterprise value", ["=SUM(B4:D4)", 54]],
      ["Cash and cash equivalents", [`=Balance!${column}2`, 30]],
      ["Total debt", [`=-Balance!${column}3`, -40]],
      ["Equity value", ["=B7+B8+B9", 44]],
    ),
  });

describe("the date of the bridge", () => {
  it("reports balances of the end of a year whose flow is discounted", () => {
    const findings = findWith(bridgeDate, valued("D"));
    expect(placesOf(findings)).toEqual(["Valuation!B8:B9"]);
    expect(wordsOf(findings[0])).toContain("counted twice");
  });

  it("accepts the last actual balances", () => {
    expect(findWith(bridgeDate, valued("C"))).toEqual([]);
  });

  it("accepts balances of the valuation date where the first year is not discounted", () => {
    expect(findWith(bridgeDate, valued("D", 0))).toEqual([]);
  });
});
