import { marginBase } from "../../../../src/audit/rules/statements/margin-base";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const income = (base: number, discounts = -10) =>
  sheet(
    rows(
      ["USD m", 2024, 2025, 2026],
      ["Gross revenue", 100, 110, 120],
      ["Discounts", discounts, discounts, discounts],
      ["Net revenue", ["=B2+B3", 100 + discounts], ["=C2+C3", 110 + discounts], ["=D2+D3", 120 + discounts]],
      ["Gross profit", 45, 50, 55],
      ["Net income", 9, 10, 11],
      ["Gross margin", ["=B5/B4", 0.5], ["=C5/C4", 0.5], ["=D5/D4", 0.5]],
      ["Net margin", [`=B6/B${base}`, 0.1], [`=C6/C${base}`, 0.1], [`=D6/D${base}`, 0.1]],
    ),
  );

describe("the base of margins", () => {
  it("reports a margin that is measured on another revenue than the one above it", () => {
    const findings = findWith(marginBase, income(2));
    expect(placesOf(findings)).toEqual(["Sheet1!B8:D8"]);
    expect(wordsOf(findings[0])).toContain("divides by “Gross revenue” of 100");
  });

  it("accepts one base for all, and revenues that do not differ", () => {
    expect(findWith(marginBase, income(4))).toEqual([]);
    expect(findWith(marginBase, income(2, 0))).toEqual([]);
  });
});
