import { type RowForEvidence } from "../../src/contracts/evidence-request";
import { numbersIn, plainText } from "../../src/contracts/rich-text";
import { commentsFromEvidence } from "../../src/reasoning/evidence/comments-from-evidence";
import { readGuidance } from "../../src/reasoning/evidence/read-guidance";
import { tickAndTie } from "../../src/reasoning/evidence/tick-and-tie";
import { grossProfit, passage, revenue, tenK, yearFact } from "./made-up-filings";

function row(values: Record<number, number>, more: Partial<RowForEvidence> = {}): RowForEvidence {
  return {
    key: "r1",
    sheet: "IS",
    label: "Revenue",
    concept: "revenue",
    unit: "currency",
    scale: null,
    values: Object.entries(values).map(([year, value], index) => ({
      address: `${"BCDEFGHIJ"[index]}4`,
      period: year,
      year: Number(year),
      quarter: null,
      endDate: null,
      phase: Number(year) > 2024 ? "forecast" : "actual",
      value,
    })),
    ...more,
  };
}

const history = [revenue(2021, 800), revenue(2022, 900), revenue(2023, 1000), revenue(2024, 1100)];
const verdicts = (given: RowForEvidence, facts = history): string[] =>
  tickAndTie(given, facts).map((tick) => tick.verdict);

describe("tickAndTie", () => {
  it("infers the row's scale from its own agreement and finds the slip", () => {
    expect(verdicts(row({ 2022: 900, 2023: 1000, 2024: 1110 }))).toEqual(["ties", "ties", "differs"]);
  });

  it("says nothing where neither model nor numbers tell the scale", () => {
    expect(verdicts(row({ 2024: 1100 }))).toEqual([]);
    expect(verdicts(row({ 2023: 77, 2024: 88 }))).toEqual([]);
  });

  it("ties within the rounding of what is shown and what was filed", () => {
    expect(verdicts(row({ 2023: 1.0, 2024: 1.1 }, { scale: 1e9 }))).toEqual([]);
    expect(verdicts(row({ 2023: 1000.4, 2024: 1110.7 }, { scale: 1e6 }))).toEqual(["ties", "differs"]);
    expect(verdicts(row({ 2023: 10.0, 2024: 11.2 }, { scale: 1e8 }))).toEqual(["ties", "differs"]);
  });

  it("reads the model's rounding off its history, not off its computed forecast", () => {
    const facts = [revenue(2023, 1000.04, { decimals: -3 }), revenue(2024, 1100.03, { decimals: -3 })];
    expect(verdicts(row({ 2023: 1000, 2024: 1100.1 - 0.1, 2025: 1210.123456 }, { scale: 1e6 }), facts)).toEqual([
      "ties",
      "ties",
    ]);
    expect(verdicts(row({ 2023: 1000.1, 2024: 1100, 2025: 1210.123456 }, { scale: 1e6 }), facts)).toEqual(["ties"]);
  });

  it("leaves open what a total of rounded parts may be off by", () => {
    const facts = [revenue(2023, 1000.04, { decimals: -3 }), revenue(2024, 1100.16, { decimals: -3 })];
    expect(verdicts(row({ 2023: 1000, 2024: 1100.3 }, { scale: 1e6 }), facts)).toEqual(["ties"]);
    expect(verdicts(row({ 2023: 1000, 2024: 1101.3 }, { scale: 1e6 }), facts)).toEqual(["ties", "differs"]);
  });

  it("takes working capital shown as the cash it takes for a convention", () => {
    const facts = [2022, 2023, 2024].map((year) =>
      yearFact("change-in-receivables", "IncreaseDecreaseInAccountsReceivable", year, (year - 2000) * 1e6),
    );
    const more = { concept: "change-in-receivables", label: "Change in receivables", scale: 1e6 } as const;
    expect(verdicts(row({ 2022: -22, 2023: -23, 2024: -24 }, more), facts).every((verdict) => verdict === "ties")).toBe(
      true,
    );
  });

  it("takes costs shown as negative numbers for a convention, and one flipped cell for a slip", () => {
    const costs = [2022, 2023, 2024].map((year) =>
      yearFact("cost-of-revenue", "CostOfRevenue", year, (year - 1500) * 1e6),
    );
    const more = { concept: "cost-of-revenue", label: "Cost of sales", scale: 1e6 } as const;
    expect(verdicts(row({ 2022: -522, 2023: -523, 2024: -524 }, more), costs)).toEqual(["ties", "ties", "ties"]);
    expect(verdicts(row({ 2022: -522, 2023: 523, 2024: -524 }, more), costs)).toEqual([
      "ties",
      "differs-in-sign",
      "ties",
    ]);
  });

  it("takes a flipped profit for what it is, however many are flipped", () => {
    const loss = [yearFact("net-income", "NetIncomeLoss", 2024, -50e6)];
    expect(verdicts(row({ 2024: 50 }, { concept: "net-income", scale: 1e6 }), loss)).toEqual(["differs-in-sign"]);
  });

  it("tells a cell in another scale than its row", () => {
    expect(verdicts(row({ 2022: 900, 2023: 1000, 2024: 1_100_000 }, { scale: 1e6 }))).toEqual([
      "ties",
      "ties",
      "differs-in-scale",
    ]);
  });

  it("never ticks a forecast, a quarter against a year, or a year nobody reported", () => {
    expect(verdicts(row({ 2025: 1200, 2019: 5 }, { scale: 1e6 }))).toEqual([]);
    const quarter = row({ 2024: 1100 }, { scale: 1e6 });
    expect(verdicts({ ...quarter, values: quarter.values.map((value) => ({ ...value, quarter: 4 })) })).toEqual([]);
  });

  it("gives the figure in the model's scale and sign, with its citation", () => {
    expect(tickAndTie(row({ 2024: 1110 }, { scale: 1e6 }), history)[0]).toMatchObject({
      factValue: 1100,
      modelValue: 1110,
      citation: { document: { id: "har-10k-2024" } },
    });
  });
});

