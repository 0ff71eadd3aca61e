import { type DocumentRef } from "../../src/contracts/document";
import { derivePeriod } from "../../src/reasoning/facts/derive-period";
import { type FactWithCitation } from "../../src/reasoning/ports";
import { revenue, tenK, yearFact } from "./made-up-filings";

function tenQ(periodEnd: string, filed: string | null): DocumentRef {
  return { ...tenK(2023), id: `har-10q-${periodEnd}`, form: "10-Q", periodEnd, filed };
}

/** Revenue of a made-up company over some days, as a filing states it. */
function over(
  start: string,
  end: string,
  millions: number,
  document: DocumentRef,
  more: Partial<FactWithCitation> = {},
): FactWithCitation {
  const item = revenue(2023, millions, { document });
  return { ...item, ...more, fact: { ...item.fact, id: `${start}/${end}`, start, end } };
}

const third2023 = tenQ("2023-09-30", "2023-11-02");
const second2023 = tenQ("2023-06-30", "2023-08-02");
const second2024 = tenQ("2024-06-30", "2024-08-02");
const third2024 = tenQ("2024-09-30", "2024-11-02");
const year2023 = over("2023-01-01", "2023-12-31", 1000, tenK(2023));
const nine2023 = over("2023-01-01", "2023-09-30", 730, third2023);
const half2023 = over("2023-01-01", "2023-06-30", 470, second2024, { since: second2023 });
const half2024 = over("2024-01-01", "2024-06-30", 520, second2024);
const derive = (length: "quarter" | "year", end: string, facts: FactWithCitation[], concept = "revenue") =>
  derivePeriod(concept, { length, end }, facts);
const value = (millions: number) => ({
  kind: "derived",
  remark: null,
  calculation: { quantity: { value: millions * 1e6 } },
});

describe("a period that no filing states", () => {
  it("is the last quarter as the year less nine months, each bound to its fact", () => {
    expect(derive("quarter", "2023-12-31", [year2023, nine2023])).toMatchObject({
      kind: "derived",
      calculation: {
        formula: "revenue_year_to_2023_12_31 - revenue_nine_months_to_2023_09_30",
        quantity: { value: 270e6 },
        operands: {
          revenue_nine_months_to_2023_09_30: { reference: { kind: "fact", factId: "2023-01-01/2023-09-30" } },
        },
      },
      sources: [{ fact: { end: "2023-12-31" } }, { fact: { end: "2023-09-30" } }],
    });
  });

  it("is a quarter within the year as the months so far less those before it", () => {
    const first = over("2023-01-01", "2023-03-31", 210, tenQ("2023-03-31", "2023-05-02"));
    expect(derive("quarter", "2023-09-30", [nine2023, half2023])).toMatchObject(value(260));
    expect(derive("quarter", "2023-06-30", [half2023, first])).toMatchObject(value(260));
    expect(derive("quarter", "2023-09-30", [nine2023, first]).kind).toBe("none");
  });

  it("is twelve months to a quarter's end as the year, plus what came since, less the same a year before", () => {
    expect(derive("year", "2024-06-30", [year2023, half2023, half2024])).toMatchObject(value(1050));
  });

  it("is twelve months as four quarters, where each begins as the one before it ends", () => {
    const first = over("2023-10-01", "2023-12-31", 270, tenQ("2023-12-31", "2024-02-02"));
    const second = over("2024-01-01", "2024-03-31", 250, tenQ("2024-03-31", "2024-05-02"));
    const third = over("2024-04-01", "2024-06-30", 260, second2024);
    const fourth = over("2024-07-01", "2024-09-30", 280, third2024);
    expect(derive("year", "2024-09-30", [first, second, third, fourth])).toMatchObject(value(1060));
    expect(derive("year", "2024-09-30", [first, third, fourth]).kind).toBe("none");
  });

  it("is nothing where a part is missing or begins on another day", () => {
    expect(derive("quarter", "2023-12-31", [year2023]).kind).toBe("none");
    expect(derive("year", "2024-06-30", [year2023, half2024]).kind).toBe("none");
    expect(derive("quarter", "2023-12-31", [year2023, over("2022-12-01", "2023-09-30", 730, third2023)]).kind).toBe(
      "none",
    );
  });

  it("has fourteen weeks where the year has fifty-three, and more where a filer's last quarter is longer", () => {
    const longYear = over("2023-01-02", "2024-01-07", 1060, tenK(2023));
    const weeks39 = over("2023-01-02", "2023-10-01", 730, third2023);
    expect(derive("quarter", "2024-01-07", [longYear, weeks39])).toMatchObject(value(330));
    const weeks52 = over("2023-01-01", "2023-12-30", 1000, tenK(2023));
    const weeks36 = over("2023-01-01", "2023-09-09", 650, third2023);
    expect(derive("quarter", "2023-12-30", [weeks52, weeks36])).toMatchObject(value(350));
  });

  it("is never made over a moved year end", () => {
    // Years to June until 2023; then six months, and years to December.
    const lastOfJune = over("2022-07-01", "2023-06-30", 900, tenK(2023));
    const half = over("2024-01-01", "2024-06-30", 520, second2024);
    const before = over("2023-01-01", "2023-06-30", 470, second2024, { since: second2023 });
    expect(derive("year", "2024-06-30", [lastOfJune, half, before]).kind).toBe("none");
    const transition = over("2023-07-01", "2023-12-31", 480, { ...tenK(2023), form: "10-KT" });
    const nine = over("2023-01-01", "2023-09-30", 730, third2023);
    expect(derive("quarter", "2023-12-31", [transition, nine]).kind).toBe("none");
    const first = over("2023-07-01", "2023-09-30", 230, third2023);
    expect(derive("quarter", "2023-12-31", [transition, first])).toMatchObject(value(250));
  });

  it("is never made of per-share figures or share counts, which do not add up over time", () => {
    const made = (concept: string, tag: string, unit: string) => {
      const item = yearFact(concept, tag, 2023, 2, { unit });
      const facts = ["2023-12-31", "2023-09-30"].map((end) => ({
        ...item,
        fact: { ...item.fact, start: "2023-01-01", end },
      }));
      return derive("quarter", "2023-12-31", facts, concept).kind;
    };
    expect(made("shares-diluted", "WeightedAverageNumberOfDilutedSharesOutstanding", "shares")).toBe("none");
    expect(made("eps-diluted", "EarningsPerShareDiluted", "USD/shares")).toBe("none");
  });
});

