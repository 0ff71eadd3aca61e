import { labelVariants } from "../../src/concepts/label-variants";
import { mendWord } from "../../src/concepts/mend-words";

const texts = (label: string) => labelVariants(label).map(({ text }) => text);

describe("what a label may be read as", () => {
  it.each([
    ["1. Revenue", "revenue"],
    ["2.1.3 Cost of sales", "cost of sales"],
    ["(iii) Inventories", "inventories"],
    ["Dep. & Amort.", "depreciation and amortization"],
    ["Rev. growth", "revenue growth"],
    ["LTM EBITDA", "ebitda"],
    ["Tax expense @ 25%", "tax expense"],
    ["Share price ($/sh.)", "share price"],
    ["Useful life (years)", "useful life"],
    ["Equity value/share", "equity value per share"],
    ["Investing cash flow (ICF)", "investing cash flow"],
    ["SalesGrowth", "sales growth"],
    ["Capitalised fees", "capitalized fees"],
    ["Total Current Liabilitites", "total current liabilities"],
    ["Total Acme Widgets shareholders' equity", "total stockholders equity"],
    ["Net income attributable to Acme", "net income"],
    ["Common stock, $0.01 par value; 100 shares authorized", "common stock"],
  ])("“%s” among them as “%s”", (label, text) => {
    expect(texts(label)).toContain(text);
  });

  it("doubts more the more was done", () => {
    const doubts = labelVariants("1. Total Liabilitites").map(({ doubt }) => doubt);
    expect(doubts).toEqual([...doubts].sort((a, b) => a - b));
    expect(doubts[0]).toBe(0);
  });

  it("keeps a bracket that says which of several it is", () => {
    expect(texts("EBITDA (pre-IFRS 16)")).not.toContain("ebitda");
    expect(texts("Revenue (EU)")).not.toContain("revenue");
  });

  it("keeps minority interests apart from the parent's income", () => {
    expect(texts("Net income attributable to noncontrolling interests")).not.toContain("net income");
  });
});

describe("mending a slip of the pen", () => {
  it.each([
    ["liabilitites", "liabilities"],
    ["depriciation", "depreciation"],
    ["oustanding", "outstanding"],
    ["avearge", "average"],
  ])("%s", (slip, word) => {
    expect(mendWord(slip)).toBe(word);
  });

  it.each(["acquirer", "employer", "sails", "lamps", "revenue"])("leaves %s alone", (word) => {
    expect(mendWord(word)).toBe(word);
  });
});
