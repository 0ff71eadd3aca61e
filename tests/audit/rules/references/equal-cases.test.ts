import { equalCases } from "../../../../src/audit/rules/references/equal-cases";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["", 2026, 2027, 2028];

test("a case whose typed figures are all those of another is told", () => {
  const found = findWith(
    equalCases,
    sheet(
      rows(
        years,
        ["Base case", 0.05, 0.05, 0.04],
        ["Upside case", 0.05, 0.05, 0.04],
        ["Downside case", 0.02, 0.01, 0.01],
      ),
    ),
  );
  expect(placesOf(found)).toEqual(["Sheet1!B3:D3"]);
  expect(wordsOf(found[0])).toContain("tests no risk");
});

test("columns of a table of cases are compared as well", () => {
  const found = findWith(
    equalCases,
    sheet(
      rows(
        ["Assumption", "Bear case", "Base case", "Bull case"],
        ["Revenue growth", 0.02, 0.05, 0.05],
        ["EBITDA margin", 0.15, 0.2, 0.2],
        ["Exit multiple", 7, 8, 8],
      ),
    ),
  );
  expect(placesOf(found)).toEqual(["Sheet1!D2:D4"]);
});

test("cases that differ in one figure, and cases worked out from one another, are left alone", () => {
  expect(
    findWith(
      equalCases,
      sheet(
        rows(
          years,
          ["Base case", 0.05, 0.05, 0.04],
          ["Upside case", 0.05, 0.05, 0.05],
          ["Downside case", ["=B2*1", 0.05], ["=C2*1", 0.05], ["=D2*1", 0.04]],
        ),
      ),
    ),
  ).toEqual([]);
});