describe("figures of different vintages", () => {
  const change = { kind: "restatement", ratio: null, reason: "Net income moved." } as const;
  const recast: Partial<FactWithCitation> = {
    restated: true,
    earlier: [{ factId: "old", value: 1000e6, document: tenK(2023), changed: { by: tenK(2024), change } }],
  };

  it("are refused where the year was changed by a later filing and its nine months were not", () => {
    const year = over("2023-01-01", "2023-12-31", 960, tenK(2024), recast);
    const nine = over("2023-01-01", "2023-09-30", 730, third2024, { since: third2023 });
    expect(derive("quarter", "2023-12-31", [year, nine])).toMatchObject({
      kind: "refused",
      why: expect.stringContaining("was changed by the 10-K for the period to 2024-12-31") as string,
    });
  });

  it("are refused where only the later filing is on file, so that nobody can see whether it changed the year", () => {
    const year = over("2023-01-01", "2023-12-31", 960, tenK(2024));
    expect(derive("quarter", "2023-12-31", [year, nine2023])).toMatchObject({
      kind: "refused",
      why: expect.stringContaining("no filing on file tells whether its parts are on one basis") as string,
    });
  });

  it("are refused where an amendment changed the year and no quarter", () => {
    const amended = over("2023-01-01", "2023-12-31", 960, { ...tenK(2023), id: "a", form: "10-K/A" });
    expect(derive("quarter", "2023-12-31", [amended, nine2023]).kind).toBe("refused");
  });

  it("are refused where the half was recast and the year it is taken from was not", () => {
    const half = over("2023-01-01", "2023-06-30", 430, second2024, {
      restated: true,
      earlier: [{ factId: "old", value: 470e6, document: second2023, changed: { by: second2024, change } }],
    });
    expect(derive("year", "2024-06-30", [year2023, half, half2024])).toMatchObject({
      kind: "refused",
      why: expect.stringContaining("2023-06-30 was changed by") as string,
    });
  });

  it("are one where each was affirmed on either side of one day", () => {
    // The nine months were recast a year later, and the year had been told on that basis from the first.
    const nine = over("2023-01-01", "2023-09-30", 700, third2024, {
      restated: true,
      earlier: [{ factId: "old", value: 730e6, document: third2023, changed: { by: third2024, change } }],
    });
    const year = over("2023-01-01", "2023-12-31", 1000, tenK(2024), { since: tenK(2023) });
    expect(derive("quarter", "2023-12-31", [year, nine])).toMatchObject(value(300));
    expect(derive("quarter", "2023-12-31", [year2023, nine]).kind).toBe("refused");
  });

  it("are one where one filing states them all, changed or not", () => {
    const year = over("2023-01-01", "2023-12-31", 960, tenK(2024), recast);
    const nine = over("2023-01-01", "2023-09-30", 700, tenK(2024));
    expect(derive("quarter", "2023-12-31", [year, nine])).toMatchObject(value(260));
  });

  it("are one by their periods where nobody said when they were filed", () => {
    const year = over("2023-01-01", "2023-12-31", 1000, { ...tenK(2023), filed: null });
    const nine = over("2023-01-01", "2023-09-30", 730, tenQ("2023-09-30", null));
    expect(derive("quarter", "2023-12-31", [year, nine])).toMatchObject(value(270));
    const later = over("2023-01-01", "2023-12-31", 960, { ...tenK(2024), filed: null });
    expect(derive("quarter", "2023-12-31", [later, nine]).kind).toBe("refused");
  });

  it("give twelve months with a remark where the year's report and the next are all there is", () => {
    const before = over("2023-01-01", "2023-06-30", 470, second2024);
    expect(derive("year", "2024-06-30", [year2023, before, half2024])).toMatchObject({
      kind: "derived",
      calculation: { quantity: { value: 1050e6 } },
      remark: expect.stringMatching(
        /^Whether the period to 2023-06-30 was recast since the 10-K .*do not tell/,
      ) as string,
    });
  });
});
