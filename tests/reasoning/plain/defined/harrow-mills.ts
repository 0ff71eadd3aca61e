import { conceptById } from "../../../../src/concepts/dictionary";
import { type QuestionIntent } from "../../../../src/contracts/intent";
import { admitGathered } from "../../../../src/reasoning/admit-gathered";
import { answerPlainly, type PlainAnswer } from "../../../../src/reasoning/plain/answer-plainly";
import { type FactWithCitation } from "../../../../src/reasoning/ports";
import { ask, fiscalYear, intent, yearFact } from "../../made-up-filings";

/** The accounts of a made-up company in millions, 2022 to 2024. */
const accounts: Readonly<Record<string, readonly [number, number, number]>> = {
  revenue: [900, 1000, 1200],
  "cost-of-revenue": [540, 600, 700],
  "operating-income": [90, 110, 150],
  "depreciation-and-amortization": [30, 35, 40],
  "interest-expense": [10, 12, 15],
  "pretax-income": [60, 80, 120],
  "income-tax-expense": [15, 20, 30],
  "net-income": [45, 60, 90],
  "research-and-development": [20, 25, 36],
  "operating-cash-flow": [120, 130, 170],
  "capital-expenditure": [50, 55, 70],
  "dividends-paid": [20, 24, 30],
  "change-in-inventory": [7, 12, 25],
  "cash-and-equivalents": [90, 100, 120],
  "accounts-receivable": [80, 90, 110],
  inventory: [100, 110, 130],
  "total-current-assets": [400, 440, 520],
  "total-assets": [1000, 1100, 1300],
  "accounts-payable": [60, 70, 90],
  "total-current-liabilities": [250, 220, 260],
  "long-term-debt": [200, 210, 240],
  "total-equity": [500, 550, 600],
};

export const harrowMills: readonly FactWithCitation[] = Object.entries(accounts).flatMap(([id, values]) => {
  const concept = conceptById(id);
  if (concept === null) throw new Error(`the dictionary knows no ${id}`);
  const tag = concept.tags[0]!.replace("us-gaap:", "");
  return values.map((value, index) =>
    yearFact(id, tag, 2022 + index, value * 1e6, { instant: concept.periodKind === "instant" }),
  );
});

/** Asks about Harrow Mills as the question would be understood: the years it names, and no word left unexplained. */
export function askHarrow(
  question: string,
  more: Partial<QuestionIntent> = {},
  facts: readonly FactWithCitation[] = harrowMills,
): PlainAnswer {
  const named = [...question.matchAll(/20\d\d/g)].map((match) => Number(match[0]));
  const span = /FY(20\d\d) (?:-|to) FY(20\d\d)/.exec(question);
  const between = span === null ? [] : [2022, 2023, 2024].filter((year) => year > Number(span[1]) && year < Number(span[2])); // prettier-ignore
  const years = [...new Set([...named, ...between])].sort();
  const gathered = admitGathered({ evidence: [], facts: [...facts] }, { asOf: null, documentId: null });
  const about = intent({ concepts: ["revenue"], periods: years.map(fiscalYear), unexplained: [], ...more });
  return answerPlainly(ask(question), about, gathered, "2025-06-01");
}
