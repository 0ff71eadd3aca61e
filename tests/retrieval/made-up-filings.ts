import { type Fact, type ParsedDocument } from "../../src/contracts/document";
import { parsedDocument } from "../storage/document-fixture";

/** Two made-up companies. Lumen Harbor's years end on 30 September; Target Dune's on 31 December. */
const lumen = { company: "Lumen Harbor Inc.", ticker: "LMHB", cik: "0009990001" };
const dune = { company: "Target Dune Corp", ticker: "TDUN", cik: "0009990002" };

const cover = (year: number, period: string): Partial<Fact>[] => [
  { concept: "dei:DocumentFiscalYearFocus", value: String(year), unit: null, decimals: null, start: null },
  { concept: "dei:DocumentFiscalPeriodFocus", value: period, unit: null, decimals: null, start: null },
];

const money = (concept: string, value: number, start: string | null, end: string, printed: string): Partial<Fact> => ({
  concept: `us-gaap:${concept}`,
  value: value * 1e6,
  start,
  end,
  printed,
});

interface Year {
  readonly year: number;
  readonly revenue: number;
  readonly cost: number;
  readonly net: number;
  /** As this report shows the year before. */
  readonly revenueBefore: number;
  readonly reason: string;
}

function annualReport(who: typeof lumen, id: string, yearEnd: string, filed: string, year: Year): ParsedDocument {
  const before = `${year.year - 1}${yearEnd.slice(4)}`;
  const startOf = (end: string) =>
    end.endsWith("12-31") ? `${end.slice(0, 4)}-01-01` : `${Number(end.slice(0, 4)) - 1}-10-01`;
  const incomeRows = [
    `Consolidated Statements of Operations ${year.year} ${year.year - 1}`,
    `Net sales ${year.revenue} ${year.revenueBefore}`,
    `Cost of sales ${year.cost} 60`,
    `Selling, general and administrative 20 19`,
    `Operating income 30 28`,
    `Interest expense 2 2`,
    `Provision for income taxes 6 5`,
    `Net income ${year.net} 20`,
    `Basic earnings per share 1.10 1.00`,
    `Diluted earnings per share 1.08 0.99`,
  ].join("\n");
  const at = incomeRows.indexOf(`Net sales ${year.revenue}`) + "Net sales ".length;
  const revenueSpan = { start: at, end: at + String(year.revenue).length };
  const place = { passageId: `${id}#4` };
  const document = parsedDocument({
    ...who,
    id,
    form: "10-K",
    periodEnd: yearEnd,
    filed,
    passages: [
      {
        text: "Table of contents\nItem 1. Business ..... 3\nItem 1A. Risk factors ..... 9\nItem 7. Management's discussion ..... 20\nItem 8. Financial statements ..... 31",
      },
      {
        part: "I",
        item: "1",
        path: ["Item 1. Business"],
        text: `${who.company} makes lamps for harbors and sells them to port authorities. Competition in lamps is strong.`,
      },
      {
        part: "I",
        item: "1A",
        path: ["Item 1A. Risk Factors"],
        text:
          "Our lamps depend on a single supplier of glass. An interruption of the supply of glass could adversely affect our business, " +
          "our results of operations and our financial condition, and we may be unable to find another supplier of comparable quality in time.",
      },
      { part: "II", item: "7", path: ["Item 7. Management's Discussion", "Results of Operations"], text: year.reason },
      { part: "II", item: "8", path: ["Item 8. Financial Statements"], kind: "table", text: incomeRows },
      {
        part: "II",
        item: "8",
        path: ["Item 8. Financial Statements"],
        kind: "table",
        text: `Consolidated Balance Sheets ${year.year}\nCash and cash equivalents 15\nInventories 9\nTotal current assets 50\nTotal assets 140\nAccounts payable 12\nAccrued liabilities 4\nTotal current liabilities 30\nTotal liabilities 60\nRetained earnings 44\nTotal shareholders' equity 80`,
      },
      {
        part: "II",
        item: "8",
        path: ["Item 8. Financial Statements", "Note 3. Inventories"],
        kind: "table",
        text: "Inventories by kind\nRaw glass 4\nFinished lamps 5\nTotal inventories 9\nReserve 1",
      },
      {
        text: "Forward-looking statements involve risks and uncertainties that could cause results to differ.",
        boilerplate: true,
      },
    ],
    facts: [
      ...cover(year.year, "FY"),
      {
        ...money("Revenues", year.revenue, startOf(yearEnd), yearEnd, String(year.revenue)),
        ...place,
        span: revenueSpan,
      },
      { ...money("Revenues", year.revenueBefore, startOf(before), before, String(year.revenueBefore)), ...place },
      {
        ...money("Revenues", 40, startOf(yearEnd), yearEnd, "40"),
        ...place,
        dimensions: { "srt:ProductOrServiceAxis": "x:GlassMember" },
      },
      { ...money("NetIncomeLoss", year.net, startOf(yearEnd), yearEnd, String(year.net)), ...place },
      { ...money("Assets", 140, null, yearEnd, "140"), passageId: `${id}#5` },
      { ...money("InterestExpense", 2, startOf(yearEnd), yearEnd, "2"), passageId: null },
    ],
  });
  return document;
}

