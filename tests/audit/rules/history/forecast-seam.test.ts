import { forecastSeam } from "../../../../src/audit/rules/history/forecast-seam";
import { sheet, workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["", "2023A", "2024A", "2025A", "2026E", "2027E", "2028E"];

test("revenue that falls only where the forecast begins is told with the step and the nearest other year", () => {
  const found = findWith(
    forecastSeam,
    sheet(
      rows(years, ["Revenue", 1000, 1100, 1210, 1000, 1080, 1170], ["Cost of sales", 600, 660, 726, 600, 648, 702]),
    ),
  );
  expect(placesOf(found)).toEqual(["Sheet1!E2:E3"]);
  expect(wordsOf(found[0])).toContain("“Revenue” by -17.4% (nearest of all other years: 8.0%)");
});

test("one year of history is enough where the first forecast year is far from all that follow", () => {
  const found = findWith(
    forecastSeam,
    sheet(
      rows(
        ["", "2025A", "2026E", "2027E", "2028E"],
        ["Revenue", 1000, 4200, 4500, 4900],
        ["Accounts payable", 90, 95, 99, 104],
      ),
    ),
  );
  expect(placesOf(found)).toEqual(["Sheet1!C2"]);
  expect(wordsOf(found[0])).toContain("to 4.2x its size");
  expect(wordsOf(found[0])).toContain("No year after it does the like");
});

test("rows at an unchanged share of sales are not blamed for the jump of sales, which is told where it is made", () => {
  const found = findWith(
    forecastSeam,
    workbook({
      Income: rows(["", "2026E", "2027E", "2028E"], ["Net sales", 4000, 4400, 4800]),
      Balance: rows(
        ["", "2025A", "2026E", "2027E", "2028E"],
        ["Total assets", 3000, 3300, 3600, 3900],
        ["Accounts receivable", 100, ["=C8*C9", 400], ["=D8*D9", 440], ["=E8*E9", 480]],
        [],
        [],
        [],
        [],
        ["Sales", 1000, ["=Income!B2", 4000], ["=Income!C2", 4400], ["=Income!D2", 4800]],
        ["Receivables as a share", ["=B3/B8", 0.1], ["=B9", 0.1], ["=C9", 0.1], ["=D9", 0.1]],
      ),
    }),
  );
  expect(placesOf(found)).toEqual(["Income!B2"]);
  expect(found[0]?.title).toBe("“Sales” jumps where the forecast begins");
  expect(wordsOf(found[0])).toContain("“Sales” from 1,000 to 4,000");
  expect(wordsOf(found[0])).toContain("(“Accounts receivable”)");
});

test("a row that follows sales told on the same sheet adds nothing to them", () => {
  const found = findWith(
    forecastSeam,
    sheet(
      rows(
        ["", "2025A", "2026E", "2027E", "2028E"],
        ["Revenue", 1000, 4200, 4500, 4900],
        ["Accounts payable", 100, ["=C2*0.1", 420], ["=D2*0.1", 450], ["=E2*0.1", 490]],
      ),
    ),
  );
  expect(placesOf(found)).toEqual(["Sheet1!C2"]);
});

test("steady growth, a company that always jumps, lumpy rows and small ones are left alone", () => {
  expect(
    findWith(
      forecastSeam,
      sheet(
        rows(
          years,
          ["Revenue", 1000, 1100, 1210, 1331, 1460, 1600],
          ["Cost of sales", 600, 300, 720, 390, 800, 420],
          ["Proceeds from borrowings", 10, 10, 10, 400, 400, 400],
          ["Prepaid expenses", 1, 1, 1, 3, 3, 3],
        ),
      ),
    ),
  ).toEqual([]);
});
