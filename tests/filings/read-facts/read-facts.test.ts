import { readTextDocument } from "../../../src/filings/read-text-document";
import { type Fact } from "../../../src/contracts/document";

type Row = readonly string[];

function page(caption: string, rows: readonly Row[], cover = "", heading = "CONSOLIDATED STATEMENTS"): Uint8Array {
  const cells = (row: Row): string => row.map((cell) => `<td>${cell}</td>`).join("");
  return new TextEncoder().encode(
    `<html><body><p>${cover}FORM 10-K</p><p>For the fiscal year ended December 31, 2006</p><p>${"Harbor Lane Tools makes hand tools. ".repeat(6)}</p>
    <p><b>${heading}</b></p><p>${caption}</p><table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join("")}</table></body></html>`,
  );
}

function factsOf(caption: string, rows: readonly Row[], heading?: string): readonly Fact[] {
  return readTextDocument(page(caption, rows, "", heading), { fileName: "harbor.htm" }).facts;
}

const balance: readonly Row[] = [
  ["", "December 31, 2006", "December 31, 2005"],
  ["Cash and cash equivalents", "$1,204", "$950"],
  ["Inventories", "3,310", "3,005"],
  ["Total current assets", "6,020", "5,400"],
  ["Goodwill", "980", "980"],
  ["Total assets", "$9,400", "$8,700"],
  ["Total current liabilities", "2,100", "1,900"],
  ["Total liabilities", "5,000", "4,800"],
  ["Retained earnings", "3,000", "2,600"],
  ["Total stockholders’ equity", "4,400", "3,900"],
  ["Total liabilities and stockholders’ equity", "$9,400", "$8,700"],
];

const income: readonly Row[] = [
  ["", "Year ended December 31, 2006", "Year ended December 31, 2005"],
  ["Net sales", "$10,500", "$9,800"],
  ["Cost of sales", "6,300", "5,900"],
  ["Gross profit", "4,200", "3,900"],
  ["Income before income taxes", "1,000", "900"],
  ["Provision (benefit) for income taxes", "350", "(20)"],
  ["Net income", "$650", "$920"],
  ["Basic earnings per share", "$1.30", "$1.84"],
];

function valueOf(facts: readonly Fact[], concept: string, end: string): Fact | undefined {
  return facts.find((fact) => fact.concept === concept && fact.end === end);
}

test("a balance sheet without tags gives its figures, scaled, dated and said to be read", () => {
  const facts = factsOf("(in thousands)", balance);
  expect(valueOf(facts, "us-gaap:Assets", "2006-12-31")).toMatchObject({
    source: "read",
    value: 9_400_000,
    unit: "USD",
    start: null,
    decimals: -3,
    printed: "9,400",
  });
  expect(valueOf(facts, "us-gaap:InventoryNet", "2005-12-31")?.value).toBe(3_005_000);
});

test("a read fact points at its number", () => {
  const document = readTextDocument(page("(in thousands)", balance), { fileName: "harbor.htm" });
  const fact = valueOf(document.facts, "us-gaap:Goodwill", "2005-12-31")!;
  const passage = document.passages.find(({ id }) => id === fact.passageId)!;
  expect(passage.text.slice(fact.span!.start, fact.span!.end)).toBe("980");
});

test("an income statement gives the years its columns name, and earnings per share unscaled", () => {
  const facts = factsOf("(in thousands, except per share amounts)", income);
  expect(valueOf(facts, "us-gaap:Revenues", "2006-12-31")).toMatchObject({ start: "2006-01-01", value: 10_500_000 });
  expect(valueOf(facts, "us-gaap:EarningsPerShareBasic", "2005-12-31")).toMatchObject({
    value: 1.84,
    unit: "USD/shares",
  });
});

test("a tax benefit in brackets is negative, as it is tagged", () => {
  const facts = factsOf("(in thousands, except per share amounts)", income);
  expect(valueOf(facts, "us-gaap:IncomeTaxExpenseBenefit", "2005-12-31")?.value).toBe(-20_000);
});

test("without a scale nothing is read", () => {
  expect(factsOf("as audited", balance)).toEqual([]);
});

test("a column whose sums do not hold is left out, with a warning that names the table", () => {
  const broken = balance.map((row) => (row[0] === "Total assets" ? [row[0], "$9,400", "$8,900"] : row));
  const document = readTextDocument(page("(in thousands)", broken), { fileName: "harbor.htm" });
  expect(valueOf(document.facts, "us-gaap:Assets", "2005-12-31")).toBeUndefined();
  expect(valueOf(document.facts, "us-gaap:Assets", "2006-12-31")?.value).toBe(9_400_000);
  expect(document.warnings.join()).toContain("do not add up as read");
});

test("pro forma, segment and guarantor tables are not the company's statements", () => {
  for (const caption of ["Pro forma (in thousands)", "Segment assets (in thousands)", "Guarantors (in thousands)"]) {
    expect(factsOf(caption, balance)).toEqual([]);
  }
});

