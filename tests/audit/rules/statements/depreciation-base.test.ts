import { depreciationBase } from "../../../../src/audit/rules/statements/depreciation-base";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

function model(depreciation: WrittenCell[]) {
  return sheet(
    rows(
      ["Useful life", 5],
      [],
      ["USD m", "2025E", "2026E", "2027E"],
      ["Capital expenditure", 50, 60, 70],
      ["Depreciation", ...depreciation],
      ["Property, plant and equipment", 200, 240, 280],
    ),
  );
}

describe("what depreciation is taken of", () => {
  it("reports a charge on the spending of its own period alone", () => {
    const findings = findWith(
      depreciationBase,
      model([
        ["=B4/$B$1", 10],
        ["=C4/$B$1", 12],
        ["=D4/$B$1", 14],
      ]),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B5:D5"]);
    expect(wordsOf(findings[0])).toContain("“Depreciation” of 12 in 2026E");
  });

  it("accepts a charge on all spending so far, and one line of a schedule by year of purchase", () => {
    const soFar: WrittenCell[] = [
      ["=SUM($B4:B4)/$B$1", 10],
      ["=SUM($B4:C4)/$B$1", 22],
      ["=SUM($B4:D4)/$B$1", 36],
    ];
    const oneYear: WrittenCell[] = [
      ["=$B4/$B$1", 10],
      ["=$B4/$B$1", 10],
      ["=$B4/$B$1", 10],
    ];
    expect(findWith(depreciationBase, model(soFar))).toEqual([]);
    expect(findWith(depreciationBase, model(oneYear))).toEqual([]);
  });
});
