import { growthBase } from "../../../../src/audit/rules/statements/growth-base";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const revenue = (...more: (readonly WrittenCell[])[]) =>
  sheet(rows(["USD m", 2021, 2022, 2023, 2024], ["Revenue", 100, 125, 150, 180], ...more));

describe("what growth is measured on", () => {
  it.each([
    ["the change over the new figure", "=(C2-B2)/C2"],
    ["one less the quotient upside down", "=1-B2/C2"],
  ])("reports %s", (_name, formula) => {
    const findings = findWith(growthBase, revenue(["Revenue growth", "", [formula, 0.2]]));
    expect(placesOf(findings)).toEqual(["Sheet1!C3"]);
    expect(wordsOf(findings[0])).toContain("25.0%");
  });

  it("accepts growth on the old figure, a discount on the new one, and years that run backwards", () => {
    expect(findWith(growthBase, revenue(["Revenue growth", "", ["=(C2-B2)/B2", 0.25]]))).toEqual([]);
    expect(findWith(growthBase, revenue(["Growth", "", ["=C2/B2-1", 0.25]]))).toEqual([]);
    expect(findWith(growthBase, revenue(["Discount to next year", "", ["=1-B2/C2", 0.2]]))).toEqual([]);
    const backwards = sheet(rows(["USD m", 2024, 2023], ["Revenue", 125, 100], ["Growth", "", ["=(C2-B2)/C2", -0.25]]));
    expect(findWith(growthBase, backwards)).toEqual([]);
  });

  it("reports compound growth that counts the figures instead of the years between them", () => {
    const findings = findWith(growthBase, revenue(["Revenue CAGR", ["=(E2/B2)^(1/4)-1", 0.158]]));
    expect(placesOf(findings)).toEqual(["Sheet1!B3"]);
    expect(wordsOf(findings[0])).toContain("21.6%");
  });

  it("accepts compound growth over the years between, typed or held in a cell", () => {
    expect(findWith(growthBase, revenue(["Revenue CAGR", ["=(E2/B2)^(1/3)-1", 0.216]]))).toEqual([]);
    const held = revenue(["Revenue CAGR", ["=POWER(E2/B2,1/B4)-1", 0.216]], ["Years", 3]);
    expect(findWith(growthBase, held)).toEqual([]);
  });
});
