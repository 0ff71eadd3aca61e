import { typedAgain } from "../../../../src/audit/rules/typed/typed-again";
import { workbook, type WrittenSheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const capital: WrittenSheet = rows(
  ["Cost of equity", 0.0912],
  ["Cost of debt", 0.041],
  ["Equity weight", 0.8],
  ["WACC", ["=B1*B3+B2*(1-B3)", 0.08116, "0.0%"]],
);

function valuation(wacc: number | readonly [string, number], cash: number | readonly [string, number]): WrittenSheet {
  return rows(
    ["WACC", wacc],
    ["Terminal growth rate", 0.02],
    ["Free cash flow", 100],
    ["Enterprise value", ["=B3*(1+B2)/(B1-B2)", 1668]],
    ["Add: cash", cash],
    ["Equity value", ["=B4+B5", 2212]],
    ["Shares outstanding", 250],
    ["Value per share", ["=B6/B7", 8.8]],
  );
}

const balance: WrittenSheet = rows(
  ["", "2022A", "2023A"],
  ["Cash and cash equivalents", 481.2, 544.3],
  ["Receivables", 210, 230],
  ["Total assets", ["=B2+B3", 691.2], ["=C2+C3", 774.3]],
);

describe("a figure typed again", () => {
  it("reports a rate typed, rounded, beside the sheet that calculates it", () => {
    const snapshot = workbook({ WACC: capital, DCF: valuation(0.0812, ["=Balance!C2", 544.3]), Balance: balance });
    const findings = findWith(typedAgain, snapshot);
    expect(placesOf(findings)).toEqual(["DCF!B1"]);
    expect(findings[0]).toMatchObject({ severity: "medium" });
    expect(wordsOf(findings[0])).toContain(
      "“WACC” of 8.1% (WACC!B4) is typed here although the workbook calculates it",
    );
  });

  it("reports a balance read off a statement by hand", () => {
    const snapshot = workbook({ WACC: capital, DCF: valuation(["=WACC!B4", 0.08116], 544.3), Balance: balance });
    const findings = findWith(typedAgain, snapshot);
    expect(placesOf(findings)).toEqual(["DCF!B5"]);
    expect(findings[0]).toMatchObject({ severity: "low" });
    expect(wordsOf(findings[0])).toContain("(Balance!C2) is typed here although the workbook states it");
  });

  it("reports an assumption typed on a second sheet, and only the second", () => {
    const inputs = rows(["Tax rate", 0.25], ["Growth", 0.03], ["Profit", ["=100*(1-B1)*(1+B2)", 77.25]]);
    const later = rows(["Tax rate", 0.25], ["Beta", 1.1], ["After-tax", ["=(1-B1)*B2", 0.825]]);
    expect(placesOf(findWith(typedAgain, workbook({ Inputs: inputs, Debt: later })))).toEqual(["Debt!B1"]);
  });

  it("accepts links, other figures, other companies and sheets that only hold figures", () => {
    const linked = workbook({
      WACC: capital,
      DCF: valuation(["=WACC!B4", 0.08116], ["=Balance!C2", 544.3]),
      Balance: balance,
    });
    const another = workbook({ WACC: capital, DCF: valuation(0.0765, 520), Balance: balance });
    const target = workbook({
      Acquirer: rows(["Tax rate", 0.25], ["Growth", 0.03], ["Profit", ["=100*(1-B1)", 75]]),
      Target: rows(["Tax rate", 0.25], ["Growth", 0.04], ["Profit", ["=80*(1-B1)", 60]]),
    });
    const data = workbook({ Balance: balance, Import: rows(["Cash", 544.3], ["Total assets", 774.3]) });
    for (const snapshot of [linked, another, target, data]) expect(findWith(typedAgain, snapshot)).toEqual([]);
  });

  it("does not take what is built on a typed figure for its source", () => {
    const snapshot = workbook({
      Inputs: rows(["Tax rate", 0.2575], ["Growth", 0.03], ["Base", ["=B2*2", 0.06]]),
      Model: rows(["Tax rate", ["=Inputs!B1", 0.2575]], ["Net", ["=1-B1", 0.7425]]),
    });
    expect(findWith(typedAgain, snapshot)).toEqual([]);
  });

  it("does not take a link to another year's typed figure for the source", () => {
    const yearly = (year: string, opening: number | readonly [string, number]) =>
      rows(["", year], ["Inventory bought", 31.25], ["Opening inventory", opening], ["Total", ["=B2+B3", 62.5]]);
    const snapshot = workbook({ First: yearly("2023A", 31.25), Second: yearly("2025E", ["=First!B3", 31.25]) });
    expect(findWith(typedAgain, snapshot)).toEqual([]);
  });
});
