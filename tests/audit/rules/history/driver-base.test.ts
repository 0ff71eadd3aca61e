import { driverBase } from "../../../../src/audit/rules/history/driver-base";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2023A", "2024A", "2025E", "2026E"];

function debtModel(rate: WrittenCell[], interest: WrittenCell[]) {
  return sheet(
    rows(
      years,
      ["Total debt", 100, 160, ["=C2-20", 140], ["=D2-20", 120]],
      ["Interest expense", 8, 8, ...interest],
      ["Interest rate on debt", ["=B3/B2", 0.08], ...rate],
    ),
  );
}

describe("the base of a driver", () => {
  it("reports a rate measured on closing balances and applied to opening ones", () => {
    const findings = findWith(
      driverBase,
      debtModel(
        [["=C3/C2", 0.05], 0.05, 0.05],
        [
          ["=D4*C2", 8],
          ["=E4*D2", 7],
        ],
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!D4:E4"]);
    expect(wordsOf(findings[0])).toContain("on that base the same year comes to 8.0%");
  });

  it("accepts a rate measured and applied on one base", () => {
    expect(
      findWith(
        driverBase,
        debtModel(
          [["=C3/B2", 0.08], 0.08, 0.08],
          [
            ["=D4*C2", 12.8],
            ["=E4*D2", 11.2],
          ],
        ),
      ),
    ).toEqual([]);
  });

  it("reports days measured over one year length and applied over another", () => {
    const days = sheet(
      rows(
        years,
        ["Revenue", 1000, 1100, ["=C2*1.1", 1210], ["=D2*1.1", 1331]],
        ["Accounts receivable", 100, 110, ["=D2*D4/360", 123], ["=E2*E4/360", 135]],
        ["Receivable days", ["=B3/B2*365", 36.5], ["=C3/C2*365", 36.5], 36.5, 36.5],
      ),
    );
    const findings = findWith(driverBase, days);
    expect(placesOf(findings)).toEqual(["Sheet1!D4:E4"]);
    expect(wordsOf(findings[0])).toContain("measured over 365 days");
  });
});
