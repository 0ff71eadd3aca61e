import { switchMissesRow } from "../../../../src/audit/rules/references/switch-misses-row";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

type Line = readonly (WrittenCell | null)[];

const chosen = (row: number): Line =>
  ["B", "C", "D"].map((c) => [`=CHOOSE($B$1,${c}${row + 1},${c}${row + 2},${c}${row + 3})`, 0.04]);
const cases: readonly Line[] = [
  ["Downside", 0.01, 0.02, 0.02],
  ["Base", 0.04, 0.04, 0.04],
  ["Upside", 0.06, 0.07, 0.08],
];

/** Three blocks of cases: the live row of the third is what the test says. */
const blocks = (third: Line, thirdCases: readonly Line[] = cases, more: readonly Line[] = []) =>
  sheet(
    rows(
      ["Scenario", 2],
      ["", 2025, 2026, 2027],
      ["Revenue growth", ...chosen(3)],
      ...cases,
      ["Gross margin", ...chosen(7)],
      ...cases,
      ["Capex rate", ...third],
      ...thirdCases,
      ...more,
    ),
  );
const linkedTo = (row: number): Line => ["B", "C", "D"].map((c) => [`=${c}${row}`, 0.04]);

/** Cases side by side: the live figure in B, its cases in C to E. */
const beside = (third: WrittenCell, thirdCases: Line = [0.1, 0.2, 0.3]) =>
  sheet(
    rows(
      ["Scenario", 2],
      ["", "Live", "Downside", "Base", "Upside"],
      ["Growth", ["=CHOOSE($B$1,C3,D3,E3)", 0.2], 0.1, 0.2, 0.3],
      ["Margin", third, ...thirdCases],
      ["Capex rate", ["=CHOOSE($B$1,C5,D5,E5)", 0.2], 0.1, 0.2, 0.3],
    ),
  );

describe("a row the scenario switch misses", () => {
  it("reports a live row that links to one case while others choose", () => {
    const found = findWith(switchMissesRow, blocks(linkedTo(13)));
    expect(placesOf(found)).toEqual(["Sheet1!B11:D11"]);
    expect(found[0]!.severity).toBe("medium");
    expect(wordsOf(found[0])).toContain("“Revenue growth” and “Gross margin” choose among the same cases");
  });

  it("holds it graver where the row stands on another case than the one chosen", () => {
    expect(findWith(switchMissesRow, blocks(linkedTo(14)))[0]!.severity).toBe("high");
  });

  it("reports a live row typed between its cases", () => {
    expect(placesOf(findWith(switchMissesRow, blocks([0.03, 0.05, 0.05])))).toEqual(["Sheet1!B11:D11"]);
  });

  it("reports a figure beside its cases", () => {
    expect(placesOf(findWith(switchMissesRow, beside(["=D4", 0.2])))).toEqual(["Sheet1!B4"]);
  });

  it("accepts rows that choose, calculate, or have other cases", () => {
    expect(findWith(switchMissesRow, blocks(chosen(11)))).toEqual([]);
    expect(findWith(switchMissesRow, blocks(["=B13*2", "=C13*2", "=D13*2"].map((f) => [f, 0.08])))).toEqual([]);
    const regions = cases.map((line, i) => [["North", "South", "West"][i]!, ...line.slice(1)]);
    expect(findWith(switchMissesRow, blocks(linkedTo(13), regions))).toEqual([]);
  });

  it("accepts a row whose cases are all the same, and one whose cases are chosen elsewhere", () => {
    const same = cases.map((line) => [line[0]!, 0.04, 0.04, 0.04]);
    expect(findWith(switchMissesRow, blocks(linkedTo(13), same))).toEqual([]);
    const elsewhere: Line = ["Capex rate used", ["=CHOOSE($B$1,B12,B13,B14)", 0.04]];
    expect(findWith(switchMissesRow, blocks(linkedTo(13), cases, [elsewhere]))).toEqual([]);
    expect(findWith(switchMissesRow, beside(["=D4", 0.2], [0.2, 0.2, 0.2]))).toEqual([]);
  });

  it("accepts typed figures outside the reach of the cases", () => {
    expect(findWith(switchMissesRow, blocks([120, 130, 140]))).toEqual([]);
  });
});
