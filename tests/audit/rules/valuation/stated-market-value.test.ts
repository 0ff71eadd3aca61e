import { statedMarketValue } from "../../../../src/audit/rules/valuation/stated-market-value";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

describe("a stated market value", () => {
  it("is reported where price and shares contradict it", () => {
    const findings = findWith(
      statedMarketValue,
      sheet(
        rows(
          ["Share price", 12],
          ["Shares outstanding", 500],
          ["Market capitalization", 9000],
          ["Debt", 1000],
          ["Capital", ["=B3+B4", 10000]],
        ),
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B3"]);
    expect(findings[0]).toMatchObject({ severity: "high" });
    expect(wordsOf(findings[0])).toContain("“Share price” of 12 times “Shares outstanding” of 500 is 6,000");
  });

  it("is accepted where it agrees in other units", () => {
    const findings = findWith(
      statedMarketValue,
      sheet(rows(["Share price", 12], ["Shares outstanding", 500000000], ["Market capitalization", 6100])),
    );
    expect(findings).toEqual([]);
  });

  it("is accepted where it agrees with the diluted count", () => {
    const findings = findWith(
      statedMarketValue,
      sheet(
        rows(
          ["Share price", 12],
          ["Shares outstanding", 500],
          ["Diluted shares outstanding", 750],
          ["Market capitalization", 9000],
        ),
      ),
    );
    expect(findings).toEqual([]);
  });

  it("is not measured by the price a valuation arrives at", () => {
    const findings = findWith(
      statedMarketValue,
      sheet(rows(["Implied share price", 12], ["Shares outstanding", 500], ["Market capitalization", 9000])),
    );
    expect(findings).toEqual([]);
  });
});
