import { percentScale } from "../../../../src/audit/rules/history/percent-scale";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

test("growth typed as 12 that a formula adds to one is told", () => {
  const found = findWith(
    percentScale,
    sheet(rows(["Revenue growth", 12], ["Revenue last year", 100], ["Revenue", ["=B2*(1+B1)", 1300]])),
  );
  expect(placesOf(found)).toEqual(["Sheet1!B1"]);
  expect(wordsOf(found[0])).toContain("out by orders of magnitude");
});

test("a whole percentage that is divided where it is used, a fraction and a count are left alone", () => {
  expect(
    findWith(
      percentScale,
      sheet(
        rows(
          ["Revenue growth", 12],
          ["Tax rate", 0.25],
          ["Years of growth", 5],
          ["Revenue", ["=100*(1+B1/100)", 112]],
          ["Net", ["=B4*(1-B2)", 84]],
          ["Last year", ["=2026-B3", 2021]],
        ),
      ),
    ),
  ).toEqual([]);
});
