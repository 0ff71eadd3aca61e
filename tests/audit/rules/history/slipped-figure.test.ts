import { slippedFigure } from "../../../../src/audit/rules/history/slipped-figure";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["", 2024, 2025, 2026, 2027, 2028];

test("a rate with its point in the wrong place and a figure typed in another unit are told", () => {
  const found = findWith(
    slippedFigure,
    sheet(rows(years, ["Tax rate", 0.25, 0.25, 0.025, 0.25, 0.25], ["Revenue", 1210, 1300, 1405, 1520000, 1640])),
  );
  expect(placesOf(found)).toEqual(["Sheet1!D2,E3"]);
  expect(wordsOf(found[0])).toContain("a power of ten apart");
});

test("rows that come in lumps, that turn their sign or that swing anyway are left alone", () => {
  expect(
    findWith(
      slippedFigure,
      sheet(
        rows(
          years,
          ["Capex", 10, 10, 100, 10, 10],
          ["Interest income (expense)", -120, -118, 12, -121, -119],
          ["Revenue of the new store", 10, 22, 100, 180, 250],
          ["Share of revenue", 0.2, 0.2, 0.1, 0.2, 0.2],
        ),
      ),
    ),
  ).toEqual([]);
});
