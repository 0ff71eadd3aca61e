import { plainText } from "../../src/contracts/rich-text";
import { type Answer } from "../../src/contracts/answer";
import { type FactWithCitation } from "../../src/reasoning/ports";
import { runMachine } from "../../src/reasoning/run-machine";
import { ask, fiscalYear, grossProfit, intent, passage, ports, revenue, tenK } from "./made-up-filings";

const companies = [{ name: "Harrow Mills", matched: "Harrow Mills" }];
const terms = ["wool", "revenue"];
const aboutWool = intent({
  companies,
  concepts: ["revenue"],
  periods: [fiscalYear(2024)],
  unexplained: ["wool"],
  terms,
});

async function answerTo(question: string, more: Parameters<typeof ports>[0]): Promise<Answer> {
  for await (const event of runMachine(ask(question), ports(more), new AbortController().signal))
    if (event.kind === "answer") return event.answer;
  throw new Error("there was no answer");
}

const words = (answer: Answer): string => answer.statements.map((statement) => plainText(statement.text)).join("\n");

describe("a figure of the whole company", () => {
  it("never answers a question with a word left unexplained", async () => {
    const answer = await answerTo("What was wool revenue in 2024?", {
      intent: aboutWool,
      facts: [revenue(2024, 1200)],
    });
    expect(answer).toMatchObject({ status: "abstained", value: null });
    expect(answer.reason).toContain("whether that is what you mean by “wool”");
    expect(words(answer)).toContain("Leaving “wool” aside: Revenue of Harrow Mills for fiscal 2024");
  });

  it("gives way to a passage that states the thing in the question's own words", async () => {
    const evidence = [passage("Revenue grew to $1,200 million. Wool revenue was $310 million in fiscal 2024.")];
    const answer = await answerTo("What was wool revenue in 2024?", {
      intent: aboutWool,
      facts: [revenue(2024, 1200)],
      evidence,
    });
    expect(answer).toMatchObject({ status: "answered", value: null });
    expect(words(answer)).toContain("“Wool revenue was $310 million in fiscal 2024.”");
    expect(words(answer)).not.toContain("1,200");
  });

  it("does not take an outlook or another year's sentence for the figure asked", async () => {
    const evidence = [
      passage("We expect wool revenue of $400 million in fiscal 2024."),
      passage("Wool revenue was $290 million in fiscal 2023.", { passageId: "har-10k-2024#8" }),
      passage("Revenue reached $1,200 million in fiscal 2024, and wool grew.", { passageId: "har-10k-2024#9" }),
    ];
    const answer = await answerTo("What was wool revenue in 2024?", { intent: aboutWool, evidence });
    expect(answer).toMatchObject({ status: "abstained", value: null });
  });

  it("answers where the calculation asked for explains the words left", async () => {
    const answer = await answerTo("How much did revenue grow in 2024?", {
      intent: intent({ companies, concepts: ["revenue"], periods: [fiscalYear(2024)], unexplained: ["grow"] }),
      facts: [revenue(2023, 1000), revenue(2024, 1200)],
    });
    expect(answer.value?.value).toBeCloseTo(20);
  });

  it("does not show a margin where its change was asked for", async () => {
    const answer = await answerTo("How much did gross margin change in 2024?", {
      intent: intent({ companies, concepts: ["gross-margin"], periods: [fiscalYear(2024)], unexplained: ["change"] }),
      facts: [revenue(2023, 1000), revenue(2024, 1200), grossProfit(2023, 400), grossProfit(2024, 480)],
    });
    expect(answer).toMatchObject({ status: "abstained", value: null });
  });

  it("gives no growth rate from a loss", async () => {
    const loss = (year: number, millions: number): FactWithCitation => ({
      ...revenue(year, millions),
      conceptId: "net-income",
      fact: { ...revenue(year, millions).fact, concept: "us-gaap:NetIncomeLoss" },
    });
    const answer = await answerTo("How much did net income grow in 2024?", {
      intent: intent({ companies, concepts: ["net-income"], periods: [fiscalYear(2024)], unexplained: ["grow"] }),
      facts: [loss(2023, -50), loss(2024, 30)],
    });
    expect(answer).toMatchObject({ status: "abstained", value: null });
    expect(answer.reason).toContain("a growth rate from or to a loss says nothing");
  });
});

