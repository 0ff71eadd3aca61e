import { derivePeriod } from "../../src/reasoning/facts/derive-period";
import { type FactWithCitation } from "../../src/reasoning/ports";
import { revenue, tenK, yearFact } from "./made-up-filings";

/** Revenue of a made-up company over some days. */
function over(start: string, end: string, millions: number, more: Partial<FactWithCitation> = {}): FactWithCitation {
  const item = revenue(Number(end.slice(0, 4)), millions);
  return { ...item, ...more, fact: { ...item.fact, id: `${start}/${end}`, start, end } };
}

const year2023 = over("2023-01-01", "2023-12-31", 1000);
const nine2023 = over("2023-01-01", "2023-09-30", 730);
const half2023 = over("2023-01-01", "2023-06-30", 470);
const half2024 = over("2024-01-01", "2024-06-30", 520);

describe("a period that no filing states", () => {
  const derive = (length: "quarter" | "year", end: string, facts: FactWithCitation[], concept = "revenue") =>
    derivePeriod(concept, { length, end }, facts);

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

  it("is twelve months to a quarter's end as the year, plus what came since, less the same a year before", () => {
    expect(derive("year", "2024-06-30", [year2023, half2023, half2024])).toMatchObject({
      kind: "derived",
      calculation: { quantity: { value: 1050e6 } },
    });
  });

  it("is nothing where a part is missing or begins on another day", () => {
    expect(derive("quarter", "2023-12-31", [year2023]).kind).toBe("none");
    expect(derive("year", "2024-06-30", [year2023, half2024]).kind).toBe("none");
    const shifted = over("2022-12-01", "2023-09-30", 730);
    expect(derive("quarter", "2023-12-31", [year2023, shifted]).kind).toBe("none");
  });

  it("is refused where one part was changed by a later filing and another was not", () => {
    const change = { kind: "restatement", ratio: null, reason: "Net income moved." } as const;
    const restated = over("2023-01-01", "2023-12-31", 960, {
      document: tenK(2024),
      restated: true,
      earlier: [{ factId: "old", value: 1000e6, document: tenK(2023), changed: { by: tenK(2024), change } }],
    });
    expect(derive("quarter", "2023-12-31", [restated, nine2023])).toMatchObject({
      kind: "refused",
      why: expect.stringContaining("was changed by the 10-K for the period to 2024-12-31") as string,
    });
  });

  it("is never made of share counts, which do not add up over time", () => {
    const count = (start: string, end: string) => {
      const item = yearFact("shares-diluted", "WeightedAverageNumberOfDilutedSharesOutstanding", 2023, 1e8, {
        unit: "shares",
      });
      return { ...item, fact: { ...item.fact, start, end } };
    };
    const facts = [count("2023-01-01", "2023-12-31"), count("2023-01-01", "2023-09-30")];
    expect(derive("quarter", "2023-12-31", facts, "shares-diluted").kind).toBe("none");
  });
});
