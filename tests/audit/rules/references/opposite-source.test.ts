import { oppositeSource } from "../../../../src/audit/rules/references/opposite-source";
import { sheet, workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

test("an exit value on the entry multiple is told, though the two multiples agree today", () => {
  const found = findWith(
    oppositeSource,
    sheet(
      rows(
        ["Entry multiple", 8],
        ["Exit multiple", 8],
        ["EBITDA at exit", 120],
        ["Exit enterprise value", ["=B3*B1", 960]],
      ),
    ),
  );
  expect(placesOf(found)).toEqual(["Sheet1!B4"]);
  expect(wordsOf(found[0])).toContain("a change of the second has no effect here");
});

test("payables on the days of receivables are told with all their periods", () => {
  const found = findWith(
    oppositeSource,
    workbook({
      Drivers: rows(["", 2026, 2027], ["Receivable days", 45, 45], ["Payable days", 30, 32]),
      BS: rows(
        ["", 2026, 2027],
        ["Cost of sales", 730, 740],
        ["Trade payables", ["=B2*Drivers!B2/365", 90], ["=C2*Drivers!C2/365", 91]],
      ),
    }),
  );
  expect(placesOf(found)).toEqual(["BS!B3:C3"]);
});

test("an exit multiple set to the entry one, where no other exit multiple is stated, is an assumption", () => {
  expect(
    findWith(
      oppositeSource,
      sheet(rows(["Entry multiple", 8], ["Exit multiple", ["=B1", 8]], ["Exit enterprise value", ["=120*B2", 960]])),
    ),
  ).toEqual([]);
});

test("a formula that reads both sides, and one named after neither, are left alone", () => {
  expect(
    findWith(
      oppositeSource,
      sheet(
        rows(
          ["Entry multiple", 8],
          ["Exit multiple", 9],
          ["Exit multiple less entry multiple", ["=B2-B1", 1]],
          ["Rise of the exit multiple", ["=B2/B1-1", 0.125]],
          ["Purchase price", ["=B1*100", 800]],
        ),
      ),
    ),
  ).toEqual([]);
});
