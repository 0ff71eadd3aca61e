import { numbersIn, plainText } from "../../../../src/contracts/rich-text";
import { openFactBooks } from "../../../../src/reasoning/plain/fact-book";
import { readRowAsked } from "../../../../src/reasoning/plain/trend/read-row-asked";
import { tellTrend, type TrendTold } from "../../../../src/reasoning/plain/trend/tell-trend";
import { type FactWithCitation } from "../../../../src/reasoning/ports";
import { fiscalYear, grossProfit, intent, revenue, tenK, yearFact } from "../../made-up-filings";

const range = (label: string) => ({ ...fiscalYear(0), label, kind: "range" as const, fiscalYear: null });

function tell(
  id: string,
  facts: readonly FactWithCitation[],
  question = "How has it developed over time?",
  about: Parameters<typeof intent>[0] = {},
): TrendTold | null {
  const [book] = openFactBooks(facts);
  return book === undefined ? null : tellTrend(id, intent({ kind: "trend", ...about }), readRowAsked(question), book);
}

const said = (told: TrendTold | null): string => (told?.statements ?? []).map(({ text }) => plainText(text)).join("\n");
const years = (...millions: number[]) =>
  millions.map((value, index) => revenue(2024 - millions.length + 1 + index, value));
const income = (year: number, millions: number) => yearFact("net-income", "NetIncomeLoss", year, millions * 1e6);
const eps = (year: number, value: number, more: Parameters<typeof yearFact>[4] = {}) =>
  yearFact("eps-diluted", "EarningsPerShareDiluted", year, value, { unit: "USD/shares", decimals: 2, ...more });

function quarter(end: string, millions: number, start: string): FactWithCitation {
  const document = { ...tenK(2024), id: `har-10q-${end}`, form: "10-Q", periodEnd: end, filed: end };
  const item = revenue(2024, millions, { document });
  return { ...item, fact: { ...item.fact, id: `${start}/${end}`, start, end } };
}

describe("a row of years told", () => {
  it("says which way, how far, how fast compounded, and in how many of the years", () => {
    const text = said(tell("revenue", years(1000, 1100, 1210, 1150, 1331)));
    expect(text).toContain(
      "Revenue of Harrow Mills rose from $1,000 million in fiscal 2020 to $1,331 million in fiscal 2024, up 33.1% in all, or 7.4% a year compounded, rising in three of the four years.",
    );
    expect(text).toContain(
      "The yearly changes were uneven: the largest rise was 15.7% in fiscal 2024, the largest fall 5.0% in fiscal 2023.",
    );
    expect(text).toContain("14.9% above the mean of its five years, $1,158.2 million");
  });

  it("binds every number to a fact or to a calculation over facts", () => {
    const told = tell("revenue", years(1000, 1100, 1210, 1150, 1331));
    const numbers = (told?.statements ?? []).flatMap(({ text }) => numbersIn(text));
    expect(numbers.length).toBeGreaterThan(10);
    expect(numbers.filter(({ reference }) => reference === null)).toEqual([]);
    expect(numbers[2]?.reference).toEqual({
      kind: "calculation",
      formula: "revenue_2024 / revenue_2020 - 1",
      operands: {
        revenue_2020: { kind: "fact", factId: "har-10k-2020!Revenues-2020-{}" },
        revenue_2024: { kind: "fact", factId: "har-10k-2024!Revenues-2024-{}" },
      },
    });
  });

  it("says where it turned, and that growth quickens or slows", () => {
    expect(said(tell("revenue", years(1000, 1100, 1200, 1150, 1050)))).toContain(
      "It turned after fiscal 2022, at $1,200 million: it had risen until then and has fallen since.",
    );
    expect(said(tell("revenue", years(1000, 1020, 1081.2, 1189.3)))).toContain(
      "Growth has quickened, from 2.0% in fiscal 2022 to 6.0% in fiscal 2023 to 10.0% in fiscal 2024.",
    );
  });

  it("calls no small change a rise or a fall without saying so", () => {
    expect(said(tell("revenue", years(1000, 1008)))).toContain(
      "was little changed, from $1,000 million in fiscal 2023 to $1,008 million in fiscal 2024, up 0.8%.",
    );
    expect(said(tell("revenue", years(1000, 1000.6)))).toContain("was unchanged within the rounding of the filings");
  });

  it("gives no growth from or to a loss, and names the years of it", () => {
    const text = said(tell("net-income", [income(2022, 50), income(2023, -20), income(2024, 30)]));
    expect(text).toContain("fell from $50 million in fiscal 2022 to $30 million in fiscal 2024, down by $20 million");
    expect(text).toContain("It was not above zero in fiscal 2023, so no growth rate is given.");
    expect(text).not.toContain("%");
  });

  it("moves ratios by points, each from its own operands", () => {
    const text = said(
      tell("gross-margin", [
        ...years(1000, 1000, 1000),
        grossProfit(2022, 380),
        grossProfit(2023, 400),
        grossProfit(2024, 450),
      ]),
    );
    expect(text).toContain(
      "Gross margin of Harrow Mills rose from 38.0% in fiscal 2022 to 45.0% in fiscal 2024, up by 7.0 percentage points, rising in each of the two years.",
    );
  });

  it("counts nothing over a missing year, and says that it is missing", () => {
    const text = said(
      tell("revenue", [revenue(2020, 1000), revenue(2021, 1100), revenue(2023, 1200), revenue(2024, 1320)]),
    );
    expect(text).toContain("rising in each of the two years");
    expect(text).toContain("No filing here reports revenue for fiscal 2022.");
  });

  it("counts years back from the company's own newest, not from the newest of any company", () => {
    const asked = { periods: [range("last 3 years"), fiscalYear(2025), fiscalYear(2026), fiscalYear(2027)] };
    expect(said(tell("revenue", years(900, 1000, 1100, 1200), "over the last three years", asked))).toContain(
      "from $1,000 million in fiscal 2022 to $1,200 million in fiscal 2024",
    );
    const since = { periods: [range("since FY2020"), fiscalYear(2020)] };
    expect(said(tell("revenue", years(900, 1000, 1100), "since 2020", since))).toContain(
      "No filing here reports revenue for fiscal 2020 and fiscal 2021.",
    );
  });

  it("has no trend of one figure, and none of nothing", () => {
    expect(tell("revenue", years(1000))).toMatchObject({
      obstacles: [
        "of revenue only the figure for fiscal 2024 is on file for the row asked, and one figure has no trend",
      ],
    });
    expect(tell("inventory", years(1000, 1100))).toBeNull();
  });

  it("does not run through a split of the shares", () => {
    const changed = {
      by: tenK(2024),
      change: { kind: "split" as const, ratio: 4, reason: "Several share figures moved by one ratio." },
    };
    const told = tell("eps-diluted", [
      eps(2022, 8),
      eps(2023, 2.5, {
        restated: true,
        earlier: [{ factId: "x", value: 10, document: tenK(2023), changed }],
        document: tenK(2024),
      }),
      eps(2024, 3, { document: tenK(2024) }),
    ]);
    expect(told?.obstacles.join()).toContain("counts its shares after a split");
    expect(said(told)).not.toMatch(/rose|fell/);
  });

  it("says where the filings tag it differently over the row", () => {
    const older = yearFact("revenue", "SalesRevenueNet", 2022, 900e6);
    expect(said(tell("revenue", [older, ...years(1000, 1100)]))).toContain(
      "The filings tag it differently over the row: “sales revenue net” for fiscal 2022 and “revenues” for fiscal 2023 and fiscal 2024",
    );
  });
});

