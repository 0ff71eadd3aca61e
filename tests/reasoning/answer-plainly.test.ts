import { plainText } from "../../src/contracts/rich-text";
import { admitGathered } from "../../src/reasoning/admit-gathered";
import { answerPlainly, type PlainAnswer } from "../../src/reasoning/plain/answer-plainly";
import { ask, cell, fiscalYear, grossProfit, intent, passage, revenue, tenK, yearFact } from "./made-up-filings";

function answer(
  question: string,
  about: Parameters<typeof intent>[0],
  found: { facts?: ReturnType<typeof revenue>[]; evidence?: ReturnType<typeof passage>[]; undated?: number },
  request: Parameters<typeof ask>[1] = {},
): PlainAnswer {
  const asked = ask(question, request);
  const gathered = admitGathered(
    { evidence: [], facts: [], ...found },
    { asOf: asked.asOf, documentId: asked.documentId },
  );
  return answerPlainly(asked, intent(about), gathered, "2025-06-01");
}

const text = (plain: PlainAnswer): string => plain.statements.map((statement) => plainText(statement.text)).join("\n");

describe("answerPlainly", () => {
  const years = [revenue(2022, 900), revenue(2023, 1000), revenue(2024, 1200)];

  it("gives the reported figure of exactly the year asked, in the scale asked", () => {
    const plain = answer(
      "What was revenue in FY2023, in USD millions?",
      { concepts: ["revenue"], periods: [fiscalYear(2023)] },
      { facts: years },
    );
    expect(plain.status).toBe("answered");
    expect(plain.value).toMatchObject({ value: 1000, unit: "USD", scale: 1e6, formula: null });
    expect(text(plain)).toContain("Revenue of Harrow Mills for fiscal 2023 was $1,000 million");
    expect(plain.statements[0]?.citations[0]?.document.id).toBe("har-10k-2023");
  });

  it("computes growth from its two declared operands", () => {
    const plain = answer(
      "How much did revenue grow in 2024?",
      { concepts: ["revenue"], periods: [fiscalYear(2024)] },
      { facts: years },
    );
    expect(plain.value?.value).toBeCloseTo(20, 10);
    expect(plain.value?.unit).toBe("percent");
    expect(plain.value?.formula).toBe("revenue_2024 / revenue_2023 - 1");
    expect(plain.value?.operands.map((operand) => operand.name)).toEqual(["revenue_2023", "revenue_2024"]);
  });

  it("takes the change in inventory for the reported line, not for the change of that change", () => {
    const change = (year: number, millions: number) =>
      yearFact("change-in-inventory", "IncreaseDecreaseInInventories", year, millions * 1e6);
    const plain = answer(
      "What was the change in inventory in 2024?",
      { concepts: ["change-in-inventory"], periods: [fiscalYear(2024)] },
      { facts: [change(2023, 5), change(2024, 8)], evidence: [passage("Inventory rose because demand fell.")] },
    );
    expect(plain.value?.value).toBe(8e6);
    expect(`${text(plain)} ${plain.nextQuestions.join(" ")}`).not.toMatch(/change in change/i);
  });

  it("computes compound growth over the years named", () => {
    const facts = [revenue(2022, 1000), revenue(2023, 1100), revenue(2024, 1210)];
    const plain = answer(
      "What is the revenue CAGR from 2022 to 2024?",
      { concepts: ["revenue"], periods: [fiscalYear(2022), fiscalYear(2024)] },
      { facts },
    );
    expect(plain.value?.value).toBeCloseTo(10, 6);
    expect(plain.value?.formula).toBe("(revenue_2024 / revenue_2022) ^ (1 / 2) - 1");
  });

  it("derives a margin by the dictionary's definition", () => {
    const plain = answer(
      "What was the gross margin in 2024?",
      { concepts: ["gross-margin"], periods: [fiscalYear(2024)] },
      { facts: [...years, grossProfit(2024, 480)] },
    );
    expect(plain.value).toMatchObject({ unit: "percent", formula: "gross_profit_2024 / revenue_2024" });
    expect(plain.value?.value).toBeCloseTo(40, 10);
    expect(plain.statements[0]?.text.find((segment) => segment.kind === "number")).toMatchObject({
      number: { shown: "40.0%", verdict: "derived" },
    });
  });

  it("derives days payable from averages of balances", () => {
    const facts = [
      yearFact("accounts-payable", "AccountsPayableCurrent", 2023, 90e6, { instant: true }),
      yearFact("accounts-payable", "AccountsPayableCurrent", 2024, 110e6, { instant: true }),
      yearFact("cost-of-revenue", "CostOfRevenue", 2024, 730e6),
    ];
    const plain = answer(
      "What was DPO in FY2024?",
      { concepts: ["days-payable"], periods: [fiscalYear(2024)] },
      { facts },
    );
    expect(plain.value?.value).toBeCloseTo(50, 10);
    expect(plain.value?.unit).toBe("days");
  });

  it("abstains where the year is not reported, and says which", () => {
    const plain = answer(
      "What was revenue in FY2019?",
      { concepts: ["revenue"], periods: [fiscalYear(2019)] },
      { facts: years },
    );
    expect(plain.status).toBe("abstained");
    expect(plain.value).toBeNull();
    expect(plain.reason).toContain("revenue for fiscal 2019");
  });

  it("abstains where an operand is missing", () => {
    const plain = answer(
      "What was the gross margin in 2024?",
      { concepts: ["gross-margin"], periods: [fiscalYear(2024)] },
      { facts: years },
    );
    expect(plain.status).toBe("abstained");
    expect(plain.reason).toContain("gross profit");
  });

  it("never takes a segment's figure for the company's", () => {
    const segment = revenue(2024, 300, { dimensions: { "us-gaap:Segment": "x:West" } });
    expect(
      answer("What was revenue in 2024?", { concepts: ["revenue"], periods: [fiscalYear(2024)] }, { facts: [segment] })
        .status,
    ).toBe("abstained");
  });

  it("shows both where one filing reports two figures for one thing", () => {
    const plain = answer(
      "Revenue in 2024?",
      { concepts: ["revenue"], periods: [fiscalYear(2024)] },
      { facts: [revenue(2024, 1200), { ...revenue(2024, 1100), fact: { ...revenue(2024, 1100).fact, id: "other" } }] },
    );
    expect(plain.status).toBe("abstained");
    expect(text(plain)).toContain("$1,200 million");
    expect(text(plain)).toContain("$1,100 million");
    expect(plain.value).toBeNull();
  });

  it("shows a restated figure as restated, with what was said before", () => {
    const restated = revenue(2023, 980, {
      document: tenK(2024),
      restated: true,
      earlier: [{ factId: "first", value: 1000e6, document: tenK(2023) }],
    });
    const plain = answer(
      "Revenue in 2023?",
      { concepts: ["revenue"], periods: [fiscalYear(2023)] },
      { facts: [restated] },
    );
    expect(text(plain)).toContain("$980 million");
    expect(text(plain)).toContain("Restated: the 10-K for the period to 2023-12-31");
    expect(text(plain)).toContain("$1,000 million");
  });

  it("says which filing changed a figure, and what kind of change it was", () => {
    const change = { kind: "reclassification", ratio: null, reason: "The totals of its statement stand." } as const;
    const moved = revenue(2023, 980, {
      document: tenK(2024),
      restated: true,
      earlier: [{ factId: "first", value: 1000e6, document: tenK(2023), changed: { by: tenK(2024), change } }],
    });
    const plain = answer(
      "Revenue in 2023?",
      { concepts: ["revenue"], periods: [fiscalYear(2023)] },
      { facts: [moved] },
    );
    expect(text(plain)).toContain(
      "First reported as $1,000 million in the 10-K for the period to 2023-12-31, filed 2024-02-20 (a made-up company); " +
        "changed by the 10-K filed 2025-02-20: a reclassification. " +
        "The totals of its statement stand.",
    );
  });

  it("says of a table that was read otherwise that it was read, and calls nothing restated", () => {
    const release = { ...tenK(2023), id: "release", form: "8-K", filed: "2024-01-30" };
    const item = revenue(2023, 980);
    const otherwise = [{ factId: "release!0", value: 985e6, source: "read" as const, document: release }];
    const plain = answer(
      "Revenue in 2023?",
      { concepts: ["revenue"], periods: [fiscalYear(2023)] },
      { facts: [{ ...item, otherwise }] },
    );
    expect(plain.value?.value).toBe(980e6);
    expect(text(plain)).toMatch(/A table of the 8-K .* was read as \$985 million, which nobody tagged/);
    expect(text(plain)).not.toMatch(/restate/i);
  });

  it("takes no document without a filing date for known by a day, whatever period it reports", () => {
    const undated = revenue(2023, 1000, { document: { ...tenK(2023), filed: null } });
    const plain = answer(
      "Revenue in 2023?",
      { concepts: ["revenue"], periods: [fiscalYear(2023)] },
      { facts: [undated] },
      { asOf: "2025-06-30" },
    );
    expect(plain.status).toBe("abstained");
    expect(plain.value).toBeNull();
  });

  it("says that documents have no filing date where that is why nothing is known by a day", () => {
    const reason = (undated: number, asOf: string | null) =>
      answer("Revenue in 2023?", { concepts: ["revenue"], periods: [fiscalYear(2023)] }, { undated }, { asOf }).reason;
    expect(reason(3, "2024-05-01")).toBe(
      "I cannot tell: nothing known to be filed by 2024-05-01 speaks of this. " +
        "3 documents have no filing date, so they cannot be placed before 2024-05-01; add their files again with --filed.",
    );
    expect(reason(1, "2024-05-01")).toContain("1 document has no filing date, so it cannot be placed");
    expect(reason(0, "2024-05-01")).toBe("I cannot tell: nothing known to be filed by 2024-05-01 speaks of this.");
    expect(reason(0, null)).toBe("I cannot tell: nothing in the filings at hand speaks of this.");
  });

  it("uses nothing filed after the as-of date, not even to call a figure restated", () => {
    const first = revenue(2023, 1000);
    const later = revenue(2023, 980, { document: tenK(2024) });
    const plain = answer(
      "Revenue in 2023?",
      { concepts: ["revenue"], periods: [fiscalYear(2023)] },
      { facts: [first, later] },
      { asOf: "2024-06-30" },
    );
    expect(plain.value?.value).toBe(1000e6);
    expect(text(plain)).not.toContain("980");
  });

  it("says how old the newest source used is where no period was asked", () => {
    const facts = [revenue(2022, 900)];
    expect(text(answer("What was revenue?", { concepts: ["revenue"] }, { facts }))).toContain(
      "The newest source used here is more than two years older than 2025-06-01",
    );
  });

  it("makes no remark on the age of a source for the very period asked, nor on one of the last eighteen months", () => {
    const old = answer(
      "Revenue in 2022?",
      { concepts: ["revenue"], periods: [fiscalYear(2022)] },
      { facts: [revenue(2022, 900)] },
    );
    const recent = answer("What was revenue?", { concepts: ["revenue"] }, { facts: [revenue(2023, 900)] });
    expect(text(old) + text(recent)).not.toContain("newest source");
  });

  it("remarks on a source that ends before the period asked", () => {
    const plain = answer(
      "Why did revenue change in 2024?",
      { kind: "reason", concepts: ["revenue"], periods: [fiscalYear(2024)], terms: ["revenue", "change"] },
      { evidence: [passage("Revenue rose because of new customers.", { document: tenK(2021) })] },
    );
    expect(text(plain)).toContain("The newest source used here is more than three years older");
  });

  it("quotes the sentence nearest to a question about reasons, verbatim", () => {
    const body =
      "Our mills ran in three shifts. Revenue increased mainly because of higher cotton prices\nand new customers. We own our buildings.";
    const plain = answer(
      "Why did revenue increase?",
      { kind: "reason", concepts: ["revenue"], terms: ["revenue", "increase", "prices"] },
      { evidence: [passage(body)] },
    );
    const quote = plain.statements.flatMap((statement) => statement.citations)[0];
    expect(plain.status).toBe("answered");
    expect(quote?.quote).toContain("Revenue increased mainly because of higher cotton prices\nand new customers.");
    expect(body.slice(quote?.start, quote?.end)).toBe(quote?.quote);
  });

  it("abstains on nothing at hand", () => {
    const plain = answer("Which risks are named?", { kind: "risk", terms: ["risks"] }, {});
    expect(plain).toMatchObject({ status: "abstained", statements: [] });
  });

  it("describes the selection, computes across it and holds its history against the filings", () => {
    const row = (address: string, year: number, value: number, formula: string | null) =>
      cell(address, value, {
        year,
        period: String(year),
        formula,
        concept: "revenue",
        phase: year > 2024 ? "forecast" : "actual",
        precedents:
          formula === null
            ? []
            : [
                { sheet: "Model", address: "C2", label: "Revenue", value: 1200 },
                { sheet: "Model", address: "D9", label: "Growth", value: 0.1 },
              ],
      });
    const selection = {
      workbook: "m.xlsx",
      sheet: "Model",
      range: "B2:D2",
      cells: [row("B2", 2023, 1000, null), row("C2", 2024, 1210, null), row("D2", 2025, 1331, "=C2*(1+D9)")],
    };
    const plain = answer("What does this row assume?", { kind: "open" }, { facts: years }, { selection });
    expect(plain.status).toBe("answered");
    expect(text(plain)).toContain("[Revenue]*(1+[Growth])");
    expect(text(plain)).toContain("15.4% a year compounded");
    expect(text(plain)).toContain("1,210 in C2 differs from $1,200 million");
  });

  describe("over a selection", () => {
    const selected = (cells: ReturnType<typeof cell>[]) => ({
      selection: { workbook: "m.xlsx", sheet: "Model", range: "B2:D2", cells },
    });
    const sum = (more: Parameters<typeof cell>[2] = {}) =>
      cell("H11", 137.6, {
        label: "Total costs",
        formula: "=SUM(H8:H9)",
        precedents: [{ sheet: "Model", address: "H8:H9", label: "Research", value: null }],
        ...more,
      });

    it("names a range by its first and last row, and by its address where only the first is known", () => {
      const both = [cell("H8", 80, { label: "Research" }), cell("H9", 57.6, { label: "Selling" }), sum()];
      expect(text(answer("What is this?", {}, {}, selected(both)))).toContain(
        "H11 is the sum of “Research” to “Selling” (H8:H9).",
      );
      expect(text(answer("What is this?", {}, {}, selected([sum()])))).toContain(
        "H11 is the sum of H8:H9, from “Research” on.",
      );
    });

    it("quotes no filing where the question is how a cell is made", () => {
      const found = { evidence: [passage("Costs of research and selling rose because of new staff in costs.")] };
      const plain = answer("What is wrong with this cell?", { terms: ["costs"] }, found, selected([sum()]));
      expect(plain.status).toBe("answered");
      expect(plain.statements.flatMap((statement) => statement.citations)).toEqual([]);
    });

    it("says a typed rate in place, and its movement in percentage points", () => {
      const rate = (address: string, year: number, value: number) =>
        cell(address, value, { year, period: `${year}E`, label: "Growth", unit: "percent", numberFormat: "0.0%" });
      expect(text(answer("What is this?", {}, {}, selected([rate("E5", 2025, 0.09)])))).toBe(
        "Growth: E5 (2025E) is a typed 9.0%.",
      );
      expect(
        text(answer("What is this?", {}, {}, selected([rate("E5", 2025, 0.09), rate("F5", 2026, 0.075)]))),
      ).toContain("It falls by 1.5 percentage points from 2025E to 2026E.");
    });

    it("says a row of one formula once, with its values, and names the cells built otherwise", () => {
      const ebit = (column: string, value: number, formula: string) =>
        cell(`${column}5`, value, { label: null, formula });
      const row = [ebit("B", 10, "=B3-B4"), ebit("C", 11, "=C3-C4"), ebit("D", 12, "=D3-D4")];
      expect(text(answer("Explain this row", {}, {}, selected(row)))).toBe(
        "B5:D5 is history, computed: 10 in B5, 11 in C5, 12 in D5. B5 is =B3-B4; the same formula across B5:D5.",
      );
      const broken = [...row.slice(0, 2), ebit("D", 12, "=D3-C4")];
      expect(text(answer("Explain this row", {}, {}, selected(broken)))).toContain("; built otherwise in D5.");
    });
  });

  it("names a document in full once", () => {
    const row = (address: string, year: number, value: number) =>
      cell(address, value, { year, period: String(year), concept: "revenue" });
    const cells = [row("B2", 2023, 1000), row("C2", 2024, 1200)];
    const facts = [revenue(2023, 1000, { document: tenK(2024) }), revenue(2024, 1200)];
    const selection = { workbook: "m.xlsx", sheet: "Model", range: "B2:C2", cells };
    const said = text(answer("Does this agree with the 10-K?", { concepts: ["revenue"] }, { facts }, { selection }));
    expect(said.match(/for the period to 2024-12-31, filed/g)).toHaveLength(1);
    expect(said).toContain("reported for fiscal 2024 (the same 10-K)");
    expect(said).toContain("as reported in the 10-K filed 2025-02-20.");
  });

  it("offers the question for reasons only where a sentence at hand gives one", () => {
    const about = { concepts: ["revenue"], periods: [fiscalYear(2024)] };
    const next = (body: string) =>
      answer("Revenue in 2024?", about, { facts: years, evidence: [passage(body)] }).nextQuestions.join();
    expect(next("Revenue increased because of new customers.")).toContain("What reasons does the management give");
    expect(next("We own our buildings. Revenue is invoiced monthly.")).not.toContain("What reasons");
  });

  it("offers no question for reasons or risks of an assumption no filing names", () => {
    const plain = answer(
      "Is the growth rate assumed for 2027 reasonable?",
      { concepts: ["growth-rate"] },
      {
        evidence: [
          passage("Costs rose because of cotton."),
          passage("Our mills may burn down.", { item: "1A", passageId: "har-10k-2024#2" }),
        ],
      },
    );
    expect(plain.nextQuestions).toEqual(["Which risks does the company name?"]);
  });

  it("suggests only what is at hand", () => {
    const plain = answer("Revenue in 2024?", { concepts: ["revenue"], periods: [fiscalYear(2024)] }, { facts: years });
    expect(plain.nextQuestions).toContain("What was revenue in fiscal 2023?");
    expect(plain.nextQuestions).toContain("What was revenue growth in fiscal 2024?");
    expect(plain.nextQuestions.join()).not.toContain("risk");
  });
});
