import { verdictLogic } from "../../../../src/audit/rules/valuation/verdict-logic";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const valued = (verdict: WrittenCell, value = 80) =>
  sheet(
    rows(
      ["Current share price", 100],
      ["Implied value per share", value],
      ["Upside", ["=B2/B1-1", value / 100 - 1, "0.0%"]],
      ["Verdict", verdict],
    ),
  );

describe("a verdict in words", () => {
  it("is reported where a price above the value is called cheap", () => {
    const findings = findWith(verdictLogic, valued(['=IF(B1>B2,"Undervalued","Overvalued")', "Undervalued"]));
    expect(placesOf(findings)).toEqual(["Sheet1!B4"]);
    expect(wordsOf(findings[0])).toContain("answers “Undervalued” where “Current share price” of 100 is above");
  });

  it("is reported where a loss of value is bought", () => {
    expect(findWith(verdictLogic, valued(['=IF(B3<0,"Buy","Sell")', "Buy"]))).toHaveLength(1);
  });

  it("is accepted the right way round, however it is written", () => {
    const right = [
      '=IF(B1>B2,"Overvalued","Undervalued")',
      '=IF(B2>=B1,"Buy","Sell")',
      '=IF(B3>0,"Undervalued","Overvalued")',
    ];
    for (const formula of right) expect(findWith(verdictLogic, valued([formula, "Sell"]))).toEqual([]);
  });

  it("is not judged where the two sides cannot be told", () => {
    const findings = findWith(
      verdictLogic,
      sheet(rows(["A", 100], ["B", 80], ["Verdict", ['=IF(B1>B2,"Buy","Sell")', "Buy"]])),
    );
    expect(findings).toEqual([]);
  });

  it("is reported where it is typed against the figure beside it", () => {
    const findings = findWith(verdictLogic, valued("BUY"));
    expect(placesOf(findings)).toEqual(["Sheet1!B4"]);
    expect(findings[0]?.title).toBe("A typed verdict contradicts the figure beside it");
  });

  it("is accepted where it is typed and agrees", () => {
    expect(findWith(verdictLogic, valued("BUY", 120))).toEqual([]);
  });
});