export const lumen2022 = annualReport(lumen, "lumen-2022", "2022-09-30", "2022-11-20", {
  year: 2022,
  revenue: 100,
  cost: 61,
  net: 20,
  revenueBefore: 90,
  reason: "Net sales increased 11% because ports replaced old lamps after the storms of the winter.",
});
/** Restates the net sales of 2022 from 100 to 97. */
export const lumen2023 = annualReport(lumen, "lumen-2023", "2023-09-30", "2023-11-22", {
  year: 2023,
  revenue: 110,
  cost: 66,
  net: 22,
  revenueBefore: 97,
  reason: "Net sales increased 13%, primarily driven by higher prices of signal lamps.",
});
export const lumen2024 = annualReport(lumen, "lumen-2024", "2024-09-30", "2024-11-21", {
  year: 2024,
  revenue: 104,
  cost: 67,
  net: 18,
  revenueBefore: 110,
  reason: "Net sales decreased 5%, due to fewer orders from port authorities in the north.",
});
export const dune2023 = annualReport(dune, "dune-2023", "2023-12-31", "2024-02-28", {
  year: 2023,
  revenue: 300,
  cost: 210,
  net: 33,
  revenueBefore: 280,
  reason: "Net sales increased 7%, primarily driven by sand lamps for deserts.",
});

export const lumenQuarter = parsedDocument({
  ...lumen,
  id: "lumen-2024-q2",
  form: "10-Q",
  periodEnd: "2024-03-31",
  filed: "2024-05-08",
  passages: [
    {
      part: "I",
      item: "2",
      path: ["Item 2. Management's Discussion"],
      text: "Net sales of the second quarter decreased 3% as orders slipped into the third quarter.",
    },
    {
      part: "I",
      item: "1",
      kind: "table",
      text: "Net sales 26 27\nCost of sales 17 16\nOperating income 4 5\nNet income 3 4",
    },
  ],
  facts: [
    ...cover(2024, "Q2"),
    { ...money("Revenues", 26, "2024-01-01", "2024-03-31", "26"), passageId: "lumen-2024-q2#1" },
    { ...money("Revenues", 51, "2023-10-01", "2024-03-31", "51"), passageId: "lumen-2024-q2#1" },
  ],
});

export const lumenGuidance = parsedDocument({
  ...lumen,
  id: "lumen-8k-2024",
  form: "8-K",
  periodEnd: "2024-11-12",
  filed: "2024-11-12",
  passages: [
    {
      item: "2.02",
      text: "For fiscal year 2025 the company expects net sales of 108 to 112 million dollars and an operating margin of about 28%.",
    },
  ],
});

/** Added from a file, nobody said when it was published. */
export const undatedNote = parsedDocument({
  ...lumen,
  cik: null,
  ticker: null,
  id: "undated-note",
  form: null,
  periodEnd: null,
  filed: null,
  passages: [{ text: "A broker's note says net sales of harbor lamps will double." }],
});

export const allFilings = [lumen2022, lumen2023, lumen2024, dune2023, lumenQuarter, lumenGuidance, undatedNote];
