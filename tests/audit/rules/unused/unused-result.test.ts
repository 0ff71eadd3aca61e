import { unusedResult } from "../../../../src/audit/rules/unused/unused-result";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const capital = rows(
  ["Cost of equity", 0.11],
  ["After-tax cost of debt", 0.04],
  ["Weight of equity", 0.7],
  ["WACC", ["=B1*B3+B2*(1-B3)", 0.089]],
);

test("a discount rate typed beside a WACC that is worked out and never read is told", () => {
  const found = findWith(
    unusedResult,
    workbook({ WACC: capital, DCF: rows(["WACC", 0.1], ["Flow", 100], ["Present value", ["=B2/(1+B1)", 90.9]]) }),
  );
  expect(placesOf(found)).toEqual(["WACC!B4"]);
  expect(wordsOf(found[0])).toContain("The valuation uses");
});

test("a WACC that is read, and one that agrees with the typed rate, are left alone", () => {
  const read = rows(["WACC", ["=WACC!B4", 0.089]], ["Flow", 100], ["Present value", ["=B2/(1+B1)", 91.8]]);
  expect(findWith(unusedResult, workbook({ WACC: capital, DCF: read }))).toEqual([]);
  const same = rows(["WACC", 0.089], ["Flow", 100], ["Present value", ["=B2/(1+B1)", 91.8]]);
  expect(findWith(unusedResult, workbook({ WACC: capital, DCF: same }))).toEqual([]);
});
