import { type FactChange, type FactReport } from "../../../src/contracts/fact-history";
import { buildHistories } from "../../../src/retrieval/history/build-histories";
import { classifyHistories } from "../../../src/retrieval/history/classify-histories";
import { evidenceFromReports } from "../../../src/retrieval/history/evidence-from-reports";
import { wordsOfChange } from "../../../src/retrieval/history/words-of-change";

interface Row {
  readonly filed: string;
  /** A saved page that tells its period and not when it was filed. */
  readonly undated?: boolean;
  readonly form?: string;
  readonly concept?: string;
  readonly unit?: string;
  readonly start?: string | null;
  readonly end?: string;
  readonly value: number;
  readonly decimals?: FactReport["decimals"];
  readonly passageId?: string;
  readonly read?: boolean;
}

/** Reports of a made-up company; a filing is named by its day. */
function reports(rows: readonly Row[]): FactReport[] {
  return rows.map((row) => ({
    factId: null,
    source: row.read === true ? "read" : "tagged",
    concept: `us-gaap:${row.concept ?? "Revenues"}`,
    unit: row.unit ?? "USD",
    start: row.start === undefined ? "2022-01-01" : row.start,
    end: row.end ?? "2022-12-31",
    dimensions: {},
    value: row.value,
    decimals: row.decimals === undefined ? -6 : row.decimals,
    passageId: row.passageId ?? null,
    document: {
      id: row.filed,
      title: "",
      company: "Oakmere Tools",
      ticker: null,
      cik: null,
      form: row.form ?? "10-K",
      periodEnd: row.undated === true ? row.filed : null,
      filed: row.undated === true ? null : row.filed,
      accession: null,
      fictional: true,
    },
  }));
}

async function changes(rows: readonly Row[], concept = "Revenues"): Promise<FactChange[]> {
  const all = reports(rows);
  const histories = await classifyHistories(buildHistories(all), evidenceFromReports(all));
  return histories
    .filter((one) => one.concept === `us-gaap:${concept}`)
    .flatMap((one) => one.changes.map(({ change }) => change));
}

const first = "2023-02-20";
const second = "2024-02-20";
const third = "2025-02-20";

