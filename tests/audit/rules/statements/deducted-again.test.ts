import { deductedAgain } from "../../../../src/audit/rules/statements/deducted-again";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2024E", "2025E", "2026E"];
const triple = (make: (column: string) => WrittenCell): WrittenCell[] => ["B", "C", "D"].map(make);

function cashFlow(start: string, addBack: readonly WrittenCell[]) {
  return sheet(
    rows(
      years,
      ["EBT", 100, 110, 120],
      ["Income tax expense", 25, 27, 30],
      ["Net income", ...triple((c) => [`=${c}2-${c}3`, 75])],
      [start, ...triple((c) => [start === "EBT" ? `=${c}2` : `=${c}4`, 75])],
      ["Depreciation", 20, 20, 20],
      ["Income tax expense added back", ...addBack],
      ["Income taxes paid", -24, -26, -29],
      ["Cash flow from operations", ...triple((c) => [`=SUM(${c}5:${c}8)`, 71])],
    ),
  );
}

describe("a charge deducted a second time", () => {
  it("reports tax paid taken off net income", () => {
    const findings = findWith(deductedAgain, cashFlow("Net income", [0, 0, 0]));
    expect(placesOf(findings)).toEqual(["Sheet1!B8:D8"]);
    expect(wordsOf(findings[0])).toContain("which is after tax");
  });

  it("accepts a flow that starts before tax", () => {
    expect(findWith(deductedAgain, cashFlow("EBT", [0, 0, 0]))).toEqual([]);
  });

  it("accepts tax paid after the expense is added back", () => {
    expect(findWith(deductedAgain, cashFlow("Net income", [25, 27, 30]))).toEqual([]);
  });
});
