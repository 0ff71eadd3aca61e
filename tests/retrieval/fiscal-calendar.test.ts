import { type StoredDocument } from "../../src/storage/store";
import { addMonths, readFiscalCalendar } from "../../src/retrieval/fiscal-calendar";
import { isOfPeriod, spanOf } from "../../src/retrieval/match-period";

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
    expect(retailer.yearEnd(2023)).toBe("2024-02-03");
    expect(retailer.yearEnd(2022)).toBe("2023-02-03");
    expect(retailer.fiscalYearOf("2023-01-28")).toBe(2022);
    expect(retailer.fiscalYearOf("2023-10-28")).toBe(2023);
  });

  it("is read from a quarterly report where there is no annual one", () => {
    expect(readFiscalCalendar([report("10-Q", "2024-03-31", 2024, 2)])!.yearEnd(2024)).toBe("2024-09-30");
  });

  it("is unknown where the filings do not say", () => {
    expect(readFiscalCalendar([report("8-K", "2024-03-31", null)])).toBeNull();
  });

  it("keeps ends of months at ends of months", () => {
    expect(addMonths("2024-09-30", -3)).toBe("2024-06-30");
    expect(addMonths("2024-09-30", -6)).toBe("2024-03-31");
    expect(addMonths("2023-12-31", 2)).toBe("2024-02-29");
    expect(addMonths("2024-01-28", -3)).toBe("2023-10-28");
  });
});

describe("the period of a fact", () => {
  const calendar = readFiscalCalendar([report("10-K", "2023-09-30", 2023)]);
  const year = { label: "FY2023", kind: "year", fiscalYear: 2023, quarter: null, start: null, end: null } as const;
  const quarter = { ...year, label: "Q2 2023", kind: "quarter", quarter: 2 } as const;

  it("is a year also where it has 52 or 53 weeks", () => {
    expect(spanOf({ start: "2022-09-25", end: "2023-09-30" })).toBe("year");
    expect(spanOf({ start: "2022-10-01", end: "2023-06-30" })).toBe("nine-months");
    expect(spanOf({ start: "2022-10-01", end: "2023-02-28" })).toBe("other");
  });

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
