import { claimsLeftOut } from "../../../../src/audit/rules/valuation/claims-left-out";
import { workbook, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows } from "../../find-with";

type Line = readonly (WrittenCell | null)[];

/** A balance sheet of three years, and a bridge whose debt is the formula given. */
const valued = (debt: WrittenCell, ...balance: readonly Line[]) =>
  workbook({
    Balance: rows(
      ["Year", "2022A", "2023A", "2024A"],
      ["Cash and cash equivalents", 50, 60, 70],
      ["Total assets", 900, 950, 1000],
      ["Long-term debt", 200, 210, 220],
      ...balance,
    ),
    Value: rows(
      ["Enterprise value", 1000],
      ["Debt", debt],
      ["Cash", ["=Balance!D2", 70]],
      ["Equity value", ["=B1-B2+B3", 850]],
    ),
  });

describe("claims left out of the bridge", () => {
  it("reports lease liabilities that the debt does not hold", () => {
    const findings = findWith(claimsLeftOut, valued(["=Balance!D4", 220], ["Lease liabilities", 60, 70, 80]));
    expect(placesOf(findings)).toEqual(["Value!B2"]);
    expect(findings[0]?.title).toBe("The debt of the bridge leaves lease liabilities out");
  });

  it("reports short-term borrowings that the debt does not hold", () => {
    const findings = findWith(claimsLeftOut, valued(["=Balance!D4", 220], ["Short-term debt", 60, 70, 80]));
    expect(findings.map(({ title }) => title)).toEqual(["The debt of the bridge leaves a part of the borrowings out"]);
  });

  it("reports preferred stock", () => {
    const findings = findWith(claimsLeftOut, valued(["=Balance!D4", 220], ["Preferred stock", 100, 100, 100]));
    expect(placesOf(findings)).toEqual(["Value!B4"]);
  });

  it("accepts debt that holds them, over any number of links", () => {
    expect(
      findWith(
        claimsLeftOut,
        valued(
          ["=Balance!D7", 300],
          ["Lease liabilities", 60, 70, 80],
          [],
          ["Total debt", null, null, ["=D4+D5", 300]],
        ),
      ),
    ).toEqual([]);
  });

  it("says nothing of a part where the debt is typed, for what it holds cannot be told", () => {
    expect(findWith(claimsLeftOut, valued(300, ["Lease liabilities", 60, 70, 80]))).toEqual([]);
  });

  it("says nothing of leases that move the value little, but of borrowings of that size", () => {
    const leases = findWith(claimsLeftOut, valued(["=Balance!D4", 220], ["Lease liabilities", 23, 24, 25]));
    expect(leases).toEqual([]);
    const borrowings = findWith(claimsLeftOut, valued(["=Balance!D4", 220], ["Short-term debt", 23, 24, 25]));
    expect(placesOf(borrowings)).toEqual(["Value!B2"]);
  });

  it("says nothing of what hardly matters", () => {
    expect(findWith(claimsLeftOut, valued(["=Balance!D4", 220], ["Lease liabilities", 2, 2, 3]))).toEqual([]);
  });
});
