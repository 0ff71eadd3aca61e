import { multipleExpansion } from "../../../../src/audit/rules/history/multiple-expansion";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const deal = (entry: number, exit: number) =>
  rows(
    ["Entry multiple", entry],
    ["Entry EBITDA", 100],
    ["Purchase price", ["=B1*B2", entry * 100]],
    ["Exit EV/EBITDA multiple", exit],
    ["Exit EBITDA", 140],
    ["Exit value", ["=B4*B5", exit * 140]],
  );

test("a sale at a higher multiple than the purchase is told with both", () => {
  const found = findWith(multipleExpansion, sheet(deal(8, 9.5)));
  expect(placesOf(found)).toEqual(["Sheet1!B4"]);
  expect(wordsOf(found[0])).toContain("“Exit EV/EBITDA multiple” of 9.5");
});

test("an equal or lower exit multiple is left alone, and so is one that nothing uses", () => {
  expect(findWith(multipleExpansion, sheet(deal(8, 8)))).toEqual([]);
  expect(findWith(multipleExpansion, sheet(deal(9, 8)))).toEqual([]);
  expect(
    findWith(multipleExpansion, sheet(rows(["Entry multiple", 8], ["Price", ["=B1*10", 80]], ["Exit multiple", 9]))),
  ).toEqual([]);
});
