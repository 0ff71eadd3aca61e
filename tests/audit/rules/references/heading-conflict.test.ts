import { headingConflict } from "../../../../src/audit/rules/references/heading-conflict";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const body = [
  ["Revenue", 100, 110, 121, 133, 146],
  ["Cost of sales", 60, 66, 72, 80, 88],
] as const;

test("one column whose fiscal year and closing date differ is told with both headings", () => {
  const found = findWith(
    headingConflict,
    sheet(
      rows(
        ["", "FY22", "FY23", "FY24", "FY25", "FY26"],
        ["Year end", "Dec 2022", "Dec 2023", "Dec 2023", "Dec 2025", "Dec 2026"],
        ...body,
      ),
    ),
  );
  expect(placesOf(found)).toEqual(["Sheet1!D1:D2"]);
  expect(wordsOf(found[0])).toContain("speak of different years");
});

test("headings that agree, and those that keep one distance throughout, are left alone", () => {
  for (const ends of [
    ["Dec 2022", "Dec 2023", "Dec 2024", "Dec 2025", "Dec 2026"],
    ["Starts 2021", "Starts 2022", "Starts 2023", "Starts 2024", "Starts 2025"],
  ])
    expect(
      findWith(headingConflict, sheet(rows(["", "FY22", "FY23", "FY24", "FY25", "FY26"], ["Year", ...ends], ...body))),
    ).toEqual([]);
});
