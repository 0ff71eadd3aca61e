import { rangeOmitsNeighbour } from "../../../../src/audit/rules/formulas/range-omits-neighbour";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", 2024, 2025, 2026, 2027];

describe("ranges of totals", () => {
  it("reports a total that stops one row short", () => {
    const snapshot = sheet(
      rows(
        years,
        ["Salaries", 5, 5, 5, 5],
        ["Rent", 2, 2, 2, 2],
        ["Insurance", 1, 1, 1, 1],
        ["Total operating expenses", ["=SUM(B2:B3)", 7], ["=SUM(C2:C3)", 7], ["=SUM(D2:D3)", 7], ["=SUM(E2:E3)", 7]],
      ),
    );
    const findings = findWith(rangeOmitsNeighbour, snapshot);
    expect(placesOf(findings)).toEqual(["Sheet1!B5:E5"]);
    expect(wordsOf(findings[0])).toContain("“Insurance”");
  });

  it("reports a subtotal that is counted beside its parts", () => {
    const snapshot = sheet(
      rows(
        years,
        ["Salaries", 5, 5, 5, 5],
        ["Rent", 2, 2, 2, 2],
        ["Total fixed costs", ["=SUM(B2:B3)", 7], ["=SUM(C2:C3)", 7], ["=SUM(D2:D3)", 7], ["=SUM(E2:E3)", 7]],
        ["Travel", 1, 1, 1, 1],
        [
          "Total operating expenses",
          ["=SUM(B2:B5)", 15],
          ["=SUM(C2:C5)", 15],
          ["=SUM(D2:D5)", 15],
          ["=SUM(E2:E5)", 15],
        ],
      ),
    );
    const findings = findWith(rangeOmitsNeighbour, snapshot);
    expect(placesOf(findings)).toEqual(["Sheet1!B6:E6"]);
    expect(findings[0]!.title).toBe("“Total operating expenses” counts a subtotal twice");
  });

  it("accepts a total of everything above it and a memo percentage in between", () => {
    const snapshot = sheet(
      rows(
        years,
        ["Salaries", 5, 5, 5, 5],
        ["Rent", 2, 2, 2, 2],
        ["Rent % of salaries", [0.4, 0.4, "0%"], [0.4, 0.4, "0%"], [0.4, 0.4, "0%"], [0.4, 0.4, "0%"]],
        ["Total operating expenses", ["=SUM(B2:B3)", 7], ["=SUM(C2:C3)", 7], ["=SUM(D2:D3)", 7], ["=SUM(E2:E3)", 7]],
      ),
    );
    expect(findWith(rangeOmitsNeighbour, snapshot)).toEqual([]);
  });
});
