import { rollForward } from "../../../src/audit/rules/roll-forward";
import { sheet } from "../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../find-with";

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

  it("accepts a balance that rolls", () => {
    expect(findWith(rollForward, debt(80))).toEqual([]);
  });
});
