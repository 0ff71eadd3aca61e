import { impliedShare } from "../../../../src/audit/rules/history/implied-share";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["", "2023A", "2024A", "2025A", "2026E", "2027E", "2028E"];
const revenue = ["Revenue", 1000, 1100, 1200, 1300, 1400, 1500] as const;

test("costs typed for the forecast at another share of sales than any year before are told with the share", () => {
  const found = findWith(
    impliedShare,
    sheet(
      rows(
        years,
        revenue,
        ["Cost of sales", 600, 665, 720, 500, 540, 580],
        ["Sales and marketing", 100, 112, 120, 131, 140, 150],
      ),
    ),
  );
  expect(placesOf(found)).toEqual(["Sheet1!E3:G3"]);
  expect(wordsOf(found[0])).toContain("38.5% of sales in 2026E (lowest in history: 60.0%");
});

test("a share that history has seen, and one that a row shows and drives, are left alone", () => {
  expect(
    findWith(
      impliedShare,
      sheet(
        rows(
          years,
          revenue,
          ["Cost of sales", 600, 665, 720, ["=E2*E5", 520], ["=F2*F5", 560], ["=G2*G5", 600]],
          ["Salaries and wages", 100, 180, 90, 60, 70, 80],
          ["Cost of sales, % of revenue", ["=B3/B2", 0.6], ["=C3/C2", 0.6], ["=D3/D2", 0.6], 0.4, 0.4, 0.4],
        ),
      ),
    ),
  ).toEqual([]);
});
