import { figureInWords } from "../../../../src/audit/rules/typed/figure-in-words";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const cover = (change: WrittenCell) =>
  sheet(rows(["", "Entry", "Exit", "Change"], ["Enterprise value", 760, ["=B2*1.6", 1216], change]));

describe("a figure typed as words", () => {
  it("is reported beside figures that are calculated", () => {
    const findings = findWith(figureInWords, cover("+$456mm"));
    expect(placesOf(findings)).toEqual(["Sheet1!D2"]);
    expect(findings[0]).toMatchObject({ severity: "medium" });
    expect(wordsOf(findings[0])).toContain("Text follows nothing");
    expect(placesOf(findWith(figureInWords, cover("~6.2% Blended")))).toEqual(["Sheet1!D2"]);
  });

  it("is no calculated text, no term of a contract, no unit and no remark", () => {
    for (const text of [['="+"&C2-B2', "+456"], "7.50% fixed", "n/a", "in $m", "5 years", "SOFR+350bps"] as const)
      expect(findWith(figureInWords, cover(text))).toEqual([]);
  });
});
