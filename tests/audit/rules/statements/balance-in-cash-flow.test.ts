import { balanceInCashFlow } from "../../../../src/audit/rules/statements/balance-in-cash-flow";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

function model(operating: WrittenCell[]) {
  return sheet(
    rows(
      ["USD m", "2024A", "2025E", "2026E"],
      ["Net income", 10, 12, 14],
      ["Depreciation", 2, 2, 2],
      ["Operating cash flow", 9, ...operating],
      ["Accounts receivable", 30, ["=B5*1.1", 33], ["=C5*1.1", 36.3]],
      ["Inventory", 20, ["=B6*1.1", 22], ["=C6*1.1", 24.2]],
      ["Total assets", ["=SUM(B5:B6)", 50], ["=SUM(C5:C6)", 55], ["=SUM(D5:D6)", 60.5]],
    ),
  );
}

describe("balances in the cash flow", () => {
  it("reports operating cash flow that takes whole balances away", () => {
    const findings = findWith(
      balanceInCashFlow,
      model([
        ["=C2+C3-C5-C6", -41],
        ["=D2+D3-D5-D6", -44.5],
      ]),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!C4:D4"]);
    expect(wordsOf(findings[0])).toContain("“Accounts receivable” of 33");
  });

  it("accepts balances less the ones before", () => {
    expect(
      findWith(
        balanceInCashFlow,
        model([
          ["=C2+C3-(C5-B5)-(C6-B6)", 9],
          ["=D2+D3+C5-D5+C6-D6", 10.5],
        ]),
      ),
    ).toEqual([]);
  });
});
