import { covenantBreach } from "../../../../src/audit/rules/statements/covenant-breach";
import { type WrittenCell, sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2023A", "2024E", "2025E", "2026E"];
const find = (...lines: WrittenCell[][]) => findWith(covenantBreach, sheet(rows(years, ...lines)));

describe("covenants", () => {
  it("reports leverage above its limit", () => {
    const findings = find(
      ["Total debt / EBITDA", 5.9, 6.1, 5.4, 4.8],
      ["Net debt / EBITDA", 5.2, 5.8, 5, 4.4],
      ["Net debt covenant (max)", 5.5, 5.5, 5.5, 5],
    );
    expect(placesOf(findings)).toEqual(["Sheet1!C3:C4"]);
    expect(wordsOf(findings[0])).toContain("in 2024E, above the");
  });

  it("reports cover below its limit", () => {
    const findings = find(["Debt service ratio", 3.4, 2.4, 2.6, 3.3], ["Debt service ratio covenant", 3, 3, 3, 3]);
    expect(placesOf(findings)).toEqual(["Sheet1!C2:D3"]);
  });

  it("accepts a ratio within its limit, one at it, and one that a formula tests", () => {
    expect(find(["Debt service ratio", 3.4, 3.2, 3, 3.3], ["Debt service ratio covenant", 3, 3, 3, 3])).toEqual([]);
    expect(
      find(
        ["Debt service ratio", 3.4, 2.4, 2.6, 3.3],
        ["Debt service ratio covenant", 3, 3, 3, 3],
        ["Covenant test", ["=B2>=B3", true], ["=C2>=C3", false], ["=D2>=D3", false], ["=E2>=E3", true]],
      ),
    ).toEqual([]);
  });

  it("says nothing where two rows may be meant", () => {
    expect(
      find(
        ["Senior debt service", 2, 2, 2, 2],
        ["Junior debt service", 2, 2, 2, 2],
        ["Debt service covenant", 3, 3, 3, 3],
      ),
    ).toEqual([]);
  });
});
