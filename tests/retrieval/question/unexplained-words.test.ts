import { groupCompanies } from "../../../src/retrieval/question/known-companies";
import { understandQuestion } from "../../../src/retrieval/question/understand-question";

const known = {
  companies: groupCompanies([
    { name: "Lumen Harbor Inc.", ticker: "LMHB", cik: "0009990001" },
    { name: "MARISOL.COM, INC.", ticker: "MRSL", cik: "0009990003" },
  ]),
  documents: [],
};
const understand = (question: string) =>
  understandQuestion({ question, company: null, documentId: null, asOf: null }, known);

describe("the words of a question that nothing explains", () => {
  it.each([
    "What was Lumen Harbor's total revenue in fiscal 2023?",
    "How much net income did Lumen Harbor Inc. report for fiscal year 2024?",
    "Lumen Harbor capital expenditure FY2023 in USD millions",
    "What was Marisol's operating income for the nine months ended June 30, 2024?",
    "How much did Lumen Harbor spend on share repurchases in 2024?",
    "Based on the information provided primarily in the statement of income, what is Lumen Harbor's FY2020 net income?",
    "What was Lumen Harbor's year-end inventory in the 2024 10-K?",
  ])("are none in: %s", (question) => {
    expect(understand(question).unexplained).toEqual([]);
  });

  it.each([
    ["How many shares did Lumen Harbor repurchase in 2024?", ["repurchase"]],
    ["What was Lumen Harbor's lantern revenue in 2024?", ["lantern"]],
    ["What was harbor revenue in 2024?", ["harbor"]],
    ["What was Lumen Harbor's revenue in Greater China in 2024?", ["greater", "china"]],
    ["What was Lumen Harbor's adjusted operating income in 2024?", ["adjusted"]],
    ["What was Lumen Harbor's revenue per employee in 2024?", ["per", "employee"]],
    ["What was Lumen Harbor's revenue excluding acquisitions in 2024?", ["excluding"]],
    ["What was Lumen Harbor's non-GAAP operating margin in 2024?", ["non"]],
    ["What was Lumen Harbor's quarterly revenue in 2024?", ["quarterly"]],
    ["What did Lumen Harbor record as cost of services in 2024?", ["services"]],
  ])("%s", (question, words) => {
    expect(understand(question).unexplained).toEqual(expect.arrayContaining(words));
  });

  it("explain nothing away by the kind of the question alone", () => {
    expect(understand("Why did Lumen Harbor's lantern revenue fall in 2024?").unexplained).toEqual(["lantern"]);
    expect(understand("How has Lumen Harbor's European revenue developed?").unexplained).toEqual(["european"]);
  });
});

describe("companies and periods of a question", () => {
  it("knows a company by its name without the end of a web address", () => {
    expect(understand("What was Marisol's revenue in 2024?").companies).toEqual([
      { name: "MARISOL.COM, INC.", matched: "MARISOL.COM, INC." },
    ]);
  });

  it("keeps the unknown side of a comparison", () => {
    expect(understand("Compare Lumen Harbor and Quartz Meadow revenue in 2024").companies).toEqual([
      { name: "Lumen Harbor Inc.", matched: "Lumen Harbor Inc." },
      { name: "Quartz Meadow", matched: null },
    ]);
  });

  it("takes a choice between two for a comparison", () => {
    expect(understand("Which had higher net income in 2024, Lumen Harbor or Marisol?").kind).toBe("comparison");
  });

  it.each([
    ["revenue for the nine months ended June 28, 2025", { kind: "range", start: "2024-10-01", end: "2025-06-28" }],
    ["revenue in the six months to June 2024", { kind: "half", end: "2024-06-30", fiscalYear: null }],
    ["revenue for the quarter ended 2023-10-28", { kind: "quarter", end: "2023-10-28", quarter: null }],
    ["revenue for the year ended 31 May 2025", { kind: "year", end: "2025-05-31", fiscalYear: null }],
    ["revenue in the first half of 2024", { kind: "half", label: "H1 2024" }],
  ])("reads the span of %s", (question, period) => {
    expect(understand(question).periods).toEqual([expect.objectContaining(period)]);
  });
});
