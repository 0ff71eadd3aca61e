import { typedStatistic } from "../../../../src/audit/rules/valuation/typed-statistic";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

function peers(...below: (readonly WrittenCell[])[]) {
  return sheet(
    rows(
      ["Company", "Value", "EBITDA", "EV / EBITDA"],
      ["Alder", 900, 100, ["=B2/C2", 9]],
      ["Birch", 800, 100, ["=B3/C3", 8]],
      ["Cedar", 500, 0, ['=IF(C4>0,B4/C4,"n.m.")', "n.m."]],
      ["Douglas", 700, 100, ["=B5/C5", 7]],
      ["Elm", 600, 100, ["=B6/C6", 6]],
      [""],
      ...below.map(([label, value]) => [label!, "", "", value!]),
    ),
  );
}

describe("a statistic typed under its column", () => {
  it("reports median and quartiles as one finding", () => {
    const findings = findWith(typedStatistic, peers(["Median", 6.5], ["75th percentile", 8.25]));
    expect(placesOf(findings)).toEqual(["Sheet1!D8:D9"]);
    expect(wordsOf(findings[0])).toContain("the figures above give 7.5x");
  });

  it("accepts calculated statistics and those of typed figures", () => {
    expect(findWith(typedStatistic, peers(["Median", ["=MEDIAN(D2:D6)", 7.5]]))).toEqual([]);
    const typed = sheet(rows(["Returns"], ["a", 1], ["b", 2], ["c", 3], ["d", 4], ["Average", 2.5]));
    expect(findWith(typedStatistic, typed)).toEqual([]);
  });
});
