import { rowStops } from "../../../../src/audit/rules/formulas/row-stops";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

/** A forecast of four years whose row under test stands in row 5. */
function model(label: string, ...cells: readonly (WrittenCell | null)[]) {
  const across = (formula: (column: string, before: string) => string): WrittenCell[] =>
    ["C", "D", "E", "F"].map((column, i) => [`=${formula(column, "BCDE"[i]!)}`, 10 + i]);
  return sheet(
    rows(
      ["USD m", "2023A", "2024E", "2025E", "2026E", "2027E"],
      ["Revenue", 100, ...across((_, before) => `${before}2*1.1`)],
      ["Costs", 60, ...across((column) => `${column}2*0.6`)],
      ["Gross profit", 40, ...across((column) => `${column}2-${column}3`)],
      [label, 30, ...cells],
      ["Overheads", 10, ...across((column) => `${column}2*0.1`)],
      ["Operating profit", 30, ...across((column) => `${column}4-${column}6`)],
    ),
  );
}

describe("a row that stops", () => {
  it("reports a row calculated in the first year of a forecast and blank after it", () => {
    const findings = findWith(rowStops, model("EBITDA", ["=C4-C6", 7]));
    expect(placesOf(findings)).toEqual(["Sheet1!D5:F5"]);
    expect(wordsOf(findings[0])).toContain("“Gross profit”");
  });

  it("accepts what happens once, what is filled to the end, and a link", () => {
    const full = ["C", "D", "E", "F"].map((column): WrittenCell => [`=${column}4-${column}6`, 7]);
    expect(findWith(rowStops, model("Transaction adjustment", ["=C4-C6", 7]))).toEqual([]);
    expect(findWith(rowStops, model("EBITDA", ...full))).toEqual([]);
    expect(findWith(rowStops, model("EBITDA", ["=C4", 7]))).toEqual([]);
  });
});
