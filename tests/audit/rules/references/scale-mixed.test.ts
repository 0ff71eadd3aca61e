import { scaleMixed } from "../../../../src/audit/rules/references/scale-mixed";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows } from "../../find-with";

/** A cash flow in millions over a schedule of notes in units. */
const model = (interest: (column: string) => string, shown: number) =>
  sheet(
    rows(
      ["£m", "2025E", "2026E", "2027E"],
      ["Net income", 1.2, 1.4, 1.7],
      ["Depreciation", 0.2, 0.2, 0.3],
      ["Interest accrued on notes", [interest("B"), shown], [interest("C"), shown], [interest("D"), shown]],
      ["Capital expenditure", -0.2, -0.2, -0.3],
      ["Free cash flow", ["=SUM(B2:B5)", 1], ["=SUM(C2:C5)", 1], ["=SUM(D2:D5)", 1]],
      [],
      ["Notes, opening", 9000000, ["=B10", 9900000], ["=C10", 10890000]],
      ["Interest on notes", ["=B8*0.1", 900000], ["=C8*0.1", 990000], ["=D8*0.1", 1089000]],
      ["Notes, closing", ["=B8+B9", 9900000], ["=C8+C9", 10890000], ["=D8+D9", 11979000]],
      [],
      ["Notes in millions", ["=B10/1000000", 9.9], ["=C10/1000000", 10.9], ["=D10/1000000", 12]],
    ),
  );

describe("scale mixed", () => {
  it("reports a row in units added to a sum in millions where another row scales it", () => {
    expect(
      placesOf(
        findWith(
          scaleMixed,
          model((column) => `=${column}9`, 990000),
        ),
      ),
    ).toEqual(["Sheet1!B4:D4"]);
  });

  it("accepts the row scaled", () => {
    expect(
      findWith(
        scaleMixed,
        model((column) => `=${column}9/1000000`, 0.99),
      ),
    ).toEqual([]);
  });
});
