import { typedGrid } from "../../../../src/audit/rules/typed/typed-grid";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const table = (title: string, answers: readonly (readonly WrittenCell[])[]) =>
  sheet(
    rows(
      ["Return", ["=8/40", 0.2]],
      [""],
      [title],
      ["Multiple / margin", 0.2, 0.22, 0.24],
      ...answers.map((line, i): WrittenCell[] => [8 + i, ...line]),
    ),
  );
const typed = [
  [0.16252, 0.19173, 0.21833],
  [0.19519, 0.22462, 0.25149],
  [0.22462, 0.25434, 0.28147],
];

describe("a typed sensitivity table", () => {
  it("is reported as a whole", () => {
    const findings = findWith(typedGrid, table("Return sensitivity: multiple vs. margin", typed));
    expect(placesOf(findings)).toEqual(["Sheet1!B5:D7"]);
    expect(findings[0]).toMatchObject({ severity: "high" });
    expect(wordsOf(findings[0])).toContain("neither a formula nor a data table");
  });

  it("is not a calculated one, a table of something else or one of rounded steps", () => {
    const calculated = typed.map((line, i) =>
      line.map((value, j): WrittenCell => [`=$A${5 + i}*${"BCD"[j]!}$4/10`, value]),
    );
    expect(findWith(typedGrid, table("Return sensitivity", calculated))).toEqual([]);
    expect(findWith(typedGrid, table("Tariffs of the grid operator", typed))).toEqual([]);
    const rounded = typed.map((line) => line.map((value) => Number(value.toFixed(2))));
    expect(findWith(typedGrid, table("Return sensitivity", rounded))).toEqual([]);
  });
});