describe("a row of quarters told", () => {
  const facts = [
    revenue(2023, 1000),
    quarter("2023-09-30", 730, "2023-01-01"),
    revenue(2024, 1300),
    quarter("2024-09-30", 900, "2024-01-01"),
  ];

  it("sets a quarter against the same one a year before, and says which are derived", () => {
    const text = said(tell("revenue", facts, "How has revenue developed by quarter?"));
    expect(text).toContain(
      "Revenue of Harrow Mills was $400 million in the quarter to 2024-12-31, 48.1% above the same quarter a year before ($270 million in the quarter to 2023-12-31).",
    );
    expect(text).toContain("derived as the longer period less what came before it in the year");
  });

  it("refuses a row of quarters where there is none, with what is on file", () => {
    expect(tell("revenue", years(1000, 1100), "What is the quarterly trend of revenue?")).toMatchObject({
      statements: [],
      obstacles: ["no quarter of revenue is on file or follows from what is (on file: fiscal 2023, 2024)"],
    });
  });
});

describe("readRowAsked", () => {
  it("tells years, quarters and the trailing year apart", () => {
    expect(readRowAsked("How has revenue developed?")).toMatchObject({ cadence: "years" });
    expect(readRowAsked("What is the trend in revenue over the last six quarters?")).toMatchObject({
      cadence: "quarters",
      count: 6,
    });
    expect(readRowAsked("Revenue over the last four quarters")).toMatchObject({ cadence: "trailing-year" });
    expect(readRowAsked("How did revenue develop over the last four quarters?")).toMatchObject({
      cadence: "quarters",
      count: 4,
    });
    expect(readRowAsked("What was LTM EBITDA?")).toMatchObject({ cadence: "trailing-year" });
    expect(readRowAsked("What was revenue in the fourth quarter?")).toMatchObject({ cadence: "years" });
  });

  it("stays quick on long nonsense", () => {
    const startedMs = performance.now();
    readRowAsked("quarterly what growth last ".repeat(40_000));
    expect(performance.now() - startedMs).toBeLessThan(500);
  });
});
