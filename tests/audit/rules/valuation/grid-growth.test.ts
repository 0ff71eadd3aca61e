import { gridGrowth } from "../../../../src/audit/rules/valuation/grid-growth";
import { type WrittenCell, sheet } from "../../../support/sheet";
import { findWith, placesOf, wordsOf } from "../../find-with";

const valuation = (steps: readonly number[], results: readonly (readonly number[])[]) => {
  const cells: Record<string, WrittenCell> = {
    A1: "WACC",
    B1: 0.08,
    A2: "Terminal growth",
    B2: 0.02,
    A3: "Free cash flow",
    B3: 100,
    A4: "Terminal value",
    B4: ["=B3*(1+B2)/(B1-B2)", 1700],
    D6: ["=B4", 1700],
    E6: 0.07,
    F6: 0.08,
    G6: 0.09,
  };
  steps.forEach((step, i) => {
    cells[`D${7 + i}`] = step;
    ["E", "F", "G"].forEach((column, j) => {
      cells[`${column}${7 + i}`] = [`=100*(1+$D${7 + i})/(${column}$6-$D${7 + i})`, results[i]![j]!];
    });
  });
  return sheet(cells);
};

describe("sensitivity grids of growth against the discount rate", () => {
  it("reports the results where growth is not below the rate", () => {
    const findings = findWith(
      gridGrowth,
      valuation(
        [0.02, 0.05, 0.08],
        [
          [2040, 1700, 1457],
          [5250, 3500, 2625],
          [-10800, 0, 10800],
        ],
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!D9:F9"]);
    expect(wordsOf(findings[0])).toContain("as low as -10,800");
  });

  it("accepts steps below the lowest rate", () => {
    const results = [
      [1683, 1443, 1263],
      [2040, 1700, 1457],
      [2575, 2060, 1717],
    ];
    expect(findWith(gridGrowth, valuation([0.01, 0.02, 0.03], results))).toEqual([]);
  });
});
