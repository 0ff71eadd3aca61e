import { sameCellTwice } from "../../../../src/audit/rules/formulas/same-cell-twice";
import { sheet, type WrittenSheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const find = (cells: WrittenSheet) => findWith(sameCellTwice, sheet(cells));
const lines = [
  ["", "Mar", "Jun"],
  ["Flour", 4, 5],
  ["Butter", 6, 7],
  ["Yeast", 1, 2],
] as const;

describe("a formula that takes one cell up twice", () => {
  it("reports a row of sums with one line double, as one finding", () => {
    const cells = rows(...lines, ["Ingredients", ["=B2+B2+B4", 9], ["=C2+C2+C4", 12]]);
    expect(placesOf(find(cells))).toEqual(["Sheet1!B5:C5"]);
    expect(wordsOf(find(cells)[0])).toContain("adds or takes away “Flour” twice, so that it counts double");
  });

  it("reports a line less itself, within a condition too", () => {
    const plain = rows(...lines, ["Gap", ["=B2-B2", 0], ["=C2-C2", 0]]);
    const inside = rows(...lines, ["Gap", ["=IF(B4>0,B2-B2,0)", 0], ["=IF(C4>0,C2-C2,0)", 0]]);
    for (const cells of [plain, inside]) expect(wordsOf(find(cells)[0])).toContain("counts for nothing");
  });

  it("reports a line over itself", () => {
    expect(placesOf(find(rows(...lines, ["Share", ["=B2/B2", 1], ["=C2/C2", 1]])))).toEqual(["Sheet1!B5:C5"]);
  });

  it("doubts a cell added to itself alone", () => {
    const [finding] = find(rows(...lines, ["Both", ["=B2+B2", 8], ["=C2+C2", 10]]));
    expect([finding?.severity, finding?.confidence]).toEqual(["medium", 0.7]);
  });

  it("accepts a growth, a difference of periods and a cell in two factors", () => {
    const growth = rows(...lines, ["Growth", null, ["=(C2-B2)/B2", 0.25]]);
    const change = rows(...lines, ["Change", null, ["=C2/B2-C3/B3", 0.1]]);
    const factors = rows(...lines, ["With tax", ["=B2+B3*B4+B2*B4", 14], ["=C2+C3*C4+C2*C4", 29]]);
    for (const cells of [growth, change, factors]) expect(find(cells)).toEqual([]);
  });
});
