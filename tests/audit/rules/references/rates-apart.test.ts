import { ratesApart } from "../../../../src/audit/rules/references/rates-apart";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const flows = (rate: number) =>
  rows(
    ["", "2026E", "2027E", "2028E"],
    ["EBIT", 100, 110, 120],
    ["Tax rate", rate, rate, rate],
    ["NOPAT", ["=B2*(1-B3)", 75], ["=C2*(1-C3)", 82], ["=D2*(1-D3)", 90]],
  );
const discount = (rate: string | number) =>
  rows(
    ["Pre-tax cost of debt", 0.06],
    ["Median of markets", 0.3],
    ["Tax rate", [rate, 0.3]],
    ["After-tax cost of debt", ["=B1*(1-B3)", 0.042]],
  );

test("the flows taxed at one rate and the cost of debt at another are told, however the second is reached", () => {
  const found = findWith(ratesApart, workbook({ DCF: flows(0.25), WACC: discount("=MEDIAN(B2,B2)") }));
  expect(placesOf(found)).toEqual(["DCF!B3:D3"]);
  expect(wordsOf(found[0])).toContain("5.0 points apart");
});

test("equal rates, rates that follow from each other and rates kept apart by name are left alone", () => {
  expect(findWith(ratesApart, workbook({ DCF: flows(0.3), WACC: discount("=MEDIAN(B2,B2)") }))).toEqual([]);
  expect(findWith(ratesApart, workbook({ DCF: flows(0.25), WACC: discount("=DCF!B3*1.2") }))).toEqual([]);
  expect(findWith(ratesApart, workbook({ DCF: flows(0.25), "Peer tax": discount("=MEDIAN(B2,B2)") }))).toEqual([]);
});
