import { namedElsewhere } from "../../../../src/audit/rules/references/named-elsewhere";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const statement = rows(
  ["", 2026, 2027, 2028],
  ["Marketing", 12, 13, 14],
  ["Personnel", 40, 42, 44],
  ["Rent", 6, 6, 7],
  ["Opening cash", 30, 35, 41],
  ["Cash", 35, 41, 48],
);
const across = (row: number, values: readonly [number, number, number]) =>
  ["B", "C", "D"].map((column, i) => [`=P!${column}${row}`, values[i]!] as const);

test("a summary row that carries over another line than the one of its own name is told", () => {
  const found = findWith(
    namedElsewhere,
    workbook({
      P: statement,
      Summary: rows(
        ["", 2026, 2027, 2028],
        ["Personnel", ...across(2, [12, 13, 14])],
        ["Rent", ...across(4, [6, 6, 7])],
      ),
    }),
  );
  expect(placesOf(found)).toEqual(["Summary!B2:D2"]);
  expect(wordsOf(found[0])).toContain("that sheet has a row of its own name, “Personnel”, with 40");
});

test("rows that start from another period's figure, share a word, or have no row of their name there are left alone", () => {
  expect(
    findWith(
      namedElsewhere,
      workbook({
        P: statement,
        Summary: rows(
          ["", 2026, 2027, 2028],
          ["Opening cash", ...across(6, [35, 41, 48])],
          ["Marketing and rent", ...across(2, [12, 13, 14])],
          ["Staff", ...across(3, [40, 42, 44])],
          ["Marketing", ["=P!B3+P!B2", 52], ["=P!C2", 13], ["=P!D2", 14]],
        ),
      }),
    ),
  ).toEqual([]);
});