test("what stands in a note in a statement's shape is another company's, or a part's", () => {
  for (const heading of ["Note 22 – Deed of Cross Guarantee", "4. Acquisitions", "NOTE 9 INVESTMENTS"]) {
    expect(factsOf(`(in thousands)`, balance, heading)).toEqual([]);
  }
});

test("assets and liabilities without the owners' part are no balance sheet", () => {
  const acquired = balance.filter(([label]) => !/equity/.test(label!));
  expect(factsOf("(in thousands)", acquired)).toEqual([]);
});

test("where a consolidated statement stands, one that is not is the parent's alone", () => {
  const parent = balance.map((row) => row.map((cell) => cell.replace("9,400", "7,100").replace("980", "0")));
  const table = (rows: readonly Row[]): string =>
    `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
  const bytes = new TextEncoder().encode(
    `<html><body><p>FORM 10-K</p><p>For the fiscal year ended December 31, 2006</p><p>${"Harbor Lane Tools makes hand tools. ".repeat(6)}</p>
    <p><b>Consolidated Balance Sheets</b></p><p>(in thousands)</p>${table(balance)}
    <p><b>Balance Sheets</b></p><p>(in thousands)</p>${table(parent)}</body></html>`,
  );
  const { facts } = readTextDocument(bytes, { fileName: "harbor.htm" });
  expect(facts.filter(({ concept }) => concept === "us-gaap:Assets").map(({ value }) => value)).toEqual([
    9_400_000, 8_700_000,
  ]);
});

test("equity that others share in has a tag of its own", () => {
  const rows = [
    ...balance.slice(0, -2),
    ["Total Harbor Lane stockholders’ equity", "4,300", "3,820"],
    ["Noncontrolling interests", "100", "80"],
    ["Total equity", "4,400", "3,900"],
    ["Total liabilities and equity", "$9,400", "$8,700"],
  ];
  const facts = factsOf("(in thousands)", rows);
  expect(valueOf(facts, "us-gaap:StockholdersEquity", "2006-12-31")?.value).toBe(4_300_000);
  expect(
    valueOf(facts, "us-gaap:StockholdersEquityIncludingPortionAttributableToNoncontrollingInterest", "2006-12-31")
      ?.value,
  ).toBe(4_400_000);
});

test("statements that say no unit are in whole dollars only where their figures are that long", () => {
  const long = balance.map((row) => row.map((cell) => cell.replace(/(\d)$/, "$1,311")));
  const whole = [balance[0]!, ...long.slice(1)];
  expect(valueOf(factsOf("as audited", whole), "us-gaap:Assets", "2006-12-31")?.value).toBe(9_400_311);
  expect(factsOf("all in thousands of tools, as audited", whole)).not.toContainEqual(
    expect.objectContaining({ value: 9_400_311 }),
  );
});

test("cash that flowed from discontinued operations is not the company's", () => {
  const flows = [
    ["", "Year ended December 31, 2006", "Year ended December 31, 2005"],
    ["Net income", "$650", "$920"],
    ["Depreciation", "300", "280"],
    ["Net cash provided by operating activities", "900", "1,000"],
    ["Purchases of property, plant and equipment", "(400)", "(300)"],
    ["Net cash used in investing activities", "(400)", "(300)"],
    ["Net cash used in financing activities", "(246)", "(500)"],
    ["Discontinued operations:", "", ""],
    ["&nbsp;&nbsp;&nbsp;Net cash used in investing activities of the sold plants", "(12)", "(15)"],
    ["Net change in cash", "$254", "$200"],
  ];
  const facts = factsOf("(in thousands)", flows);
  expect(valueOf(facts, "us-gaap:NetCashProvidedByUsedInInvestingActivities", "2006-12-31")?.value).toBe(-400_000);
  expect(valueOf(facts, "us-gaap:PaymentsToAcquirePropertyPlantAndEquipment", "2006-12-31")?.value).toBe(400_000);
});

test("a year of 52 weeks that ended early in a month is not given the month's days", () => {
  const caption = "December 31, 2006 and January 1, 2006 (in thousands)";
  const rows = [["", "2006", "2005"], ...balance.slice(1)];
  expect(factsOf(caption, rows).filter(({ end }) => end !== "2006-12-31")).toEqual([]);
});

test("where a figure is tagged, none is read", () => {
  const rows = balance.map((row, index) =>
    index === 4
      ? [
          "Goodwill",
          `<ix:nonFraction name="us-gaap:Goodwill" contextRef="c" unitRef="u" scale="3">980</ix:nonFraction>`,
          "980",
        ]
      : row,
  );
  const header = `<ix:header><ix:resources><xbrli:context id="c"><xbrli:period><xbrli:instant>2006-12-31</xbrli:instant></xbrli:period></xbrli:context><xbrli:unit id="u"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit></ix:resources></ix:header>`;
  const { facts } = readTextDocument(page("(in thousands)", rows, header), { fileName: "harbor.htm" });
  expect(facts.map(({ source, value }) => [source, value])).toEqual([["tagged", 980_000]]);
});
