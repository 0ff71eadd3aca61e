import { type SelectionForQuestion } from "../../../src/contracts/answer";
import { groupCompanies } from "../../../src/retrieval/question/known-companies";
import { understandQuestion } from "../../../src/retrieval/question/understand-question";

const known = {
  companies: groupCompanies([
    { name: "Lumen Harbor Inc.", ticker: "LMHB", cik: "0009990001" },
    { name: "Target Dune Corp", ticker: "TDUN", cik: "0009990002" },
  ]),
  documents: [],
};
const understand = (question: string, more: { company?: string; selection?: SelectionForQuestion } = {}) =>
  understandQuestion(
    { question, company: more.company ?? null, documentId: null, asOf: null, selection: more.selection ?? null },
    known,
  );

const cell = (given: Partial<SelectionForQuestion["cells"][number]>): SelectionForQuestion["cells"][number] => ({
  address: "C7",
  value: 1,
  error: null,
  formula: null,
  numberFormat: null,
  label: null,
  period: null,
  year: null,
  quarter: null,
  phase: "actual",
  concept: null,
  unit: "currency",
  scale: null,
  precedents: [],
  ...given,
});
const selection: SelectionForQuestion = {
  workbook: "Lamps.xlsx",
  sheet: "P&L",
  range: "C7:D7",
  cells: [
    cell({ label: "Cost of sales", concept: "cost-of-revenue", year: 2023 }),
    cell({ address: "D7", label: "Cost of sales", concept: "cost-of-revenue", year: 2024 }),
  ],
};

