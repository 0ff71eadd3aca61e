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

  it("reports a schedule none of whose openings follows the closing before", () => {
    const schedule = sheet(
      rows(
        ["USD m", 2024, 2025, 2026],
        ["Drawn at close", 100, 100, 100],
        ["Opening balance", ["=B2", 100], ["=C2", 100], ["=D2", 100]],
        ["Repayment", -10, -10, -10],
        ["Closing balance", ["=B3+B4", 90], ["=C3+C4", 90], ["=D3+D4", 90]],
      ),
    );
    expect(placesOf(findWith(rollForward, schedule))).toEqual(["Sheet1!C3:D3"]);
  });

  it("reports a closing balance that leaves a movement of its block out", () => {
    const plant = sheet(
      rows(
        ["USD m", 2024, 2025, 2026],
        ["Opening PP&E", 100, ["=B6", 90], ["=C6", 80]],
        ["Capital expenditure", 15, 16, 17],
        ["Depreciation", -10, -10, -10],
        ["Interest rate", 0.05, 0.05, 0.05],
        ["Closing PP&E", ["=B2+B4", 90], ["=C2+C4", 80], ["=D2+D4", 70]],
      ),
    );
    const findings = findWith(rollForward, plant);
    expect(placesOf(findings)).toEqual(["Sheet1!B6:D6"]);
    expect(findings[0]!.title).toBe("“Closing PP&E” leaves out “Capital expenditure”");
  });

  it("accepts a loan whose interest is paid beside it", () => {
    const loan = sheet(
      rows(
        ["USD m", 2024, 2025, 2026],
        ["Opening balance", 100, ["=B6", 90], ["=C6", 80]],
        ["Interest", 5, 4.5, 4],
        ["Instalment", 15, 14.5, 14],
        ["Principal repaid", ["=B4-B3", 10], ["=C4-C3", 10], ["=D4-D3", 10]],
        ["Closing balance", ["=B2-B5", 90], ["=C2-C5", 80], ["=D2-D5", 70]],
      ),
    );
    expect(findWith(rollForward, loan)).toEqual([]);
  });

  it("reads schedules that run down the sheet", () => {
    const down = sheet(
      rows(
        ["Year", "Opening balance", "Repayment", "Closing balance"],
        [2024, 100, -10, ["=B2+C2", 90]],
        [2025, ["=D2", 90], -10, ["=B3+C3", 80]],
        [2026, 70, -10, ["=B4+C4", 60]],
        [2027, ["=D4", 60], -10, ["=B5+C5", 50]],
      ),
    );
    expect(placesOf(findWith(rollForward, down))).toEqual(["Sheet1!B4"]);
  });
});
