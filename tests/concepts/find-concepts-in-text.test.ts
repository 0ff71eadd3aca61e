import { findConceptsInText, readConceptsInText } from "../../src/concepts/find-concepts-in-text";

describe("findConceptsInText", () => {
  it.each([
    ["What is the FY2018 capital expenditure amount (in USD millions)?", ["capital-expenditure"]],
    ["What is the days payable outstanding (DPO) for FY2019?", ["days-payable"]],
    ["How did revenue growth compare with operating margin?", ["revenue-growth", "operating-margin"]],
    ["Did gross margin improve because of cost of goods sold?", ["gross-margin", "cost-of-revenue"]],
    ["What was the year-end net PP&E?", ["property-plant-equipment"]],
    ["what is the D&A margin", ["da-to-revenue"]],
    ["How much cash is there?", ["cash-and-equivalents"]],
    ["What is AR?", ["accounts-receivable"]],
    ["Which risks are we going to re-assess over the period?", []],
    ["Who is the auditor?", []],
    ["What was the tax rate?", ["effective-tax-rate"]],
    ["What was the revenue in percent?", ["revenue"]],
    ["What was pretax income?", ["pretax-income"]],
  ])("%s", (question, ids) => {
    expect(findConceptsInText(question)).toEqual(ids);
  });

  it("prefers the longest name", () => {
    expect(findConceptsInText("net income attributable to common shareholders")).toEqual(["net-income"]);
    expect(findConceptsInText("free cash flow conversion")).toEqual(["cash-conversion"]);
  });

  it("tells which words belong to no concept", () => {
    expect(readConceptsInText("adjusted operating income of lamps").rest).toEqual(["adjusted", "of", "lamps"]);
    // A general word is no concept beside a clear one, and so is left over.
    expect(readConceptsInText("revenue and cash").rest).toEqual(["and", "cash"]);
  });
});
