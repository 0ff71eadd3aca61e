import { forecastSeam } from "../../../../src/audit/rules/history/forecast-seam";
import { sheet } from "../../../support/sheet";
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
