import { cashTie } from "../../../../src/audit/rules/statements/cash-tie";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", 2024, 2025, 2026, 2027];
const cashFlow = rows(
  years,
  ["Net change in cash", 10, 10, 10, 10],
  ["Beginning cash", 5, 15, 25, 35],
  ["Ending cash", ["=B2+B3", 15], ["=C2+C3", 25], ["=D2+D3", 35], ["=E2+E3", 45]],
);

describe("cash on two statements", () => {
  it("reports cash on the balance sheet that the cash flow does not end with", () => {
    const balance = rows(years, ["Cash and cash equivalents", 12, 25, 35, 45], ["Total assets", 50, 60, 70, 80]);
    const findings = findWith(cashTie, workbook({ "Balance sheet": balance, "Cash flow": cashFlow }));
    expect(placesOf(findings)).toEqual(["Balance sheet!B2"]);
    expect(wordsOf(findings[0])).toContain("a difference of -3");
  });

  it("accepts cash that ties, and cash in another scale", () => {
    const tying = rows(years, ["Cash", 15, 25, 35, 45], ["Total assets", 50, 60, 70, 80]);
    const thousands = rows(years, ["Cash", 15000, 25000, 35000, 45000], ["Total assets", 50000, 60000, 70000, 80000]);
    expect(findWith(cashTie, workbook({ "Balance sheet": tying, "Cash flow": cashFlow }))).toEqual([]);
    expect(findWith(cashTie, workbook({ "Balance sheet": thousands, "Cash flow": cashFlow }))).toEqual([]);
  });

  it("says nothing where the balance sheet reads the ending cash and adds to it", () => {
    const wider = rows(
      years,
      [
        "Cash and cash equivalents",
        21,
        ["='Cash flow'!C4+6", 31],
        ["='Cash flow'!D4+6", 41],
        ["='Cash flow'!E4+6", 51],
      ],
      ["Total assets", 50, 60, 70, 80],
    );
    expect(findWith(cashTie, workbook({ "Balance sheet": wider, "Cash flow": cashFlow }))).toEqual([]);
  });
});
