import { type StoredDocument } from "../../../src/storage/store";
import { endOfFiscalPeriod, fiscalYearOf } from "../../../src/concepts/time/fiscal-calendar";
import { readFiscalCalendar } from "../../../src/retrieval/facts/fiscal-calendar";
import { isOfPeriod } from "../../../src/retrieval/facts/match-period";

const report = (
  form: string,
  periodEnd: string,
  fiscalYear: number | null,
  fiscalQuarter: number | null = null,
): StoredDocument => ({
  id: periodEnd,
  title: "",
  company: null,
  ticker: null,
  cik: null,
  form,
  periodEnd,
  filed: null,
  accession: null,
  fictional: true,
  fiscalYear,
  fiscalQuarter,
  passages: 0,
  facts: 0,
});

describe("a fiscal calendar", () => {
  it("follows the filings where a year is named after the one it began in", () => {
    const retailer = readFiscalCalendar([report("10-K", "2024-02-03", 2023)])!;
    expect(endOfFiscalPeriod(retailer, 2023, null)).toBe("2024-02-03");
    expect(endOfFiscalPeriod(retailer, 2022, null)).toBe("2023-02-03");
    expect(fiscalYearOf(retailer, "2023-01-28")).toBe(2022);
    expect(fiscalYearOf(retailer, "2023-10-28")).toBe(2023);
  });

  it("is read from a quarterly report where there is no annual one", () => {
    const calendar = readFiscalCalendar([report("10-Q", "2024-03-31", 2024, 2)])!;
    expect(endOfFiscalPeriod(calendar, 2024, null)).toBe("2024-09-30");
  });

  it("is unknown where the filings do not say", () => {
    expect(readFiscalCalendar([report("8-K", "2024-03-31", null)])).toBeNull();
  });

  it("goes by most filings where one cover names another year", () => {
    const calendar = readFiscalCalendar([
      report("10-K", "2022-01-29", 2021),
      report("10-K", "2023-01-28", 2023),
      report("10-K", "2024-02-03", 2023),
    ])!;
    expect(calendar.years).toEqual([
      { fiscalYear: 2021, end: "2022-01-29" },
      { fiscalYear: 2022, end: "2023-01-28" },
      { fiscalYear: 2023, end: "2024-02-03" },
    ]);
  });

  it("leaves open what a year that ends in January is called where no filing says", () => {
    expect(readFiscalCalendar([report("10-K", "2024-01-28", null)])!.ambiguous).toBe(true);
  });
});

describe("the period of a fact", () => {
  const calendar = readFiscalCalendar([report("10-K", "2023-09-30", 2023)]);
  const year = { label: "FY2023", kind: "year", fiscalYear: 2023, quarter: null, start: null, end: null } as const;
  const quarter = { ...year, label: "Q2 2023", kind: "quarter", quarter: 2 } as const;

  it("is of the year or quarter asked for, never of the months so far", () => {
    expect(isOfPeriod({ start: "2022-10-01", end: "2023-09-30" }, year, calendar)).toBe(true);
    expect(isOfPeriod({ start: null, end: "2023-09-30" }, year, calendar)).toBe(true);
    expect(isOfPeriod({ start: "2023-01-01", end: "2023-12-31" }, year, calendar)).toBe(false);
    expect(isOfPeriod({ start: "2023-01-01", end: "2023-03-31" }, quarter, calendar)).toBe(true);
    expect(isOfPeriod({ start: "2022-10-01", end: "2023-03-31" }, quarter, calendar)).toBe(false);
  });

  it("is nothing a fiscal label could name where no filing tells when the years end", () => {
    expect(isOfPeriod({ start: "2022-10-01", end: "2023-09-30" }, year, null)).toBe(false);
  });
});
