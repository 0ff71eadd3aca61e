import { typedInsteadOfLink } from "../../../../src/audit/rules/typed/typed-instead-of-link";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", 2024, 2025, 2026, 2027];
const flow = rows(years, ["Ending cash", 15, 25, 35, 45]);
const balance = (first: number) => rows(years, ["Cash", first, ["=Flow!C2", 25], ["=Flow!D2", 35], ["=Flow!E2", 45]]);

describe("typed where the row is linked", () => {
  it("reports a first value that differs from the linked row", () => {
    const findings = findWith(typedInsteadOfLink, workbook({ Flow: flow, Balance: balance(12) }));
    expect(placesOf(findings)).toEqual(["Balance!B2"]);
    expect(wordsOf(findings[0])).toContain("The linked row has 15 here (Flow!B2): a difference of -3");
  });

  it("accepts a typed value that agrees, and one where the source begins later", () => {
    expect(findWith(typedInsteadOfLink, workbook({ Flow: flow, Balance: balance(15) }))).toEqual([]);
    const later = rows(years, ["Ending cash", null, 25, 35, 45]);
    expect(findWith(typedInsteadOfLink, workbook({ Flow: later, Balance: balance(12) }))).toEqual([]);
  });
});
