import { totalSkipsRow } from "../../../../src/audit/rules/formulas/total-skips-row";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

describe("a total that skips a row", () => {
  it("reports a sum that stops one row short", () => {
    const cells = rows(["Apples", 4], ["Pears", 5], ["Plums", 6], ["Total", ["=SUM(B1:B2)", 9]]);
    const findings = findWith(totalSkipsRow, sheet(cells));
    expect(placesOf(findings)).toEqual(["Sheet1!B4"]);
    expect(wordsOf(findings[0])).toContain("stops one row short of “Plums”, which holds 6");
  });

  it("reports a sum over a subtotal and its parts", () => {
    const cells = rows(
      ["Apples", 4],
      ["Pears", 5],
      ["Fruit", ["=SUM(B1:B2)", 9]],
      ["Bread", 2],
      ["Total", ["=SUM(B1:B4)", 20]],
    );
    expect(placesOf(findWith(totalSkipsRow, sheet(cells)))).toEqual(["Sheet1!B5"]);
  });

  it("accepts a calculated row between, a rate between, and a part of the sum that is no subtotal", () => {
    const calculated = rows(["Apples", 4], ["Pears", 5], ["Discount", ["=B1*0.1", 0.4]], ["Total", ["=SUM(B1:B2)", 9]]);
    const rate = rows(["Apples", 4], ["Pears", 5], ["Tax rate", [0.2, null, "0%"]], ["Total", ["=SUM(B1:B2)", 9]]);
    const effect = rows(
      ["Fees", 4],
      ["Interest", 5],
      ["Tax effect", ["=-SUM(B1:B2)*0.3", -2.7]],
      ["Total", ["=SUM(B1:B3)", 6.3]],
    );
    for (const cells of [calculated, rate, effect]) expect(findWith(totalSkipsRow, sheet(cells))).toEqual([]);
  });
});
