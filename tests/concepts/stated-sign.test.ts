import { statedSign } from "../../src/concepts/stated-sign";

describe("the sign a label promises", () => {
  it.each([
    ["Less: Capital expenditure", "taken-away"],
    ["Less Net Debt", "taken-away"],
    ["(-) Taxes", "taken-away"],
    ["Minus: cash", "taken-away"],
    ["Taxes (-)", "taken-away"],
    ["– Dividends", "taken-away"],
    ["-Dividends", "taken-away"],
    ["Plus: D&A", "added"],
    ["(+) D&A", "added"],
    ["Add: Stock comp", "added"],
    ["Add back: depreciation", "added"],
    ["+ D&A", "added"],
    ["(Increase) in receivables", "rise-is-negative"],
    ["(Increase) / decrease in inventory", "rise-is-negative"],
    ["(Inc.) / Dec. in NWC", "rise-is-negative"],
    ["Decrease / (increase) in receivables", "rise-is-negative"],
    ["Increase / (decrease) in payables", "rise-is-positive"],
    ["Net increase (decrease) in cash", "rise-is-positive"],
    ["Less: (increase) in NWC", "taken-away"],
  ])("“%s” is %s", (label, sign) => {
    expect(statedSign(label)).toBe(sign);
  });

  it.each([
    "Capital expenditure",
    "Change in NWC",
    "Increase in inventory",
    "Increase / decrease in payables",
    "Additions",
    "Lessee obligations",
    "Additional paid-in capital",
    "Tax - current",
    "Non-cash items",
  ])("“%s” leaves it open", (label) => {
    expect(statedSign(label)).toBeNull();
  });
});
