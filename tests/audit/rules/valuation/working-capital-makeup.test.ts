import { workingCapitalMakeup } from "../../../../src/audit/rules/valuation/working-capital-makeup";
import { sheet, type WrittenCell } from "../../../support/sheet";
import { findWith, placesOf, rows } from "../../find-with";

const columns = ["B", "C", "D"];
const across = (formula: (column: string, before: string) => string): WrittenCell[] =>
  columns.map((column, i): WrittenCell => [formula(column, columns[i - 1] ?? "A"), 100]);

/** Current items above, free cash flow and bridge below; `assets` and `capital` are the two formulas in question. */
const valued = (assets: (column: string) => string, capital: (column: string) => string) =>
  sheet(
    rows(
      ["Year", "2025E", "2026E", "2027E"],
      ["Cash and cash equivalents", 50, 60, 70],
      ["Accounts receivable", 80, 85, 90],
      ["Inventory", 40, 42, 44],
      ["Total current assets", ...across(assets)],
      ["Total current liabilities", 60, 62, 64],
      ["Net working capital", ...across(capital)],
      ["Change in working capital", null, ["=C7-B7", 8], ["=D7-C7", 8]],
      ["NOPAT", 100, 110, 120],
      ["Free cash flow", null, ["=C9-C8", 102], ["=D9-D8", 112]],
      [],
      ["Enterprise value", 1500],
      ["Cash", ["=B2", 50]],
      ["Equity value", ["=B12+B13", 1550]],
    ),
  );

describe("working capital", () => {
  it("is reported where it adds the liabilities", () => {
    const findings = findWith(
      workingCapitalMakeup,
      valued(
        (column) => `=${column}3+${column}4`,
        (column) => `=${column}5+${column}6`,
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B7:D7"]);
    expect(findings[0]?.title).toBe("Working capital adds what is owed to suppliers");
  });

  it("is reported where it holds the cash that the bridge adds", () => {
    const findings = findWith(
      workingCapitalMakeup,
      valued(
        (column) => `=SUM(${column}2:${column}4)`,
        (column) => `=${column}5-${column}6`,
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!B7:D7"]);
    expect(findings[0]?.title).toBe("Working capital holds the cash that the bridge adds again");
  });

  it("is accepted without cash, the liabilities taken off", () => {
    const findings = findWith(
      workingCapitalMakeup,
      valued(
        (column) => `=${column}3+${column}4`,
        (column) => `=${column}5-${column}6`,
      ),
    );
    expect(findings).toEqual([]);
  });

  it("is accepted where cash is taken off the current assets again", () => {
    const findings = findWith(
      workingCapitalMakeup,
      valued(
        (column) => `=SUM(${column}2:${column}4)`,
        (column) => `=${column}5-${column}2-${column}6`,
      ),
    );
    expect(findings).toEqual([]);
  });
});
