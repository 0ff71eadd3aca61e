import { typedTotal } from "../../../../src/audit/rules/typed/typed-total";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const uses = (total: WrittenCell) =>
  sheet(
    rows(
      ["Uses of funds", "Amount"],
      ["Purchase price", 820],
      ["Refinanced debt", 140],
      ["Fees", 25.5],
      ["Total uses", total],
      [""],
      ["Debt", ["=B5*0.6", 591]],
      ["Equity", ["=B5-B7", 394]],
    ),
  );

describe("a typed total", () => {
  it("is reported with the parts that add up to it", () => {
    const findings = findWith(typedTotal, uses(985.5));
    expect(placesOf(findings)).toEqual(["Sheet1!B5"]);
    expect(findings[0]).toMatchObject({ severity: "medium" });
    expect(wordsOf(findings[0])).toContain("(the sum of B2:B4) is a typed number");
  });

  it("says nothing of sums, of totals of something else and of sheets that only hold figures", () => {
    expect(findWith(typedTotal, uses(["=SUM(B2:B4)", 985.5]))).toEqual([]);
    expect(findWith(typedTotal, uses(1400))).toEqual([]);
    const reported = sheet(rows(["Cash", 10], ["Stock", 20], ["Plant", 30], ["Total assets", 60]));
    expect(findWith(typedTotal, reported)).toEqual([]);
  });
});
