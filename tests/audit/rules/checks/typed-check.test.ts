import { typedCheck } from "../../../../src/audit/rules/checks/typed-check";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const balance = (...check: readonly WrittenCell[]) =>
  sheet(
    rows(
      ["", "2023A", "2024A", "2025E"],
      ["Total assets", 812, 845, 879],
      ["Total liabilities and equity", 812, 845, 879],
      ["Balance check", ...check],
    ),
  );

describe("a check typed in some periods", () => {
  it("is reported where others of its row are calculated", () => {
    const findings = findWith(typedCheck, balance(0, 0, ["=D2-D3", 0]));
    expect(placesOf(findings)).toEqual(["Sheet1!B4:C4"]);
    expect(wordsOf(findings[0])).toContain("A typed check passes whatever the figures are");
    expect(placesOf(findWith(typedCheck, balance("OK", "OK", ['=IF(D2=D3,"OK","ERROR")', "OK"])))).toEqual([
      "Sheet1!B4:C4",
    ]);
  });

  it("is left alone where it is calculated throughout, or nowhere", () => {
    expect(findWith(typedCheck, balance(["=B2-B3", 0], ["=C2-C3", 0], ["=D2-D3", 0]))).toEqual([]);
    expect(findWith(typedCheck, balance("n/a", "n/a", "n/a"))).toEqual([]);
  });
});
