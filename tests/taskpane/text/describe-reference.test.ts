import { citationOfFact, describeNumber } from "../../../src/taskpane/text/describe-reference";
import { annualReport, marginCitation, shownNumber } from "../support/samples";

const profit = { ...marginCitation, quote: "Gross profit | 230,841 | 212,896" };
const revenue = { ...marginCitation, quote: "Total revenue | 431,560 | 402,875" };

describe("what a number points at", () => {
  it("finds the quote that holds a fact's digits, in whatever scale it is shown", () => {
    expect(citationOfFact("report-2024!3", "$230.841 million", [profit, revenue])).toBe(profit);
    expect(citationOfFact("report-2024!4", "$431.56 million", [profit, revenue])).toBe(revenue);
  });

  it("names no passage where several could be meant", () => {
    expect(citationOfFact("report-2024!3", "$1.2 million", [profit, revenue])).toBeNull();
    expect(citationOfFact("other-report!3", "$230.841 million", [profit])).toBeNull();
  });

  it("spells out a calculation with what its operands are", () => {
    const number = shownNumber("53.5%", {
      verdict: "derived",
      reference: {
        kind: "calculation",
        formula: "a / b",
        operands: { a: { kind: "cell", sheet: "P&L", address: "D5" }, b: { kind: "fact", factId: "report-2024!4" } },
      },
    });
    expect(describeNumber(number, [{ ...revenue, document: annualReport }])).toBe(
      "Computed by Marginalia: a / b, where a is cell P&L!D5; b is reported in Made-Up Instruments, 10-K, period to 2024-12-31, filed 2025-02-14, made-up sample company",
    );
  });
});