describe("commentsFromEvidence", () => {
  const comments = (rows: RowForEvidence[], facts = history, guidance = [] as ReturnType<typeof passage>[]) =>
    commentsFromEvidence({ rows, facts, guidance }).comments;

  it("makes one comment of a row whose history differs, citing the fact", () => {
    const [comment, ...more] = comments([row({ 2022: 900, 2023: 1000, 2024: 1110 })]);
    expect(more).toEqual([]);
    expect(comment).toMatchObject({ rule: "history-differs-from-filing", cells: ["D4"], severity: "high" });
    expect(plainText(comment?.comment ?? [])).toContain(
      "Revenue shows 1,110 in D4, where the filing reports $1,100 million for fiscal 2024",
    );
    expect(comment?.citations).toHaveLength(1);
  });

  it("says that a figure was restated where the model keeps what was first reported", () => {
    const recast = history.map((item) =>
      item.fact.end === "2023-12-31"
        ? { ...item, restated: true, earlier: [{ factId: "old", value: 980e6, document: item.document }] }
        : item,
    );
    const [comment] = comments([row({ 2022: 900, 2023: 980, 2024: 1100 }, { scale: 1e6 })], recast);
    expect(comment).toMatchObject({ severity: "medium", title: "Revenue: history has been restated since" });
    expect(plainText(comment?.comment ?? [])).toContain("as first reported; it was restated to $1,000 million");
  });

  it("says that the shares were split since, with the ratio bound to both figures", () => {
    const shares = (millions: number, year: number) =>
      yearFact("shares-diluted", "WeightedAverageNumberOfDilutedSharesOutstanding", year, millions * 1e6, {
        unit: "shares",
      });
    const change = { kind: "split", ratio: 4, reason: "Share counts moved by this ratio." } as const;
    const split = [shares(100, 2022), shares(104, 2024)].concat({
      ...shares(408, 2023),
      restated: true,
      earlier: [{ factId: "old", value: 102e6, document: tenK(2023), changed: { by: tenK(2024), change } }],
    });
    const counts = row({ 2022: 100, 2023: 102, 2024: 104 }, { scale: 1e6, concept: "shares-diluted", unit: "shares" });
    const [comment] = comments([counts], split);
    expect(comment?.title).toContain("history is from before a split of the shares");
    expect(plainText(comment?.comment ?? [])).toContain("as first reported; after a 4-for-1 split it is 408 million");
    expect(numbersIn(comment?.comment ?? []).find(({ shown }) => shown === "4-for-1")).toMatchObject({
      verdict: "derived",
      reference: {
        kind: "calculation",
        formula: "later / earlier",
        operands: { earlier: { kind: "fact", factId: "old" } },
      },
    });
    expect(tickAndTie(counts, split).find((tick) => tick.address === "C4")).toMatchObject({
      change: { kind: "split" },
    });
  });

  it("names totals with the typed cell they are off by, and gives them no comment of their own", () => {
    const sales = row({ 2022: 900, 2023: 1000, 2024: 1110 }, { scale: 1e6 });
    const total = row({ 2022: 900, 2023: 1000, 2024: 1110 }, { scale: 1e6, key: "r2", label: "Total revenue" });
    const calculated = { ...total, values: total.values.map((value) => ({ ...value, calculated: true })) };
    const [comment, ...more] = comments([sales, calculated]);
    expect(more).toEqual([]);
    expect(plainText(comment?.comment ?? [])).toContain(
      "What is added up from it differs as well: Total revenue (D4).",
    );
  });

  it("says nothing of history that ties and a forecast inside it", () => {
    expect(comments([row({ 2023: 1000, 2024: 1100, 2025: 1215 })])).toEqual([]);
  });

  it("asks about growth beyond every reported year", () => {
    const [comment] = comments([row({ 2023: 1000, 2024: 1100, 2025: 1375 })]);
    expect(comment).toMatchObject({ rule: "growth-outside-reported-history", cells: ["D4"] });
    expect(plainText(comment?.comment ?? [])).toContain("25.0%");
    expect(plainText(comment?.comment ?? [])).toContain("10.0% (fiscal 2024) to 12.5% (fiscal 2022)");
  });

  it("asks about a margin beyond every reported year", () => {
    const facts = [...history, grossProfit(2022, 360), grossProfit(2023, 400), grossProfit(2024, 440)];
    const sales = row({ 2024: 1100, 2025: 1200 });
    const profit = row({ 2024: 440, 2025: 600 }, { concept: "gross-profit", label: "Gross profit", key: "r2" });
    expect(comments([sales, profit], facts)).toMatchObject([
      { key: "r2", rule: "share-outside-reported-history", cells: ["C4"] },
    ]);
  });

  it("needs three reported years before it speaks of history", () => {
    expect(comments([row({ 2024: 1100, 2025: 2000 })], history.slice(2))).toEqual([]);
  });

  const guided = passage("For fiscal 2025, we expect revenue of $1,150 million to $1,200 million.", {
    document: { ...tenK(2024), form: "8-K", id: "har-8k" },
  });

  it("holds a forecast against the company's own guidance, quoting it", () => {
    const [comment] = comments([row({ 2023: 1000, 2024: 1100, 2025: 1230 })], history, [guided]);
    expect(comment).toMatchObject({
      rule: "forecast-outside-guidance",
      severity: "high",
      cells: ["D4"],
      citations: [{ quote: guided.text }],
    });
    expect(comments([row({ 2023: 1000, 2024: 1100, 2025: 1180 })], history, [guided])).toMatchObject([
      { rule: "growth-outside-reported-history", severity: "low" },
    ]);
  });

  it.each([
    "For fiscal 2025, we expect revenue of $1,150 million to $1,200 million and net income of $90 million to $95 million.",
    "We expect revenue of $1,150 million to $1,200 million.",
    "We no longer expect revenue of $1,150 million to $1,200 million for fiscal 2025.",
    "In fiscal 2024 and fiscal 2025 we expect revenue of $1,150 million to $1,200 million.",
    "Revenue was $1,150 million to $1,200 million in fiscal 2025.",
  ])("reads no guidance out of: %s", (text) => {
    expect(readGuidance([passage(text)])).toEqual([]);
  });

  it("reads a range of growth as growth", () => {
    expect(readGuidance([passage("We expect revenue to grow 4% to 6% in fiscal 2025.")])).toMatchObject([
      { conceptId: "revenue", low: 0.04, high: 0.06, growth: true, fiscalYear: 2025, quarter: null },
    ]);
  });
});