describe("a comparison of two companies", () => {
  const two = [...companies, { name: "Quill & Loom", matched: "Quill & Loom" }];
  const comparing = intent({ kind: "comparison", companies: two, concepts: ["revenue"], periods: [fiscalYear(2024)] });
  const factsOf = (company: string): FactWithCitation[] =>
    company === "Quill & Loom"
      ? [revenue(2024, 700, { document: tenK(2024, "Quill & Loom") })]
      : [revenue(2024, 1200, { document: tenK(2024) })];

  it("asks for the facts of one company at a time and names each figure's company", async () => {
    const asked: string[] = [];
    const answer = await answerTo("Compare the revenue of Harrow Mills and Quill & Loom in 2024", {
      intent: comparing,
      findFacts: async (query) => {
        const company = query.intent.companies.map((one) => one.matched).join("+");
        asked.push(company);
        return factsOf(company);
      },
    });
    expect(asked).toEqual(["Harrow Mills", "Quill & Loom"]);
    expect(answer).toMatchObject({ status: "answered", value: null });
    expect(words(answer)).toContain("Revenue of Harrow Mills for fiscal 2024 was $1,200 million");
    expect(words(answer)).toContain(
      "Revenue of Quill & Loom for fiscal 2024 was $700 million, as reported in the 10-K for the period",
    );
  });

  it("says which company is not on file instead of answering for the other alone", async () => {
    const answer = await answerTo("Compare the revenue of Harrow Mills and Quartz Meadow in 2024", {
      intent: { ...comparing, companies: [...companies, { name: "Quartz Meadow", matched: null }] },
      findFacts: async () => factsOf("Harrow Mills"),
    });
    expect(answer).toMatchObject({ status: "abstained", value: null });
    expect(answer.reason).toContain("no filing of Quartz Meadow is on file");
  });
});

describe("what stands in words", () => {
  it("puts reasons first, from the discussion of results and within one paragraph", async () => {
    const answer = await answerTo("Why did gross margin fall in 2024?", {
      intent: intent({ kind: "reason", companies, concepts: ["gross-margin"], terms: ["gross", "margin", "fall"] }),
      facts: [revenue(2024, 1200), grossProfit(2024, 480)],
      evidence: [
        passage("Price competition may reduce our gross margin\nCompetitors sell below our cost of making looms.", {
          item: "1A",
          passageId: "har-10k-2024#3",
        }),
        passage(
          "Gross margin fell to 40.0% from 42.0%. Dearer cotton outweighed the savings of the new mill.\nLooms\nSales of looms rose.",
        ),
      ],
    });
    expect(words(answer).split("\n")[0]).toBe(
      "From Item 7 of the 10-K for the period to 2024-12-31, filed 2025-02-20 (a made-up company): “Gross margin fell to 40.0% from 42.0%. Dearer cotton outweighed the savings of the new mill.”",
    );
    expect(words(answer)).not.toContain("Price competition may reduce our gross margin\n");
  });

  it("names what was asked and the years on file where a year is missing", async () => {
    const answer = await answerTo("What was revenue in 2026?", {
      intent: intent({ companies, concepts: ["revenue"], periods: [fiscalYear(2026)] }),
      facts: [revenue(2022, 900), revenue(2023, 1000), revenue(2024, 1200)],
    });
    expect(answer.reason).toBe(
      "I cannot tell: no filing here reports revenue for fiscal 2026 (on file: fiscal 2022 to 2024).",
    );
  });

  it("shows a row of years with the year it lacks", async () => {
    const answer = await answerTo("How has revenue developed since 2022?", {
      intent: intent({
        kind: "trend",
        companies,
        concepts: ["revenue"],
        periods: [2022, 2023, 2024, 2025].map(fiscalYear),
      }),
      facts: [revenue(2022, 900), revenue(2023, 1000), revenue(2024, 1200)],
    });
    expect(answer.status).toBe("answered");
    expect(words(answer)).toContain("No filing here reports revenue for fiscal 2025");
  });
});
