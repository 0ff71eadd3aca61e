import { findCompanies } from "../../../src/retrieval/question/find-companies";
import { groupCompanies, resolveCompany } from "../../../src/retrieval/question/known-companies";

const known = groupCompanies([
  { name: "Lumen Harbor Inc.", ticker: "LMHB", cik: "0009990001" },
  { name: "LUMEN HARBOR INC", ticker: null, cik: null },
  { name: "Target Corp", ticker: "TGTX", cik: "0009990002" },
  { name: "Orchid & Fern Holdings plc", ticker: "DSO", cik: "0009990003" },
  { name: "General Lanterns Company", ticker: "GLC", cik: "0009990004" },
  { name: "General Buoys Company", ticker: "GBC", cik: "0009990005" },
  { name: "ADVANCED MOORING DEVICES, INC.", ticker: null, cik: "0009990007" },
  { name: "Cargo Ports Island Group", ticker: null, cik: "0009990008" },
  { name: "Coastal Pier Insurance", ticker: null, cik: "0009990009" },
  { name: "4Q Co", ticker: "FQ", cik: "0009990006" },
]);
const namesIn = (question: string) => findCompanies(question, known).map(({ company }) => company.name);

describe("the companies of a question", () => {
  it.each([
    ["What was Lumen Harbor's revenue?", ["Lumen Harbor Inc."]],
    ["what was lumen harbor revenue", ["Lumen Harbor Inc."]],
    ["Is LMHB growing?", ["Lumen Harbor Inc."]],
    ["Lumen's margin", ["Lumen Harbor Inc."]],
    ["How do Orchid and Fern compare", ["Orchid & Fern Holdings plc"]],
    ["How does Orchid & Fern compare with Target?", ["Orchid & Fern Holdings plc", "Target Corp"]],
    ["Is O&F growing?", ["Orchid & Fern Holdings plc"]],
    ["Is OnF's margin improving?", ["Orchid & Fern Holdings plc"]],
    ["What is the target price?", []],
    ["What is the DSO of the company?", []],
    ["What does $DSO report?", ["Orchid & Fern Holdings plc"]],
    ["general risks", []],
    ["General Buoys against General Lanterns", ["General Buoys Company", "General Lanterns Company"]],
    ["sales of 4Q in 2023", ["4Q Co"]],
    ["LUMENESCENT HARBORS", []],
    ["What was AMD's margin?", ["ADVANCED MOORING DEVICES, INC."]],
    ["the amd of it", []],
    ["CPI against revenue", []],
  ])("%s", (question, expected) => {
    expect(namesIn(question)).toEqual(expected);
  });
});

describe("a company asked for", () => {
  it.each([
    ["Lumen Harbor", "Lumen Harbor Inc."],
    ["lumen harbor, incorporated", "Lumen Harbor Inc."],
    ["lmhb", "Lumen Harbor Inc."],
    ["0009990001", "Lumen Harbor Inc."],
    ["Lumen", "Lumen Harbor Inc."],
    ["Orchid & Fern", "Orchid & Fern Holdings plc"],
    ["General", null],
    ["Quartz Meadow", null],
    ["", null],
  ])("%s", (asked, expected) => {
    expect(resolveCompany(known, asked)?.name ?? null).toBe(expected);
  });

  it("is one company under all its spellings", () => {
    expect(known).toHaveLength(9);
    expect(known[0]).toMatchObject({ names: ["Lumen Harbor Inc.", "LUMEN HARBOR INC"], tickers: ["LMHB"] });
  });
});
