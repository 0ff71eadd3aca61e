import { oneSidedBalance } from "../../../../src/audit/rules/statements/one-sided-balance";
import { workbook, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2024A", "2025E", "2026E"];

/** Receivables and payables are in the cash flow; the fourth line is what each test makes of it. */
function model(other: WrittenCell[], flow: WrittenCell[] = [0, 0, 0]) {
  const balance = rows(
    years,
    ["Cash", 20, ["='Cash flow'!C9", 30], ["='Cash flow'!D9", 42]],
    ["Accounts receivable", 30, ["=B3*1.1", 33], ["=C3*1.2", 39.6]],
    ["Inventory", ...other],
    ["Total assets", ["=SUM(B2:B4)", 60], ["=SUM(C2:C4)", 80], ["=SUM(D2:D4)", 100]],
    ["Accounts payable", 15, ["=B6*1.2", 18], ["=C6*1.1", 19.8]],
    ["Retained earnings", 45, ["=B7+'Cash flow'!C2", 57], ["=C7+'Cash flow'!D2", 71]],
    ["Total liabilities and equity", ["=B6+B7", 60], ["=C6+C7", 75], ["=D6+D7", 90.8]],
  );
  const cash = rows(
    years,
    ["Net income", 10, 12, 14],
    ["Change in receivables", 0, ["=Balance!B3-Balance!C3", -3], ["=Balance!C3-Balance!D3", -6.6]],
    ["Change in payables", 0, ["=Balance!C6-Balance!B6", 3], ["=Balance!D6-Balance!C6", 1.8]],
    ["Other operating items", ...flow],
    ["Cash flow from operations", ["=SUM(B2:B5)", 10], ["=SUM(C2:C5)", 12], ["=SUM(D2:D5)", 9.2]],
    ["Net change in cash", ["=B6", 10], ["=C6", 12], ["=D6", 9.2]],
    ["Beginning cash", 10, ["=B9", 20], ["=C9", 30]],
    ["Ending cash", ["=B8+B7", 20], ["=C8+C7", 30], ["=D8+D7", 42]],
  );
  return workbook({ Balance: balance, "Cash flow": cash });
}

describe("a balance that moves without cash", () => {
  it("reports a forecast balance no line of the cash flow takes up", () => {
    const findings = findWith(oneSidedBalance, model([10, 17, 26]));
    expect(placesOf(findings)).toEqual(["Balance!C4:D4"]);
    expect(findings[0]?.title).toBe("“Inventory” moves without cash");
    expect(wordsOf(findings[0])).toContain("“Inventory” moves by 7");
  });

  it("accepts a balance that stands still", () => {
    expect(findWith(oneSidedBalance, model([10, ["=B4", 10], ["=C4", 10]]))).toEqual([]);
  });

  it("accepts a movement the cash flow takes from the balance", () => {
    const flow: WrittenCell[] = [0, ["=Balance!B4-Balance!C4", -7], ["=Balance!C4-Balance!D4", -9]];
    expect(findWith(oneSidedBalance, model([10, 17, 26], flow))).toEqual([]);
  });

  it("accepts a balance that is rolled forward with a flow of the statement", () => {
    const rolled: WrittenCell[] = [10, ["=MAX(B4-'Cash flow'!C5,0)", 17], ["=MAX(C4-'Cash flow'!D5,0)", 26]];
    expect(findWith(oneSidedBalance, model(rolled, [0, -7, -9]))).toEqual([]);
  });

  it("accepts a typed movement of the same amount in every period", () => {
    expect(findWith(oneSidedBalance, model([10, 17, 26], [0, -7, -9]))).toEqual([]);
  });
});
