import { findPeriods } from "../../../src/retrieval/question/find-periods";

const labels = (question: string, newestYear: number | null = 2024) =>
  findPeriods(question, newestYear).periods.map((period) => period.label);

describe("the periods of a question", () => {
  it.each([
    ["What was revenue in FY24?", ["FY2024"]],
    ["revenue FY2024", ["FY2024"]],
    ["revenue in fiscal 2024", ["FY2024"]],
    ["revenue in fiscal year 2024", ["FY2024"]],
    ["revenue for fiscal '23", ["FY2023"]],
    ["2025E revenue against 2024A", ["FY2025", "FY2024"]],
    ["capex in 2023?", ["FY2023"]],
    ["FY22 and FY23 margins", ["FY2022", "FY2023"]],
    ["sales in Q2'23", ["Q2 2023"]],
    ["sales in Q2 2023", ["Q2 2023"]],
    ["sales in Q3 of FY2022", ["Q3 2022"]],
    ["sales in 2Q23", ["Q2 2023"]],
    ["2023Q4 sales", ["Q4 2023"]],
    ["FY2023Q1 sales", ["Q1 2023"]],
    ["FY23 Q1 sales", ["Q1 2023"]],
    ["the second quarter of fiscal 2023", ["Q2 2023"]],
    ["sales in H1 2024", ["H1 2024"]],
    ["margins 2021–2023", ["FY2021–FY2023", "FY2021", "FY2022", "FY2023"]],
    ["margins from 2022 to 2023", ["FY2022–FY2023", "FY2022", "FY2023"]],
    ["between FY22 and FY23", ["FY2022–FY2023", "FY2022", "FY2023"]],
    ["2022-23 margins", ["FY2022–FY2023", "FY2022", "FY2023"]],
    ["growth since 2022", ["since FY2022", "FY2022", "FY2023", "FY2024"]],
    ["over the last three years", ["last 3 years", "FY2022", "FY2023", "FY2024"]],
    ["the latest revenue", ["latest"]],
    ["revenue last quarter", ["latest quarter"]],
    ["revenue in the most recent fiscal year", ["latest year"]],
    ["cash as of June 30, 2023", ["2023-06-30"]],
    ["cash at 30 June 2023", ["2023-06-30"]],
    ["cash on 2023-06-30", ["2023-06-30"]],
    ["Q3 sales", ["Q3"]],
  ])("%s", (question, expected) => {
    expect(labels(question)).toEqual(expected);
  });

  it.each([
    "Is 2,024 a plausible number of stores?",
    "a price of $2024",
    "growth of 2024%",
    "version 1.2023",
    "sales on June 31, 2023x",
    "What are the risks?",
    "the 25 largest customers",
    "item 10",
  ])("finds none in: %s", (question) => {
    expect(labels(question)).toEqual([]);
  });

  it("knows nothing of years to come where the store knows none", () => {
    expect(labels("growth since 2022", null)).toEqual(["since FY2022", "FY2022"]);
    expect(labels("over the past 3 years", null)).toEqual(["last 3 years"]);
  });

  it("takes the period's words out of the question", () => {
    expect(findPeriods("revenue in FY24 by segment", null).rest.replace(/\s+/g, " ")).toBe("revenue in by segment");
  });
});
