import { inFilingOrder } from "../../../src/concepts/time/filing-order";

const filing = (id: string, filed: string | null, periodEnd: string | null, accession: string | null = null) => ({
  id,
  filed,
  periodEnd,
  accession,
});

function order(...filings: readonly ReturnType<typeof filing>[]): string[] {
  return [...filings].sort(inFilingOrder).map(({ id }) => id);
}

describe("the order of filings", () => {
  it("goes by the day they were filed, and on one day by accession", () => {
    expect(
      order(
        filing("third", "2024-02-21", "2023-12-31", "0000000001-24-000009"),
        filing("first", "2023-02-21", "2022-12-31"),
        filing("second", "2024-02-21", "2023-12-31", "0000000001-24-000008"),
      ),
    ).toEqual(["first", "second", "third"]);
  });

  it("goes by the end of the period where no filing date is known, whatever the accession", () => {
    expect(
      order(filing("a-later", null, "2025-01-26"), filing("b-earlier", null, "2024-01-28", "0000000001-24-000029")),
    ).toEqual(["b-earlier", "a-later"]);
  });

  it("puts an undated report of a later year after a dated one of an earlier year", () => {
    expect(order(filing("undated", null, "2024-12-31"), filing("dated", "2024-02-02", "2023-12-31"))).toEqual([
      "dated",
      "undated",
    ]);
  });

  it("puts what has neither day before all others", () => {
    expect(order(filing("dated", "2024-02-02", "2023-12-31"), filing("neither", null, null))).toEqual([
      "neither",
      "dated",
    ]);
  });
});