describe("understanding a question", () => {
  it("separates company, period, concept and statement", () => {
    expect(understand("What was Lumen Harbor's inventory in FY2023?")).toMatchObject({
      companies: [{ name: "Lumen Harbor Inc.", matched: "Lumen Harbor Inc." }],
      periods: [{ label: "FY2023", kind: "year", fiscalYear: 2023 }],
      concepts: ["inventory"],
      statements: ["balance-sheet"],
      kind: "number",
      terms: ["inventory"],
    });
  });

  it.each([
    ["How much did Lumen Harbor spend on capex in 2023?", "number"],
    ["Why did gross margin fall?", "reason"],
    ["What drove the increase in revenue?", "reason"],
    ["What are the main risks?", "risk"],
    ["What is the outlook for next year?", "guidance"],
    ["How has revenue developed since 2020?", "trend"],
    ["Compare the net margin of Lumen Harbor and Target Dune", "comparison"],
    ["What does adjusted EBITDA mean here?", "definition"],
    ["Tell me about the suppliers", "open"],
    ["revenue 2021-2023", "trend"],
    ["What is the net margin of 2023? If it is not useful here, please state that and explain why.", "number"],
    ["What is free cash flow in 2023? Define free cash flow as cash from operations less capex.", "number"],
  ])("%s: a question of kind %s", (question, kind) => {
    expect(understand(question).kind).toBe(kind);
  });

  it("points a question at the items that speak of it", () => {
    expect(understand("What are the main risks?").items[0]).toBe("1A");
    expect(understand("Why did sales fall?").items[0]).toBe("7");
    expect(understand("What guidance was given?").items).toEqual(["2.02", "7.01", "7"]);
    expect(understand("What does Item 3 say?").items).toEqual(["3"]);
  });

  it("names forms only where the question or its kind does", () => {
    expect(understand("revenue in the annual report").forms).toEqual(["10-K"]);
    expect(understand("What guidance was given?").forms).toEqual(["8-K", "transcript"]);
    expect(understand("sales in Q2 2024").forms).toEqual(["10-Q", "8-K"]);
    expect(understand("What was revenue in 2023?").forms).toEqual([]);
  });

  it("finds the statements of a ratio in its operands", () => {
    expect(understand("What is the DPO for 2023?").statements).toEqual(
      expect.arrayContaining(["balance-sheet", "income-statement"]),
    );
  });

  it("takes the model's own company where the question names none, and the one named where it does", () => {
    const companies = (question: string) =>
      understand(question, { company: "LMHB" }).companies.map((one) => one.matched);
    expect(companies("What was revenue?")).toEqual(["Lumen Harbor Inc."]);
    expect(companies("What was Target Dune's revenue?")).toEqual(["Target Dune Corp"]);
    expect(companies("Is our margin better than Target Dune's?")).toEqual(["Lumen Harbor Inc.", "Target Dune Corp"]);
  });

  it("sees the cash flow statement behind the activities it is made of", () => {
    expect(
      understand("Which of investing activities and financing activities used more cash in 2023?").statements,
    ).toContain("cash-flow");
  });

  it("takes a statement that is named for where to look, not for words to find", () => {
    expect(understand("What are inventories by the balance sheet of 2023?")).toMatchObject({
      statements: ["balance-sheet"],
      terms: ["inventories"],
    });
  });

  describe("without a word about the company", () => {
    const one = { companies: known.companies.slice(0, 1), documents: [] };
    const companies = (question: string, documentId: string | null = null) =>
      understandQuestion({ question, company: null, documentId, asOf: null }, one).companies;

    it("means the only company on file", () => {
      expect(companies("What was Operating Income in FY2023?")).toEqual([
        { name: "Lumen Harbor Inc.", matched: "Lumen Harbor Inc." },
      ]);
      expect(companies("Why did revenue fall in March 2023? What does Item 7 say?")).toHaveLength(1);
    });

    it("never means it where somebody else's figure is asked for", () => {
      expect(companies("What was Quartz Meadow's revenue in FY2023?")).toEqual([
        { name: "Quartz Meadow", matched: null },
      ]);
      expect(companies("Quartz's revenue?")).toEqual([{ name: "Quartz", matched: null }]);
      expect(companies("What was the revenue of Quartz Meadow in FY2023?")).toEqual([]);
    });

    it("names the stranger by its legal form, or by what it does", () => {
      expect(companies("What was the revenue of Quartz Meadow Corp. in FY2023?")).toEqual([
        { name: "Quartz Meadow Corp", matched: null },
      ]);
      expect(companies("Is Quartz Meadow plc profitable?")).toEqual([{ name: "Quartz Meadow plc", matched: null }]);
      expect(companies("How much did Quartz Meadow earn in FY2023?")).toEqual([
        { name: "Quartz Meadow", matched: null },
      ]);
    });

    it("means none where a document is named", () => {
      expect(companies("What was revenue?", "note")).toEqual([]);
    });
  });

  describe("beside the model's own company", () => {
    const companies = (question: string) => understand(question, { company: "LMHB" }).companies;
    const own = { name: "LMHB", matched: "Lumen Harbor Inc." };

    it.each([
      ["What was Quartz's revenue in 2024?", "Quartz"],
      ["What was the revenue of Quartz Meadow, Inc. in fiscal 2024?", "Quartz Meadow Inc"],
      ["What was QZMD's revenue?", "QZMD"],
    ])("%s: a company that is not on file, and no other", (question, name) => {
      expect(companies(question)).toEqual([{ name, matched: null }]);
      expect(understand(question, { company: "LMHB" }).unexplained).toEqual([]);
    });

    it("keeps both where they are compared", () => {
      expect(companies("How does this compare with Quartz's revenue?")).toEqual([
        own,
        { name: "Quartz", matched: null },
      ]);
    });

    it.each([
      "What was Lumen's revenue?",
      "What does the Board's report say?",
      "What was the CFO's view?",
      "What's EBITDA's trend?",
      "What was revenue at the Company?",
      "Does it meet Wall Street's expectations?",
      "What did Lumen Harbor, Inc. earn?",
    ])("%s: its own", (question) => {
      expect(companies(question).map((one) => one.matched)).toEqual(["Lumen Harbor Inc."]);
    });
  });

  it("says that it does not know a company", () => {
    expect(understand("What was revenue?", { company: "Quartz Meadow plc" }).companies).toEqual([
      { name: "Quartz Meadow plc", matched: null },
    ]);
  });

  it("takes concepts, periods and words from the selection where the question points at it", () => {
    expect(understand("Why does this move?", { selection })).toMatchObject({
      concepts: ["cost-of-revenue"],
      periods: [{ label: "FY2023" }, { label: "FY2024" }],
      terms: ["move", "cost", "sales"],
    });
  });

  it("prefers what the question says itself over the selection", () => {
    expect(understand("What was revenue in 2022?", { selection })).toMatchObject({
      concepts: ["revenue"],
      periods: [{ label: "FY2022" }],
      terms: ["revenue"],
    });
  });

  describe("beside a selection", () => {
    const rowOf = (label: string, concept: string | null): SelectionForQuestion => ({
      ...selection,
      cells: [cell({ label, concept, year: 2028, phase: "forecast" })],
    });

    it.each([
      "Who is the CEO?",
      "Will the stock go up?",
      "How many employees are there?",
      "Who are the largest customers?",
      "What is the number of employees?",
      "What acquisitions happened this year?",
      "What are the main risks?",
    ])("%s: keeps the selection out of it", (question) => {
      const intent = understand(question, { selection });
      expect(intent.concepts).not.toContain("cost-of-revenue");
      expect(intent.periods.filter((period) => period.fiscalYear === 2024)).toEqual([]);
      expect(intent.terms).not.toContain("cost");
    });

    it.each([
      "Why?",
      "Is it plausible?",
      "What supports this?",
      "Explain the trend",
      "Where does that come from?",
      "Is the assumption supported by filings?",
      "Why did the figure rise?",
      "What do the filings say about these cells?",
      "What was cost of revenue?",
    ])("%s: means the selection", (question) => {
      expect(understand(question, { selection })).toMatchObject({
        concepts: ["cost-of-revenue"],
        periods: [{ label: "FY2023" }, { label: "FY2024" }],
      });
    });

    it("lets a pronoun stand for what the question names", () => {
      expect(understand("Why did inventory rise, and will it last?", { selection })).toMatchObject({
        concepts: ["inventory"],
        periods: [],
      });
    });

    it.each([
      ["How does this margin compare with what was reported?", "Gross margin %", "gross-margin"],
      ["Is the margin plausible?", "EBITDA margin", "ebitda-margin"],
      ["How does this growth compare with history?", "Sales growth %", "revenue-growth"],
      ["Is the growth rate too high?", "Revenue", "revenue"],
      ["Is this interest rate supported?", "Interest on cash", "interest-rate-on-cash"],
    ])("%s on %s: takes the general word for the row's own concept", (question, label, concept) => {
      expect(understand(question, { selection: rowOf(label, concept) }).concepts).toEqual([concept]);
    });

    it.each([
      ["What guidance was given for this?", "Sales growth %", "revenue-growth", ["revenue-growth", "revenue"]],
      ["What does management expect for this?", "Sales growth %", "revenue-growth", ["revenue-growth", "revenue"]],
      ["Is this forecast in line with guidance?", "Gross margin %", "gross-margin", ["gross-margin"]],
      ["Is there guidance?", "Gross margin %", "gross-margin", ["gross-margin"]],
      ["What growth was guided?", "Sales growth %", "revenue-growth", ["revenue-growth", "revenue"]],
    ])("%s on %s: looks for guidance on what the row is made of", (question, label, concept, concepts) => {
      expect(understand(question, { selection: rowOf(label, concept) })).toMatchObject({
        kind: "guidance",
        concepts,
        forms: ["8-K", "transcript"],
      });
    });

    it("holds an assumed tax rate against the effective one, not the statutory", () => {
      expect(
        understand("How does this tax rate compare with what was reported?", {
          selection: rowOf("Tax rate", "tax-rate"),
        }),
      ).toMatchObject({ concepts: ["effective-tax-rate"], periods: [{ label: "FY2028" }] });
    });
  });

  it("takes a company's name out of the words, its legal form too", () => {
    expect(understand("What did Lumen Harbor, Inc. say about glass?").terms).toEqual(["glass"]);
  });

  it("takes requests about the answer's shape for what they are", () => {
    expect(
      understand("What were inventories in 2023? Answer in USD millions. Round to two decimal places.").terms,
    ).toEqual(["inventories"]);
  });
});
