import { keepMostPrecise } from "../../../src/filings/xbrl/keep-most-precise";
import { type LocatedFact } from "../../../src/filings/xbrl/located-fact";

const fact = (value: LocatedFact["value"], given: Partial<LocatedFact> = {}): LocatedFact => ({
  source: "tagged",
  concept: "k:Sold",
  unit: typeof value === "string" ? null : "USD",
  start: "2023-01-01",
  end: "2023-12-31",
  dimensions: {},
  value,
  decimals: null,
  place: null,
  ...given,
});
const kept = (...facts: LocatedFact[]) => {
  const result = keepMostPrecise(facts);
  return { values: result.kept.map(({ value }) => value), conflicts: result.conflicts.length };
};

describe("duplicates", () => {
  it.each([
    [
      "that round to each other leave the most precise",
      [fact(1_235_000, { decimals: -3 }), fact(1_234_567, { decimals: 0 })],
      [1_234_567],
      0,
    ],
    [
      "that are exact and differ are both kept",
      [fact(5, { decimals: "INF" }), fact(6, { decimals: "INF" })],
      [5, 6],
      1,
    ],
    [
      "that differ by more than their rounding are both kept",
      [fact(1_236_000, { decimals: -3 }), fact(1_234_567, { decimals: 0 })],
      [1_236_000, 1_234_567],
      1,
    ],
    ["of unknown precision must be equal", [fact(1_235_000), fact(1_234_567)], [1_235_000, 1_234_567], 1],
    ["one of them nil disagree", [fact(null), fact(5)], [null, 5], 1],
    ["both nil are one", [fact(null), fact(null)], [null], 0],
    ["of a text that breaks its lines elsewhere are one", [fact("at cost"), fact("at\n cost ")], ["at cost"], 0],
    ["of a text that says something else are both kept", [fact("yes"), fact("no")], ["yes", "no"], 1],
    [
      "of a text in two languages are both kept and no conflict",
      [fact("kettle", { language: "en-US" }), fact("bouilloire", { language: "fr" })],
      ["kettle", "bouilloire"],
      0,
    ],
    [
      "of a text in two kinds of one language are",
      [fact("color", { language: "en-US" }), fact("colour", { language: "en-GB" })],
      ["color", "colour"],
      1,
    ],
  ])("%s", (_, facts, values, conflicts) => {
    expect(kept(...facts)).toEqual({ values, conflicts });
  });

  it("in other units, periods or breakdowns are none", () => {
    const others = [
      fact(5),
      fact(6, { unit: "EUR" }),
      fact(7, { start: null }),
      fact(8, { dimensions: { "k:A": "k:B" } }),
    ];
    expect(kept(...others)).toEqual({ values: [5, 6, 7, 8], conflicts: 0 });
  });

  it("prefer a place where they are printed", () => {
    const place = { start: 3, end: 4 };
    expect(keepMostPrecise([fact(5), fact(5, { place })]).kept).toEqual([fact(5, { place })]);
  });
});

it("compares a long text with ten thousand short ones without reading it each time", () => {
  const long = fact("kettle ".repeat(200_000));
  const before = process.cpuUsage();
  keepMostPrecise([long, ...Array.from({ length: 10_000 }, () => fact("lid"))]);
  // Reading it each time takes minutes.
  expect(process.cpuUsage(before).user / 1e3).toBeLessThan(5000);
});
