import { stockForFlow } from "../../../../src/audit/rules/statements/stock-for-flow";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2023A", "2024E", "2025E", "2026E"];
const balance = rows(years, ["Accounts receivable", 60, 64, 70, 75], ["Inventory", 50, 52, 61, 64]);

describe("a movement that reads a balance", () => {
  it("reports a change linked to the balance itself", () => {
    const flow = rows(years, [
      "Change in accounts receivable",
      -4,
      ["=-'Balance sheet'!C2", -64],
      ["=-'Balance sheet'!D2", -70],
      ["=-'Balance sheet'!E2", -75],
    ]);
    const findings = findWith(stockForFlow, workbook({ "Balance sheet": balance, "Cash flow": flow }));
    expect(placesOf(findings)).toEqual(["Cash flow!C2:E2"]);
    expect(wordsOf(findings[0])).toContain("which stands at 64");
  });

  it("accepts the difference of two balances", () => {
    const flow = rows(years, [
      "Change in accounts receivable",
      -4,
      ["='Balance sheet'!B2-'Balance sheet'!C2", -4],
      ["='Balance sheet'!C2-'Balance sheet'!D2", -6],
      ["='Balance sheet'!D2-'Balance sheet'!E2", -5],
    ]);
    expect(findWith(stockForFlow, workbook({ "Balance sheet": balance, "Cash flow": flow }))).toEqual([]);
  });

  it("takes the words beside a label for part of it", () => {
    const debt = rows(["USD m", "", "2023A", "2024E", "2025E"], ["Long-term debt", "Increase / (decrease)", 5, 6, 7]);
    const flow = rows(
      ["USD m", "", "2023A", "2024E", "2025E"],
      ["Change in debt", "", ["=Debt!C2", 5], ["=Debt!D2", 6], ["=Debt!E2", 7]],
    );
    expect(findWith(stockForFlow, workbook({ Debt: debt, "Cash flow": flow }))).toEqual([]);
  });
});
