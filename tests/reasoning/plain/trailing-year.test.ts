import { plainText } from "../../../src/contracts/rich-text";
import { admitGathered } from "../../../src/reasoning/admit-gathered";
import { answerPlainly, type PlainAnswer } from "../../../src/reasoning/plain/answer-plainly";
import { type FactWithCitation } from "../../../src/reasoning/ports";
import { ask, intent, tenK, yearFact } from "../made-up-filings";

/** A flow or a balance of some days, in the report that ends with them. */
function figure(id: string, tag: string, span: [string | null, string], millions: number): FactWithCitation {
  const [start, end] = span;
  const form = end.endsWith("12-31") ? "10-K" : "10-Q";
  const document = { ...tenK(2024), id: `har-${form}-${end}`, form, periodEnd: end, filed: end };
  const item = yearFact(id, tag, 2024, millions * 1e6, { document });
  return { ...item, fact: { ...item.fact, id: `${tag} ${start}/${end}`, start, end } };
}

const flow = (id: string, tag: string, year: number, half: number, halfBefore: number): FactWithCitation[] => [
  figure(id, tag, ["2024-01-01", "2024-12-31"], year),
  figure(id, tag, ["2025-01-01", "2025-06-30"], half),
  { ...figure(id, tag, ["2024-01-01", "2024-06-30"], halfBefore) },
];
const facts = [
  ...flow("revenue", "Revenues", 1000, 600, 480),
  ...flow("gross-profit", "GrossProfit", 400, 260, 190),
  figure("total-current-assets", "AssetsCurrent", [null, "2024-12-31"], 300),
  figure("total-current-assets", "AssetsCurrent", [null, "2025-06-30"], 360),
  figure("total-current-liabilities", "LiabilitiesCurrent", [null, "2025-06-30"], 240),
];

function answer(question: string, concept: string, found: readonly FactWithCitation[] = facts): PlainAnswer {
  const gathered = admitGathered({ evidence: [], facts: found }, { asOf: null, documentId: null });
  return answerPlainly(ask(question), intent({ concepts: [concept], unexplained: ["ttm"] }), gathered, null);
}

const said = (plain: PlainAnswer): string => plain.statements.map(({ text }) => plainText(text)).join("\n");

describe("trailing twelve months", () => {
  it("are the year, plus the new year to date, less the year before to the same day", () => {
    const plain = answer("What was TTM revenue?", "revenue");
    expect(plain.value).toMatchObject({
      value: 1120e6,
      formula: "revenue_year_to_2024_12_31 + revenue_half_year_to_2025_06_30 - revenue_half_year_to_2024_06_30",
    });
    expect(said(plain)).toContain("for the twelve months to 2025-06-30 was $1,120 million");
  });

  it("give a ratio its operands over the same months, and show how each was come by", () => {
    const plain = answer("What was the TTM gross margin?", "gross-margin");
    expect(plain.value?.value).toBeCloseTo((100 * 470) / 1120, 8);
    expect(said(plain)).toContain("Gross profit, the twelve months to 2025-06-30: $470 million, computed as");
  });

  it("take balances at the last day", () => {
    expect(answer("What was the TTM current ratio?", "current-ratio").value?.value).toBeCloseTo(1.5, 10);
  });

  it("are refused where a part is not on file, and the part is named", () => {
    const without = facts.filter(({ fact }) => fact.end !== "2024-06-30");
    const plain = answer("What was TTM revenue?", "revenue", without);
    expect(plain.value).toBeNull();
    expect(plain.reason).toContain("the half-year to about 2024-06-30 is not on file");
  });

  it("are refused where one of the figures was changed since, and the filing is named", () => {
    const by = tenK(2025);
    const change = { kind: "restatement" as const, ratio: null, reason: "The note says so." };
    const restated = facts.map((item) =>
      item.fact.id === "Revenues 2024-01-01/2024-12-31"
        ? {
            ...item,
            restated: true,
            document: by,
            earlier: [{ factId: "x", value: 990e6, document: tenK(2024), changed: { by, change } }],
          }
        : item,
    );
    const plain = answer("What was TTM revenue?", "revenue", restated);
    expect(plain.value).toBeNull();
    expect(plain.reason).toContain("was changed by the 10-K for the period to 2025-12-31");
  });

  it("are refused of figures by the share, which do not add up", () => {
    const eps = yearFact("eps-diluted", "EarningsPerShareDiluted", 2024, 2, { unit: "USD/shares" });
    const half = { ...eps, fact: { ...eps.fact, id: "h", start: "2025-01-01", end: "2025-06-30" } };
    expect(answer("What was TTM diluted EPS?", "eps-diluted", [eps, half, ...facts]).reason).toContain(
      "figures by the share do not add up over periods",
    );
  });

  it("are the fiscal year where no later quarter is on file, and said to be", () => {
    const plain = answer(
      "What was TTM revenue?",
      "revenue",
      facts.filter(({ fact }) => (fact.end ?? "") < "2025-01-01"),
    );
    expect(plain.value?.value).toBe(1000e6);
    expect(said(plain)).toContain("These twelve months are the fiscal year itself");
  });
});
