import { lineLeftOut } from "../../../../src/audit/rules/statements/line-left-out";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

function income(pretax: string) {
  const at = (column: string) => pretax.replace(/#/gu, column);
  return sheet(
    rows(
      ["USD m", "2025E", "2026E", "2027E"],
      ["Revenue", 100, 110, 120],
      ["Cost of revenue", 40, 44, 48],
      ["Operating expenses", 20, 22, 24],
      ["EBIT", ["=B2-B3-B4", 40], ["=C2-C3-C4", 44], ["=D2-D3-D4", 48]],
      ["Interest expense", 5, 5, 5],
      ["Income tax expense", 10, 11, 12],
      ["Net income", [at("B"), 25], [at("C"), 28], [at("D"), 31]],
    ),
  );
}

describe("lines of the income statement", () => {
  it("reports interest that net income does not take up", () => {
    const findings = findWith(lineLeftOut, income("=#5-#7"));
    expect(placesOf(findings)).toEqual(["Sheet1!B6:D6"]);
    expect(wordsOf(findings[0])).toContain("“Interest expense”, 5 in 2027E");
  });

  it("accepts lines that are all counted", () => {
    expect(findWith(lineLeftOut, income("=#5-#6-#7"))).toEqual([]);
    expect(findWith(lineLeftOut, income("=#5-SUM(#6:#7)"))).toEqual([]);
  });
});
