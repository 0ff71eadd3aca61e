import { readFiscalPeriod } from "../../../src/retrieval/index/read-fiscal-period";
import { parsedDocument } from "../../storage/document-fixture";

function filing(form: string, periodEnd: string, text: string) {
  return readFiscalPeriod(parsedDocument({ id: "lmhb", form, periodEnd, passages: [{ text }] }));
}

describe("a quarterly report without tags", () => {
  const quarter = "Three months ended December 31, 2022. ".repeat(4);

  it("is the second quarter where it also counts six months", () => {
    const text = `${quarter}${"Six months ended December 31, 2022. ".repeat(4)}`;
    expect(filing("10-Q", "2022-12-31", text).fiscalQuarter).toBe(2);
  });

  it("is the third quarter where it counts nine months, in months or in weeks", () => {
    const text = `${quarter}${"Thirty-nine weeks ended October 28, 2023. ".repeat(4)}`;
    expect(filing("10-Q", "2023-10-28", text).fiscalQuarter).toBe(3);
  });

  it("is the first quarter where it counts three months alone", () => {
    expect(filing("10-Q", "2022-12-31", quarter).fiscalQuarter).toBe(1);
  });

  it("belongs to the fiscal year it names as often as the one before, whatever the calendar says", () => {
    const text = "In fiscal 2023 volumes rose, in fiscal year 2022 they fell. ".repeat(4);
    expect(filing("10-Q", "2022-12-31", text).fiscalYear).toBe(2023);
  });

  it("is left open where its words do not tell", () => {
    expect(filing("10-Q", "2022-12-31", "Nothing of time.")).toEqual({ fiscalYear: null, fiscalQuarter: null });
  });
});

describe("an annual report whose year ends in January", () => {
  it("is called what it says outright beside the day", () => {
    const text = "Fiscal year 2017 ended on January 31, 2018 and had 52 weeks. Fiscal 2018 is ahead. Fiscal 2018.";
    expect(filing("10-K", "2018-01-31", text).fiscalYear).toBe(2017);
  });

  it("is called the year it speaks of most", () => {
    const text = "In fiscal 2018 sales rose against fiscal 2017. We opened stores in fiscal 2018. ".repeat(3);
    expect(filing("10-K", "2018-01-31", text).fiscalYear).toBe(2018);
  });

  it("is called after the year it begins in where the other is only looked ahead to", () => {
    const text = `${"In fiscal 2017 sales rose. ".repeat(8)} In fiscal 2018 we plan stores.`;
    expect(filing("10-K", "2018-02-03", text).fiscalYear).toBe(2017);
  });

  it("is left open where both names stand about as often", () => {
    const text = `${"In fiscal 2017 sales rose. ".repeat(4)}${"In fiscal 2018 we plan stores. ".repeat(3)}`;
    expect(filing("10-K", "2018-01-31", text).fiscalYear).toBeNull();
  });
});

describe("a release", () => {
  it("is about the quarter its opening names", () => {
    expect(filing("press release", "2023-07-20", "Lumen Harbor reports second quarter 2023 results.")).toEqual({
      fiscalYear: 2023,
      fiscalQuarter: 2,
    });
    expect(filing("press release", "2024-05-02", "Q1 FY24 results of Lumen Harbor")).toEqual({
      fiscalYear: 2024,
      fiscalQuarter: 1,
    });
  });

  it("of a whole year has no quarter", () => {
    expect(filing("press release", "2023-08-14", "Lumen Harbor reports fiscal 2023 results")).toEqual({
      fiscalYear: 2023,
      fiscalQuarter: null,
    });
  });
});

test("an annual report of a year that ends in June needs no words: it is named after its end", () => {
  expect(filing("10-K", "2023-06-30", "In fiscal 2023. ".repeat(9))).toEqual({ fiscalYear: null, fiscalQuarter: null });
});
