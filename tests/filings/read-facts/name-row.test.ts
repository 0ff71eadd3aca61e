import { nameRow } from "../../../src/filings/read-facts/name-row";

describe("a row of a statement", () => {
  it.each([
    ["Cash provided (used) by investing activities", [], "cash-flow", "investing-cash-flow"],
    ["Cash provided by operations", [], "cash-flow", "operating-cash-flow"],
    ["Purchases of land, buildings, and equipment", [], "cash-flow", "capital-expenditure"],
    ["Dividends — common and preferred", [], "cash-flow", "dividends-paid"],
    ["Basic (Note 17)", ["Earnings per common share:"], "income-statement", "eps-basic"],
    ["Basic", ["Weighted average common shares outstanding:"], "income-statement", "shares-basic"],
    ["Loss for the year", [], "income-statement", "net-income"],
    [
      "Trade receivables, net of allowance for credit losses of $21 and $25",
      [],
      "balance-sheet",
      "accounts-receivable",
    ],
  ] as const)("“%s” under %j of the %s is %s", (label, path, statement, id) => {
    expect(nameRow(label, path, statement)).toBe(id);
  });

  it.each([
    ["Basic", ["Earnings per share from discontinued operations"], "income-statement"],
    ["Net cash used in operating activities", ["Discontinued operations"], "cash-flow"],
    ["Cash dividends paid to noncontrolling interests", [], "cash-flow"],
    ["Other shareholders’ equity", [], "balance-sheet"],
  ] as const)("“%s” under %j of the %s is none that is read", (label, path, statement) => {
    expect(nameRow(label, path, statement)).toBeNull();
  });
});
