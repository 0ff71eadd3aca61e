import { movementApart } from "../../../../src/audit/rules/statements/movement-apart";
import { type WrittenCell, workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2024A", "2025E", "2026E", "2027E"];
const model = (...change: readonly WrittenCell[]) =>
  workbook({
    Balance: rows(
      years,
      ["Cash", 50, 60, 70, 80],
      ["Accounts receivable", 100, ["=B3*1.1", 110], ["=C3*1.1", 121], ["=D3*1.1", 133]],
      ["Inventory", 80, ["=B4*1.05", 84], ["=C4*1.05", 88], ["=D4*1.05", 92]],
      ["Total assets", ["=SUM(B2:B4)", 230], ["=SUM(C2:C4)", 254], ["=SUM(D2:D4)", 279], ["=SUM(E2:E4)", 305]],
      ["Accounts payable", 60, ["=B6*1.1", 66], ["=C6*1.1", 72], ["=D6*1.1", 80]],
      ["Total equity", 170, 188, 207, 225],
      ["Total liabilities and equity", ["=B6+B7", 230], ["=C6+C7", 254], ["=D6+D7", 279], ["=E6+E7", 305]],
    ),
    Flows: rows(
      years,
      ["Net income", 20, 22, 24, 26],
      ["Change in working capital", ...change],
      ["Operating cash flow", ["=B2+B3", 20], ["=C2+C3", 18], ["=D2+D3", 20], ["=E2+E3", 22]],
    ),
  });

describe("movements of working capital beside the balance sheet", () => {
  it("reports a movement that was typed apart from the balances", () => {
    const findings = findWith(movementApart, model(0, -20, -25, -30));
    expect(placesOf(findings)).toEqual(["Flows!C3:E3"]);
    expect(wordsOf(findings[0])).toContain("move cash by -8");
  });

  it("accepts a movement that agrees, whichever of the balances it is made of and whichever its sign", () => {
    expect(findWith(movementApart, model(0, -8, -9, -8))).toEqual([]);
    expect(findWith(movementApart, model(0, 14, 15, 16))).toEqual([]);
  });

  it("leaves a movement that is calculated from the balances to other rules", () => {
    const read = model(
      0,
      ["=(Balance!C3-Balance!B3)*2", 20],
      ["=(Balance!D3-Balance!C3)*2", 22],
      ["=(Balance!E3-Balance!D3)*2", 24],
    );
    expect(findWith(movementApart, read)).toEqual([]);
  });
});
