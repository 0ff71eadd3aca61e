import { sourcesUses } from "../../../../src/audit/rules/statements/sources-uses";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const deal = (uses: number) =>
  sheet(
    rows(
      ["Transaction"],
      ["Senior debt", 300],
      ["Sponsor equity", 200],
      ["Total sources", ["=B2+B3", 500]],
      ["Purchase price", uses],
      ["Total uses", ["=B5", uses]],
    ),
  );

describe("sources and uses", () => {
  it("reports a deal that is not paid for", () => {
    const findings = findWith(sourcesUses, deal(480));
    expect(placesOf(findings)).toEqual(["Sheet1!B4,B6"]);
    expect(wordsOf(findings[0])).toContain("20 apart");
  });

  it("accepts totals that agree", () => {
    expect(findWith(sourcesUses, deal(500))).toEqual([]);
  });

  it("reports the periods of a schedule that spend more than they raise", () => {
    const schedule = (sweep: number) =>
      sheet(
        rows(
          ["USD m", 2025, 2026, 2027],
          ["Opening cash", 40, 50, 50],
          ["Cash flow", 100, 110, 120],
          ["Total sources of funds", ["=B2+B3", 140], ["=C2+C3", 160], ["=D2+D3", 170]],
          ["Mandatory repayment", 20, 20, 20],
          ["Cash sweep", sweep, 140, 150],
          ["Total uses of funds", ["=B5+B6", 20 + sweep], ["=C5+C6", 160], ["=D5+D6", 170]],
        ),
      );
    const findings = findWith(sourcesUses, schedule(140));
    expect(placesOf(findings)).toEqual(["Sheet1!B4,B7"]);
    expect(wordsOf(findings[0])).toContain("-20 apart");
    expect(findWith(sourcesUses, schedule(120))).toEqual([]);
  });
});
