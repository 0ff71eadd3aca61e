import { totalOff } from "../../../../src/audit/rules/statements/total-off";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const costs = (total: readonly WrittenCell[]) =>
  sheet(
    rows(
      ["Budget", "Jan", "Feb", "Mar", "Apr"],
      ["Rent", 20, 20, 20, 20],
      ["Wages", 51, 52, 53, 54],
      ["Software", 9, 9, 12, 12],
      ["Total costs", ...total],
    ),
  );

describe("typed totals", () => {
  it("reports the column in which a typed total is not the sum of its rows", () => {
    const findings = findWith(totalOff, costs([80, 81, 95, 86]));
    expect(placesOf(findings)).toEqual(["Sheet1!D5"]);
    expect(wordsOf(findings[0])).toContain("a difference of 10");
  });

  it("accepts totals that add up, and those that are another thing", () => {
    expect(findWith(totalOff, costs([80, 81, 85, 86]))).toEqual([]);
    expect(findWith(totalOff, costs([300, 310, 320, 330]))).toEqual([]);
  });

  it("leaves calculated totals to what they read", () => {
    const findings = findWith(totalOff, costs([80, 81, ["=SUM(D2:D3)", 73], 86]));
    expect(findings).toEqual([]);
  });

  it("accepts published figures whose rounding adds up", () => {
    expect(findWith(totalOff, costs([80, 81, 86, 86]))).toEqual([]);
  });
});
