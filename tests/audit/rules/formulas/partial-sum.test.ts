import { partialSum } from "../../../../src/audit/rules/formulas/partial-sum";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows } from "../../find-with";

const years = ["USD m", "2024E", "2025E", "2026E", "2027E"];
const values = ["Present value of cash flow", 10, 9, 8, 7];

describe("sums of present values", () => {
  it("reports a sum that stops before the forecast does", () => {
    expect(placesOf(findWith(partialSum, sheet(rows(years, values, ["Sum", ["=SUM(B2:D2)", 27]]))))).toEqual([
      "Sheet1!B3",
    ]);
  });

  it("accepts a sum of the whole forecast", () => {
    expect(findWith(partialSum, sheet(rows(years, values, ["Sum", ["=SUM(B2:E2)", 34]])))).toEqual([]);
  });
});
