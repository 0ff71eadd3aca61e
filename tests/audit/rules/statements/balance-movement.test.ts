import { balanceMovement } from "../../../../src/audit/rules/statements/balance-movement";
import { workbook, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2024A", "2025E", "2026E", "2027E"];
const columns = ["C", "D", "E"];
const before: Readonly<Record<string, string>> = { C: "B", D: "C", E: "D" };

/** A forecast row from a formula in which # is the column and @ the one before. */
function forecast(formula: string, values: readonly number[]): WrittenCell[] {
  return values.map((value, i) => [formula.replace(/#/gu, columns[i]!).replace(/@/gu, before[columns[i]!]!), value]);
}

const flows = rows(
  years,
  ["Net income", 30, 40, 50, 60],
  ["Depreciation", 10, 11, 12, 13],
  ["Cash flow from operations", ["=B2+B3", 40], ["=C2+C3", 51], ["=D2+D3", 62], ["=E2+E3", 73]],
  ["Capital expenditure", -20, -25, -35, -28],
  ["Dividends paid", -5, -6, -7, -8],
);

function model(plant: WrittenCell[], earnings: WrittenCell[]) {
  const balance = rows(
    years,
    ["Property, plant and equipment", 100, ...plant],
    ["Total assets", ["=B2", 100], ...forecast("=#2", [114, 137, 152])],
    ["Retained earnings", 60, ...earnings],
    ["Total equity", ["=B4", 60], ...forecast("=#4", [94, 137, 189])],
    ["Total liabilities and equity", ["=B5", 60], ...forecast("=#5", [94, 137, 189])],
  );
  return workbook({ "Balance sheet": balance, "Cash flow": flows });
}

const plant = forecast("=@2-'Cash flow'!#5-'Cash flow'!#3", [114, 137, 152]);
const earnings = forecast("=@4+'Cash flow'!#2+'Cash flow'!#6", [94, 137, 189]);

describe("balances and the flows that move them", () => {
  it("accepts plant and retained earnings that roll forward", () => {
    expect(findWith(balanceMovement, model(plant, earnings))).toEqual([]);
  });

  it("reports retained earnings that dividends never leave", () => {
    const kept = forecast("=@4+'Cash flow'!#2", [100, 150, 210]);
    const findings = findWith(balanceMovement, model(plant, kept));
    expect(placesOf(findings)).toEqual(["Balance sheet!C4:E4"]);
    expect(wordsOf(findings[0])).toContain("never loses “Dividends paid” of -6");
  });

  it("reports plant that gains the spending of the year before", () => {
    const late = forecast("=@2-'Cash flow'!@5-'Cash flow'!#3", [109, 122, 144]);
    expect(wordsOf(findWith(balanceMovement, model(late, earnings))[0])).toContain("the figure of the period before");
  });

  it("reports plant that stands still while money is spent on it", () => {
    const still = forecast("=@2", [100, 100, 100]);
    expect(wordsOf(findWith(balanceMovement, model(still, earnings))[0])).toContain("It stands still while");
  });

  it("says nothing of plant that moves for reasons it cannot name", () => {
    const sold = forecast("=@2-'Cash flow'!#5-'Cash flow'!#3-3", [111, 131, 143]);
    expect(findWith(balanceMovement, model(sold, earnings))).toEqual([]);
  });

  it("reports debt that stands still while it is repaid, and accepts net borrowing beside a repayment", () => {
    const debt = (values: readonly WrittenCell[], first: string) =>
      workbook({
        "Balance sheet": rows(
          years,
          ["Cash", 100, 100, 100, 100],
          ["Total assets", ["=B2", 100], ...forecast("=#2", [100, 100, 100])],
          ["Long-term debt", 90, ...values],
          ["Total liabilities", ["=SUM(B4:B4)", 90], ...forecast("=SUM(#4:#4)", [80, 70, 60])],
        ),
        "Cash flow": rows(
          years,
          [first, 0, -10, -11, -12],
          ["Debt repayment", 0, -10, -11, -12],
          ["Cash flow from financing", ["=B3", 0], ...forecast("=#3", [-10, -11, -12])],
        ),
      });
    const still = findWith(balanceMovement, debt(forecast("=@4", [90, 90, 90]), "Net borrowing"));
    expect(placesOf(still)).toEqual(["Balance sheet!C4:E4"]);
    const net = forecast("=@4+'Cash flow'!#2", [80, 69, 57]);
    expect(findWith(balanceMovement, debt(net, "Net borrowing"))).toEqual([]);
  });
});
