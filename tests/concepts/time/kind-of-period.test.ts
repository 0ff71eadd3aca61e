import { addDays, addMonths, daysBetween } from "../../../src/concepts/time/days";
import { type FiscalCalendar } from "../../../src/concepts/time/fiscal-calendar";
import { kindOfPeriod } from "../../../src/concepts/time/kind-of-period";
import { periodLength } from "../../../src/concepts/time/period-length";

describe("days", () => {
  it("are counted over leap days and centuries", () => {
    expect(daysBetween("2024-02-28", "2024-03-01")).toBe(2);
    expect(daysBetween("1999-12-31", "2000-01-01")).toBe(1);
    expect(addDays("2024-03-01", -1)).toBe("2024-02-29");
  });

  it("keep ends of months at ends of months", () => {
    expect(addMonths("2024-09-30", -3)).toBe("2024-06-30");
    expect(addMonths("2024-09-30", -6)).toBe("2024-03-31");
    expect(addMonths("2023-12-31", 2)).toBe("2024-02-29");
    expect(addMonths("2024-01-28", -3)).toBe("2023-10-28");
  });
});

describe("the length of a period", () => {
  it.each([
    ["2022-09-25", "2023-09-30", "year"],
    ["2022-10-01", "2023-06-30", "nine-months"],
    ["2022-10-01", "2023-02-28", "other"],
    ["2024-09-01", "2024-11-24", "quarter"],
    ["2024-01-28", "2024-05-18", "quarter"],
    ["2024-01-28", "2024-08-10", "half"],
    [null, "2024-08-10", "instant"],
    ["2024-08-10", null, "other"],
  ] as const)("from %s to %s is of kind %s", (start, end, length) => {
    expect(periodLength({ start, end })).toBe(length);
  });
});

describe("a period in its company's own calendar", () => {
  const saturdays: FiscalCalendar = {
    ambiguous: false,
    years: [
      { fiscalYear: 2022, end: "2022-09-24" },
      { fiscalYear: 2023, end: "2023-09-30" },
    ],
  };

  it.each([
    ["2022-09-25", "2023-09-30", { kind: "fiscal-year", fiscalYear: 2023, weeks: 53 }],
    ["2021-09-26", "2022-09-24", { kind: "fiscal-year", fiscalYear: 2022, weeks: 52 }],
    ["2024-09-29", "2025-09-27", { kind: "fiscal-year", fiscalYear: 2025, weeks: 52 }],
    ["2022-04-03", "2023-04-01", { kind: "trailing-twelve-months", fiscalYear: null, weeks: null }],
    ["2022-09-25", "2022-12-31", { kind: "quarter", fiscalYear: 2023, quarter: 1 }],
    ["2023-07-02", "2023-09-30", { kind: "quarter", fiscalYear: 2023, quarter: 4 }],
    ["2022-09-25", "2023-04-01", { kind: "half-year-to-date", fiscalYear: 2023, quarter: null }],
    ["2022-09-25", "2023-07-01", { kind: "nine-months-to-date", fiscalYear: 2023, quarter: null }],
    ["2023-01-01", "2023-09-30", { kind: "odd" }],
    ["2022-11-01", "2022-11-30", { kind: "odd", fiscalYear: null }],
    [null, "2023-04-01", { kind: "instant", fiscalYear: 2023, quarter: 2 }],
  ] as const)("from %s to %s is %o", (start, end, expected) => {
    expect(kindOfPeriod({ start, end }, saturdays)).toMatchObject(expected);
  });

  it("is a transition where the company moved the end of its year", () => {
    const moved: FiscalCalendar = {
      ambiguous: false,
      years: [
        { fiscalYear: 2021, end: "2021-06-30" },
        { fiscalYear: 2022, end: "2021-12-31" },
        { fiscalYear: 2023, end: "2022-12-31" },
      ],
    };
    expect(kindOfPeriod({ start: "2021-07-01", end: "2021-12-31" }, moved).kind).toBe("transition-period");
    expect(kindOfPeriod({ start: "2022-01-01", end: "2022-12-31" }, moved).kind).toBe("fiscal-year");
  });

  it("has a fiscal quarter of twelve weeks and a last one of sixteen", () => {
    const weeks: FiscalCalendar = { ambiguous: false, years: [{ fiscalYear: 2020, end: "2020-08-30" }] };
    expect(kindOfPeriod({ start: "2019-09-02", end: "2019-11-24" }, weeks)).toMatchObject({
      kind: "quarter",
      quarter: 1,
    });
    expect(kindOfPeriod({ start: "2020-05-11", end: "2020-08-30" }, weeks)).toMatchObject({
      kind: "quarter",
      quarter: 4,
    });
  });

  it("keeps its length where no calendar is known, without a year of its own", () => {
    expect(kindOfPeriod({ start: "2022-10-01", end: "2023-09-30" }, null)).toMatchObject({
      kind: "fiscal-year",
      fiscalYear: null,
    });
    expect(kindOfPeriod({ start: null, end: "2023-09-30" }, null)).toMatchObject({ kind: "instant", quarter: null });
  });
});
