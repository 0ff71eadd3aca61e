import { copiedFigure } from "../../../../src/audit/rules/references/copied-figure";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["", 2023, 2024, 2025, 2026];

test("plant typed with the digits of another line of the year is told with both places", () => {
  const found = findWith(
    copiedFigure,
    sheet(
      rows(
        years,
        ["Accounts receivable", 218437, 231905, 240118, 251377],
        ["Property, plant and equipment", 218437, 702114, 745090, 801233],
      ),
    ),
  );
  expect(placesOf(found)).toEqual(["Sheet1!B2:B3"]);
  expect(wordsOf(found[0])).toContain("digit for digit");
});

test("sums of one part, rows that always agree, round figures and names that share a word are left alone", () => {
  expect(
    findWith(
      copiedFigure,
      sheet(
        rows(
          years,
          ["Total receivables", 218437, 231905, 540118, 551377],
          ["Trade debtors", 218437, 131905, 240118, 251377],
          ["Inventory", 500000, 240000, 260000, 270000],
          ["Goodwill", 500000, 500000, 500000, 500000],
          ["Long-term lease debt", 312487, 612487, 700011, 734512],
          ["Long-term debt", 312487, 300112, 290345, 280223],
        ),
      ),
    ),
  ).toEqual([]);
});
