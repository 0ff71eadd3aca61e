import { skippedLine } from "../../../../src/audit/rules/formulas/skipped-line";
import { sheet, type WrittenSheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const heading = ["", "Mar", "Jun"] as const;
const find = (cells: WrittenSheet) => findWith(skippedLine, sheet(cells));

describe("a total that misses a line of its list", () => {
  it("reports a row of sums with a hole, as one finding", () => {
    const cells = rows(
      heading,
      ["Flour", 4, 5],
      ["Butter", 6, 7],
      ["Yeast", 1, 2],
      ["Ingredients", ["=SUM(B2,B4)", 5], ["=SUM(C2,C4)", 7]],
    );
    expect(placesOf(find(cells))).toEqual(["Sheet1!B5:C5"]);
    expect(wordsOf(find(cells)[0])).toContain(
      "without “Butter”, which stands between the lines it adds up and holds 6",
    );
  });

  it("reports a sum that begins one row too low", () => {
    const cells = rows(
      heading,
      ["Flour", 4, 5],
      ["Butter", 6, 7],
      ["Yeast", 1, 2],
      ["Ingredients", ["=SUM(B3:B4)", 7], ["=SUM(C3:C4)", 9]],
    );
    expect(wordsOf(find(cells)[0])).toContain("“Flour”, which heads the lines it adds up");
  });

  it("reports a line missing among plus signs", () => {
    const cells = rows(
      heading,
      ["Flour", 4, 5],
      ["Butter", 6, 7],
      ["Yeast", 1, 2],
      ["Salt", 1, 1],
      ["Ingredients", ["=B2+B4+B5", 6], ["=C2+C4+C5", 8]],
    );
    expect(placesOf(find(cells))).toEqual(["Sheet1!B6:C6"]);
  });

  it("accepts what heads the list but is set against the total", () => {
    const cells = rows(
      heading,
      ["Takings", 40, 50],
      ["Flour", 6, 7],
      ["Yeast", 1, 2],
      ["Ingredients", ["=SUM(B3:B4)", 7], ["=SUM(C3:C4)", 9]],
      ["Left over", ["=B2-B5", 33], ["=C2-C5", 41]],
    );
    expect(find(cells)).toEqual([]);
  });

  it("accepts a line that another total of theirs takes up, a rate, a count and a memo among them", () => {
    const later = rows(
      heading,
      ["Flour", 4, 5],
      ["Ovens worn out", 6, 7],
      ["Yeast", 1, 2],
      ["Before ovens", ["=SUM(B2,B4)", 5], ["=SUM(C2,C4)", 7]],
      ["After ovens", ["=B5+B3", 11], ["=C5+C3", 14]],
    );
    const among = (label: string, format: string | null) =>
      rows(
        heading,
        ["Flour", 4, 5],
        [label, [6, null, format ?? ""], [7, null, format ?? ""]],
        ["Yeast", 1, 2],
        ["Ingredients", ["=SUM(B2,B4)", 5], ["=SUM(C2,C4)", 7]],
      );
    for (const cells of [later, among("Share kept", "0%"), among("Number of sacks", null), among("of which rye", null)])
      expect(find(cells)).toEqual([]);
  });

  it("accepts a subtotal of its lines, and a line made of another", () => {
    const cells = rows(
      heading,
      ["Flour", 4, 5],
      ["Rye", ["=B2*0.5", 2], ["=C2*0.5", 2.5]],
      ["Yeast", 1, 2],
      ["Ingredients", ["=SUM(B2,B4)", 5], ["=SUM(C2,C4)", 7]],
    );
    expect(find(cells)).toEqual([]);
  });

  it("accepts a total that picks few rows of a schedule", () => {
    const cells = rows(
      heading,
      ["Loan A", 40, 30],
      ["Interest on A", 4, 3],
      ["Loan B", 20, 10],
      ["Fee", 3, 3],
      ["Interest on B", 2, 1],
      ["Loan C", 10, 5],
      ["Interest on C", 1, 1],
      ["Interest", ["=B3+B6+B8", 7], ["=C3+C6+C8", 5]],
    );
    expect(find(cells)).toEqual([]);
  });
});