describe("a figure that changed between filings", () => {
  it.each([
    ["rounding", 1_234_567_000, -3, 1_235_000_000, -6],
    ["rounding", 1_234_567_000, -3, 1_234_000_000, -6],
    ["unclear", 1_234_567_000, -3, 1_246_000_000, -6],
    ["sign", -12_400_000, -5, 12_400_000, -5],
    ["scale", 598_077, 0, 598_077_000, -3],
    ["scale", 937, 0, -937_000, -3],
    ["rounding", 110_100_000_000, null, 110_087_000_000, null],
    ["unclear", 10_000_000, null, 12_345_000, null],
  ] as const)("is %s from %d (%s) to %d (%s)", async (kind, value, decimals, later, laterDecimals) => {
    const rows = [
      { filed: first, value, decimals },
      { filed: second, value: later, decimals: laterDecimals },
    ];
    expect((await changes(rows)).map((change) => change.kind)).toEqual([kind]);
  });

  const perShare = { unit: "USD/shares", decimals: 2 } as const;
  const shares = { unit: "shares", decimals: -3 } as const;

  it("is a split where several counts and per-share figures moved by one ratio", async () => {
    const rows: Row[] = [
      { filed: first, concept: "EarningsPerShareBasic", value: 11.62, ...perShare },
      { filed: second, concept: "EarningsPerShareBasic", value: 1.66, ...perShare },
      { filed: first, concept: "WeightedAverageNumberOfSharesOutstandingBasic", value: 871_000_000, ...shares },
      { filed: second, concept: "WeightedAverageNumberOfSharesOutstandingBasic", value: 6_097_000_000, ...shares },
      { filed: first, concept: "StockRepurchasedShares", value: 7_500_000, unit: "shares", decimals: -5 },
      { filed: second, concept: "StockRepurchasedShares", value: 52_700_000, unit: "shares", decimals: -5 },
      { filed: first, concept: "PreferredStockSharesAuthorized", value: 20_000_000, unit: "shares", decimals: "INF" },
      { filed: second, concept: "PreferredStockSharesAuthorized", value: 2_000_000, unit: "shares", decimals: "INF" },
    ];
    expect(await changes(rows, "EarningsPerShareBasic")).toMatchObject([{ kind: "split", ratio: 7 }]);
    expect(await changes(rows, "WeightedAverageNumberOfSharesOutstandingBasic")).toMatchObject([
      { kind: "split", ratio: 7 },
    ]);
    expect(await changes(rows, "StockRepurchasedShares")).toMatchObject([{ kind: "split", ratio: 7 }]);
    expect(await changes(rows, "PreferredStockSharesAuthorized")).toMatchObject([{ kind: "unclear", ratio: null }]);
  });

  it("is a split between filings of which nobody said when they were filed", async () => {
    const rows: Row[] = [
      { filed: first, undated: true, concept: "EarningsPerShareBasic", value: 11.62, ...perShare },
      { filed: second, undated: true, concept: "EarningsPerShareBasic", value: 1.66, ...perShare },
      { filed: first, undated: true, concept: "CommonStockSharesIssued", value: 871_000_000, ...shares },
      { filed: second, undated: true, concept: "CommonStockSharesIssued", value: 6_097_000_000, ...shares },
    ];
    expect(await changes(rows, "EarningsPerShareBasic")).toMatchObject([{ kind: "split", ratio: 7 }]);
  });

  it("is a reverse split where ten shares became one", async () => {
    const rows: Row[] = [
      { filed: first, concept: "EarningsPerShareBasic", value: -0.24, ...perShare },
      { filed: second, concept: "EarningsPerShareBasic", value: -2.4, ...perShare },
      { filed: first, concept: "EarningsPerShareDiluted", value: -0.24, ...perShare },
      { filed: second, concept: "EarningsPerShareDiluted", value: -2.4, ...perShare },
      { filed: first, concept: "WeightedAverageNumberOfSharesOutstandingBasic", value: 50_000_000, ...shares },
      { filed: second, concept: "WeightedAverageNumberOfSharesOutstandingBasic", value: 5_000_000, ...shares },
      { filed: first, concept: "CommonStockSharesIssued", value: 51_000_000, ...shares },
      { filed: second, concept: "CommonStockSharesIssued", value: 5_100_000, ...shares },
    ];
    expect(await changes(rows, "CommonStockSharesIssued")).toMatchObject([{ kind: "split", ratio: 0.1 }]);
  });

  it("is no split where one count alone was another", async () => {
    const rows: Row[] = [
      { filed: first, concept: "CommonStockSharesIssued", value: 50_000_000, ...shares },
      { filed: second, concept: "CommonStockSharesIssued", value: 100_000_000, ...shares },
    ];
    expect(await changes(rows, "CommonStockSharesIssued")).toMatchObject([{ kind: "unclear" }]);
  });

  it("is a restatement where net income of the period moved as well", async () => {
    const rows: Row[] = [
      { filed: first, value: 900e6 },
      { filed: second, value: 840e6 },
      { filed: first, concept: "NetIncomeLoss", value: 90e6 },
      { filed: second, concept: "NetIncomeLoss", value: 45e6 },
    ];
    expect(await changes(rows)).toMatchObject([
      { kind: "restatement", reason: expect.stringContaining("Net income") as string },
    ]);
    expect(await changes(rows, "NetIncomeLoss")).toMatchObject([{ kind: "restatement" }]);
  });

  it("is no change of the filer's where one of the two was read and not tagged", async () => {
    const rows: Row[] = [
      { filed: first, value: 900e6, read: true },
      { filed: second, value: 840e6 },
      { filed: third, value: 840e6, read: true },
    ];
    expect(await changes(rows)).toMatchObject([{ kind: "reading" }]);
  });

  it("tells nothing of other lines where it was read", async () => {
    const rows: Row[] = [
      { filed: first, value: 900e6 },
      { filed: second, value: 840e6 },
      { filed: first, concept: "NetIncomeLoss", value: 90e6, read: true },
      { filed: second, concept: "NetIncomeLoss", value: 45e6 },
    ];
    expect(await changes(rows)).toMatchObject([{ kind: "unclear" }]);
  });

  it("is a reclassification in the notes on taxes where tax expense or net deferred taxes stand", async () => {
    const tax: Row[] = [
      { filed: first, concept: "IncomeTaxExpenseBenefit", value: 210e6 },
      { filed: second, concept: "IncomeTaxExpenseBenefit", value: 210e6 },
      { filed: first, concept: "IncomeTaxReconciliationOtherAdjustments", value: 13e6 },
      { filed: second, concept: "IncomeTaxReconciliationOtherAdjustments", value: 28e6 },
    ];
    expect(await changes(tax, "IncomeTaxReconciliationOtherAdjustments")).toMatchObject([{ kind: "reclassification" }]);
    const deferred: Row[] = [
      { filed: first, start: null, concept: "DeferredTaxAssetsLiabilitiesNet", value: 70e6 },
      { filed: second, start: null, concept: "DeferredTaxAssetsLiabilitiesNet", value: 70e6 },
      { filed: first, start: null, concept: "DeferredTaxAssetsNet", value: 90e6 },
      { filed: second, start: null, concept: "DeferredTaxAssetsNet", value: 97e6 },
    ];
    expect(await changes(deferred, "DeferredTaxAssetsNet")).toMatchObject([{ kind: "reclassification" }]);
  });

  it("is a reclassification where another line moved the other way, or the totals of its statement stand", async () => {
    const offset: Row[] = [
      { filed: first, concept: "SellingGeneralAndAdministrativeExpense", value: 300e6 },
      { filed: second, concept: "SellingGeneralAndAdministrativeExpense", value: 263e6 },
      { filed: first, concept: "CostOfRevenue", value: 500e6 },
      { filed: second, concept: "CostOfRevenue", value: 537e6 },
    ];
    expect(await changes(offset, "CostOfRevenue")).toMatchObject([{ kind: "reclassification" }]);
    const totals = ["Operating", "Investing", "Financing"].flatMap((kind): Row[] => [
      { filed: first, concept: `NetCashProvidedByUsedIn${kind}Activities`, value: 77e6 },
      { filed: second, concept: `NetCashProvidedByUsedIn${kind}Activities`, value: 77e6 },
    ]);
    const line: Row[] = [
      { filed: first, concept: "ProceedsFromSaleOfOtherInvestments", value: 126e6 },
      { filed: second, concept: "ProceedsFromSaleOfOtherInvestments", value: 62e6 },
    ];
    expect(await changes([...totals, ...line], "ProceedsFromSaleOfOtherInvestments")).toMatchObject([
      { kind: "reclassification" },
    ]);
    expect(await changes(line, "ProceedsFromSaleOfOtherInvestments")).toMatchObject([{ kind: "unclear" }]);
  });

  it("is a correction where one filing stands alone between two that agree", async () => {
    const rows = [
      { filed: first, value: 900e6 },
      { filed: second, value: 620e6 },
      { filed: third, value: 900e6 },
    ];
    expect((await changes(rows)).map((change) => change.kind)).toEqual(["correction", "correction"]);
    // Before the third filing nobody could know.
    expect((await changes(rows.slice(0, 2))).map((change) => change.kind)).toEqual(["unclear"]);
  });

  it("is a correction where a filing tagged the figure of another period, or an amendment changes nothing else", async () => {
    const misplaced = [
      { filed: first, start: "2022-07-01", value: 611e6 },
      { filed: first, start: "2022-10-01", value: 611e6 },
      { filed: second, start: "2022-10-01", value: 305e6 },
    ];
    expect(await changes(misplaced)).toMatchObject([
      { kind: "correction", reason: expect.stringContaining("another period") as string },
    ]);
    const amended = [
      { filed: first, value: 900e6 },
      { filed: "2023-05-02", form: "10-K/A", value: 940e6 },
    ];
    expect(await changes(amended)).toMatchObject([{ kind: "correction" }]);
  });

  it("is what the filing's own words beside it say", async () => {
    const all = reports([
      { filed: first, value: 900e6 },
      { filed: second, value: 870e6, passageId: "later#4" },
    ]);
    const evidence = {
      ...evidenceFromReports(all),
      wordsBeside: () => Promise.resolve(new Map([["later#4", "Year ended December 31, 2022 (As Restated)"]])),
    };
    const [history] = await classifyHistories(buildHistories(all), evidence);
    expect(history!.changes).toMatchObject([{ at: 1, change: { kind: "restatement" } }]);
  });
});

describe("words beside a figure", () => {
  it.each([
    ["2022 (as restated)", "restatement"],
    ["Prior periods have been recast for the new segments.", "restatement"],
    ["Certain prior period amounts have been reclassified to conform to the current presentation.", "reclassification"],
    ["Amounts reclassified from accumulated other comprehensive income", null],
    ["Prior period amounts were reclassified, and 2022 was restated.", null],
    ["Revenue 900", null],
  ] as const)("%s: %s", (text, expected) => {
    expect(wordsOfChange(text)).toBe(expected);
  });
});

describe("a history", () => {
  it("follows the filings, on one day their accessions, and keeps one report of each", () => {
    const [a, b, c] = reports([
      { filed: "2024-02-20", value: 3 },
      { filed: "2024-02-20", value: 2 },
      { filed: "2023-02-20", value: 1 },
    ]);
    const late = { ...a!, document: { ...a!.document, id: "late", accession: "0000000042-24-000009" } };
    const early = { ...b!, document: { ...b!.document, id: "early", accession: "0000000042-24-000008" } };
    const [history] = buildHistories([late, early, c!, { ...late, value: 4 }]);
    expect(history!.reports.map(({ value }) => value)).toEqual([1, 2, 3]);
  });
});
