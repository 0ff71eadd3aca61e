import { sourcesUses } from "../../../src/audit/rules/sources-uses";
import { sheet } from "../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../find-with";

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
});
