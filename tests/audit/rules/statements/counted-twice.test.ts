import { countedTwice } from "../../../../src/audit/rules/statements/counted-twice";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2024E", "2025E", "2026E"];
const triple = (make: (column: string) => WrittenCell): WrittenCell[] => ["B", "C", "D"].map(make);

function statement(investing: (column: string) => string) {
  return sheet(
    rows(
      years,
      ["EBIT", 100, 110, 120],
      ["Interest income", 10, 11, 12],
      ["Net income", ...triple((c) => [`=${c}2+${c}3`, 110])],
      ["Depreciation", 20, 20, 20],
      ["Cash flow from operations", ...triple((c) => [`=${c}4+${c}5`, 130])],
      ["Income received", ...triple((c) => [investing(c), 10])],
      ["Capital expenditure", -30, -30, -30],
      ["Cash flow from investing", ...triple((c) => [`=SUM(${c}7:${c}8)`, -20])],
      ["Net change in cash", ...triple((c) => [`=${c}6+${c}9`, 110])],
    ),
  );
}

describe("a figure counted twice in a flow", () => {
  it("reports income that is in profit and in another section", () => {
    const findings = findWith(
      countedTwice,
      statement((c) => `=${c}3`),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B7:D7"]);
    expect(wordsOf(findings[0])).toContain("by “Net income” and “Income received”");
  });

  it("accepts income that is taken off before it is shown again", () => {
    expect(
      findWith(
        countedTwice,
        statement((c) => `=${c}3-${c}3`),
      ),
    ).toEqual([]);
  });

  it("accepts a flow of its own", () => {
    expect(
      findWith(
        countedTwice,
        statement(() => "=5+5"),
      ),
    ).toEqual([]);
  });
});
