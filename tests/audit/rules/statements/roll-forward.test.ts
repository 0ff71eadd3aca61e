import { rollForward } from "../../../../src/audit/rules/statements/roll-forward";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", 2024, 2025, 2026, 2027, 2028];
const debt = (third: number) =>
  sheet(
    rows(
      years,
      ["Beginning balance", 100, 90, third, 70, 60],
      ["Repayment", -10, -10, -10, -10, -10],
      ["Ending balance", 90, 80, 70, 60, 50],
    ),
  );

describe("roll-forwards", () => {
  it("reports an opening balance that is not the closing balance before it", () => {
    const findings = findWith(
      rollForward,
      sheet(
        rows(
          years,
          ["Beginning balance", 100, 90, 85, 70, 60],
          ["Repayment", -10, -10, -10, -10, -10],
          ["Ending balance", 90, 80, 70, 60, 50],
        ),
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!D2"]);
    expect(wordsOf(findings[0])).toContain("a difference of 5");
  });

  it("accepts history typed as published, where every figure is rounded by itself", () => {
    const published = rows(
      years,
      ["Beginning balance", 104.6, 135.4, 170.1, "=D6", "=E6"],
      ["Operations", 79.5, 87.1, 93.4, "=D3", "=E3"],
      ["Investing", -21.3, -23, -24.2, "=D4", "=E4"],
      ["Financing", -27.4, -29.6, -31.8, "=D5", "=E5"],
      [
        "Ending balance",
        ["=SUM(B2:B5)", 135.4],
        ["=SUM(C2:C5)", 169.9],
        ["=SUM(D2:D5)", 207.5],
        ["=SUM(E2:E5)", 245],
        ["=SUM(F2:F5)", 282],
      ],
    );
    expect(findWith(rollForward, sheet(published))).toEqual([]);
  });

  it("accepts a balance that rolls", () => {
    expect(findWith(rollForward, debt(80))).toEqual([]);
  });
});
