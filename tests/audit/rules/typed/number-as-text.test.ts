import { numberAsText } from "../../../../src/audit/rules/typed/number-as-text";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2021A", "2022A", "2023A", "2024E", "2025E"];

describe("numbers kept as text", () => {
  it("reports one among numbers, and whether formulas read it", () => {
    const findings = findWith(
      numberAsText,
      sheet(rows(years, ["Revenue", 100, "1,105", 110, 120, 130], ["Costs", 50, ["=C2/2", 0], 55, 60, 65])),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!C2"]);
    expect(wordsOf(findings[0])).toContain("holds “1,105” as text in 2022A, among numbers");
    expect(findings[0]!.severity).toBe("high");
  });

  it("accepts words and dashes in place of a number", () => {
    expect(findWith(numberAsText, sheet(rows(years, ["Revenue", 100, "n/a", "–", 120, 130])))).toEqual([]);
  });
});
