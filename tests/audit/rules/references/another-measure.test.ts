import { anotherMeasure } from "../../../../src/audit/rules/references/another-measure";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const statement = rows(
  ["", 2026, 2027, 2028],
  ["Net bookings", 140, 150, 160],
  ["EBITDA", 40, 50, 60],
  ["EBIT", 30, 38, 46],
  ["Sales", 100, 120, 140],
);

test("a summary that shows another measure under the name of a well-known one is told with its row", () => {
  const summary = rows(["", 2026, 2027, 2028], ["EBITDA", ["=P!B4", 30], ["=P!C4", 38], ["=P!D4", 46]]);
  const found = findWith(anotherMeasure, workbook({ P: statement, Summary: summary }));
  expect(placesOf(found)).toEqual(["Summary!B2:D2"]);
  expect(wordsOf(found[0])).toContain("only carries over “EBIT” of P, 30");
});

test("a single value, a name with its unit and bookings under the name of revenue are read alike", () => {
  const cover = rows(
    ["Revenue ($m)", ["=P!B2", 140]],
    ["Notes", "none"],
    ["Less: net debt", ["=B6", 12]],
    ["", ""],
    ["", ""],
    ["Total debt", 12],
  );
  const found = findWith(anotherMeasure, workbook({ P: statement, Cover: cover }));
  expect(placesOf(found).sort()).toEqual(["Cover!B1", "Cover!B3"]);
});

test("other words for the same measure, qualified names and rows that calculate elsewhere are left alone", () => {
  const summary = rows(
    ["", 2026, 2027, 2028],
    ["Revenue", ["=P!B5", 100], ["=P!C5", 120], ["=P!D5", 140]],
    ["Taxable income", ["=P!B4", 30], ["=P!C4", 38], ["=P!D4", 46]],
    ["Operating profit", ["=P!B4", 30], ["=P!C4", 38], ["=P!D4", 46]],
    ["Pre-tax profit", ["=P!B4", 30], ["=P!C4-3", 35], ["=P!D4-3", 43]],
    ["EBITDA before rent", ["=P!B4", 30], ["=P!C4", 38], ["=P!D4", 46]],
  );
  expect(findWith(anotherMeasure, workbook({ P: statement, Summary: summary }))).toEqual([]);
});
