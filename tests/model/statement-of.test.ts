import { statementAround, statementNamed } from "../../src/model/statement-of";

describe("the statement a heading announces", () => {
  it.each([
    ["Income Statement", "income-statement"],
    ["Shareholder's Equity", "balance-sheet"],
    ["Working capital schedule", "balance-sheet"],
    ["Debt schedule", "balance-sheet"],
    ["Operating expenses", "income-statement"],
    ["Revenue build", "income-statement"],
    ["Operating cash flow", "cash-flow"],
    ["DCF", "valuation"],
    ["Key metrics", "ratios"],
  ])("%s", (heading, statement) => {
    expect(statementNamed(heading)).toBe(statement);
  });

  it.each(["Amounts in thousands, USD (except ratios and per share items)", "Europe", "Project Alpha", ""])(
    "none in “%s”",
    (heading) => {
      expect(statementNamed(heading)).toBeNull();
    },
  );

  it("takes the nearest heading, then the title, then the sheet", () => {
    expect(statementAround(["Balance Sheet", "Europe"], "Income Statement", "Model")).toBe("balance-sheet");
    expect(statementAround(["Europe"], "Income Statement", "BS")).toBe("income-statement");
    expect(statementAround([], null, "BS")).toBe("balance-sheet");
  });
});
