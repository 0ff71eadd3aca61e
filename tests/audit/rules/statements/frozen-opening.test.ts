import { frozenOpening } from "../../../../src/audit/rules/statements/frozen-opening";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

function model(cash: WrittenCell[], flow = "Net cash flow") {
  return sheet(
    rows(
      ["Opening cash balance", 100],
      [],
      ["USD m", 2025, 2026, 2027],
      [flow, 10, 20, 30],
      ["Cash", ...cash],
      ["Total assets", ["=B5", 110], ["=C5", 130], ["=D5", 160]],
    ),
  );
}

describe("balances that start anew", () => {
  it("reports a balance that adds every flow to the first opening balance", () => {
    const findings = findWith(
      frozenOpening,
      model([
        ["=$B$1+B4", 110],
        ["=$B$1+C4", 120],
        ["=$B$1+D4", 130],
      ]),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!C5:D5"]);
    expect(wordsOf(findings[0])).toContain("What 2025 left, 110, is never carried on");
  });

  it("accepts a balance that carries on from the one before", () => {
    expect(
      findWith(
        frozenOpening,
        model([
          ["=$B$1+B4", 110],
          ["=B5+C4", 130],
          ["=C5+D4", 160],
        ]),
      ),
    ).toEqual([]);
  });

  it("accepts flows that are added up so far", () => {
    const cash: WrittenCell[] = [
      ["=$B$1+B4", 110],
      ["=$B$1+C4", 120],
      ["=$B$1+D4", 130],
    ];
    expect(findWith(frozenOpening, model(cash, "Cumulative cash flow"))).toEqual([]);
  });
});
