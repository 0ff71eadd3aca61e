import { wrongNeighbour } from "../../../../src/audit/rules/references/wrong-neighbour";
import { sheet, workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", 2025, 2026, 2027];
const across = (formula: (column: string) => string, value = 10) =>
  ["B", "C", "D"].map((column) => [formula(column), value] as const);
const sales = rows(
  years,
  ["Line 1", 10, 11, 12],
  ["Line 2", 20, 21, 22],
  ["Line 3", 30, 31, 32],
  ["Total sales", 60, 63, 66],
);

describe("rows that read the neighbour of their own row", () => {
  it("reports costs of one line made from the sales of another", () => {
    const costs = rows(
      years,
      ["Cost of line 1", ...across((c) => `=Sales!${c}3*0.4`)],
      ["Cost of line 2", ...across((c) => `=Sales!${c}4*0.4`)],
    );
    const findings = findWith(wrongNeighbour, workbook({ Sales: sales, Costs: costs }));
    expect(placesOf(findings)).toEqual(["Costs!B2:D3"]);
    expect(wordsOf(findings[0])).toContain("“Cost of line 1” reads “Line 2” on Sales, while “Line 1” stands beside it");
    expect(wordsOf(findings[0])).toContain("slid in the same way");
  });

  it("reports links that stand one row off against rows of the same names", () => {
    const inputs = rows(years, ["Amount drawn", 5, 5, 5], ["Amount repaid", 1, 1, 1], ["Fee paid", 2, 2, 2]);
    const debt = rows(
      years,
      ["Amount drawn", ...across((c) => `=Inputs!${c}2`)],
      ["Amount repaid", ...across((c) => `=Inputs!${c}2`)],
      ["Fee paid", ...across((c) => `=Inputs!${c}4`)],
    );
    expect(placesOf(findWith(wrongNeighbour, workbook({ Inputs: inputs, Debt: debt })))).toEqual(["Debt!B3:D3"]);
  });

  it("accepts rows that read their own, totals, opening balances and members of one list", () => {
    const good = rows(
      years,
      ["Cost of line 1", ...across((c) => `=Sales!${c}2*0.4`)],
      ["Line 2 less line 1", ...across((c) => `=Sales!${c}3-Sales!${c}2`)],
      ["All lines", ...across((c) => `=Sales!${c}2+Sales!${c}3+Sales!${c}4`)],
    );
    expect(findWith(wrongNeighbour, workbook({ Sales: sales, Costs: good }))).toEqual([]);
    const chain = sheet(
      rows(
        years,
        ["Tranche 1", 10, 10, 10],
        ["Tranche 2", ...across((c) => `=${c}2*0.5`, 5)],
        ["Tranche 3", ...across((c) => `=${c}3*0.5`, 2)],
      ),
    );
    expect(findWith(wrongNeighbour, chain)).toEqual([]);
    const balance = rows(years, ["Opening loan", 0, 5, 8], ["Closing loan", 5, 8, 9]);
    const flow = rows(
      years,
      ["Opening loan", null, ["=Balance!B3", 5], ["=Balance!C3", 8]],
      ["Closing loan", ...across((c) => `=Balance!${c}3`)],
    );
    expect(findWith(wrongNeighbour, workbook({ Balance: balance, Flow: flow }))).toEqual([]);
  });

  it("accepts a row that reads the total its namesake is part of, or a range over it", () => {
    const orders = rows(
      years,
      ["First orders", 10, 11, 12],
      ["Repeat orders", 4, 5, 6],
      ["Received orders", ...across((c) => `=${c}2+${c}3`, 14)],
      ["Returned orders", 1, 1, 1],
    );
    const invoiced = (formula: (c: string) => string) =>
      workbook({ Orders: orders, Billing: rows(years, ["Invoiced (first and repeat)", ...across(formula)]) });
    expect(
      findWith(
        wrongNeighbour,
        invoiced((c) => `=Orders!${c}4/12`),
      ),
    ).toEqual([]);
    expect(
      findWith(
        wrongNeighbour,
        invoiced((c) => `=SUM(Orders!${c}2:${c}3)-Orders!${c}5`),
      ),
    ).toEqual([]);
    const returned = findWith(
      wrongNeighbour,
      invoiced((c) => `=Orders!${c}5*0.5`),
    );
    expect(placesOf(returned)).toEqual(["Billing!B2:D2"]);
  });
});
