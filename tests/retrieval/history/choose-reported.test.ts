import { type Fact } from "../../../src/contracts/document";
import { citeFact } from "../../../src/retrieval/facts/cite-fact";
import { chooseReported, differsBeyondRounding } from "../../../src/retrieval/history/choose-reported";
import { vouchedDigits } from "../../../src/retrieval/history/precision";
import { type FactOnFile, type RankedPassage } from "../../../src/storage/store";

const fact = (value: number, decimals: Fact["decimals"]): Fact => ({
  id: "a!0",
  documentId: "a",
  source: "tagged",
  concept: "us-gaap:Revenues",
  unit: "USD",
  start: "2023-01-01",
  end: "2023-12-31",
  dimensions: {},
  value,
  decimals,
  printed: null,
  passageId: "a#0",
  span: null,
});

describe("two reports of one figure", () => {
  it.each([
    [1_234_567_000, -3, 1_235_000_000, -6, false],
    [1_234_567_000, -3, 1_236_000_000, -6, true],
    [1_234_567_000, -3, 1_234_568_000, -3, true],
    [1_234_567_000, -3, 1_234_567_000, -3, false],
    [1.25, 2, 1.3, 1, false],
    [100, "INF", 100.4, "INF", true],
  ] as const)("%d (%s) against %d (%s): differ %s", (a, aDecimals, b, bDecimals, differ) => {
    expect(differsBeyondRounding(fact(a, aDecimals), fact(b, bDecimals))).toBe(differ);
  });
});

describe("the digits a fact can be taken to", () => {
  it.each([
    ["0.8", 800_000_000, -6, -8],
    ["788", 788_000_000, -6, -6],
    ["1,234.5", 1_234_500, -3, -3],
    ["24.4", 0.244, 3, 3],
    ["—", 0, -6, -6],
    ["two", 2, 0, 0],
  ] as const)("of %s for %d (%s) are %d", (printed, value, decimals, expected) => {
    expect(vouchedDigits({ printed, value, decimals })).toBe(expected);
  });
});

describe("of several filings that state a figure", () => {
  const said = (id: string, filed: string, value: number, source: Fact["source"] = "tagged"): FactOnFile => ({
    fact: { ...fact(value, -6), id: `${id}!0`, documentId: id, source },
    document: { id, filed, periodEnd: "2023-12-31", accession: null } as FactOnFile["document"],
    printedIn: "table",
  });
  const choose = (...facts: FactOnFile[]) => chooseReported(facts, ["us-gaap:Revenues"], null)[0]!;

  it("it is known which first said what now stands", () => {
    const chosen = choose(
      said("a", "2022-02-01", 900e6),
      said("b", "2023-02-01", 880e6),
      said("c", "2024-02-01", 880e6),
    );
    expect(chosen).toMatchObject({ document: { id: "c" }, since: { id: "b" }, otherwise: [] });
    expect(choose(said("a", "2022-02-01", 900e6)).since.id).toBe("a");
  });

  it("one that was read and differs is set apart, and never taken for what was said before", () => {
    const tagged = said("k", "2024-02-20", 880e6);
    for (const filed of ["2024-01-30", "2024-03-15"]) {
      const chosen = choose(said("release", filed, 885e6, "read"), tagged);
      expect(chosen.reports.map(({ document }) => document.id)).toEqual(["k"]);
      expect(chosen.otherwise.map(({ document }) => document.id)).toEqual(["release"]);
    }
    expect(choose(said("release", "2024-01-30", 880e6, "read"), tagged).otherwise).toEqual([]);
  });
});

describe("citing a fact", () => {
  const cite = (text: string, printed: string, kind: "text" | "table") => {
    const start = text.indexOf(printed);
    const hit = {
      passage: { id: "a#0", text, kind, part: null, item: "8", page: null, laterPages: [] },
      document: {},
    } as unknown as RankedPassage;
    return citeFact({ ...fact(1, 0), span: { start, end: start + printed.length } }, hit);
  };

  it("quotes the row of a table and the sentence of a text, exactly as they stand", () => {
    expect(cite("Net sales 120 110\nNet income 12 9\nOther 1 1", "12 9", "table")).toMatchObject({
      quote: "Net income 12 9",
      start: 18,
      end: 33,
    });
    expect(cite("We sell lamps. Net sales were $120 million, up 9.1%. Costs fell.", "120", "text").quote).toBe(
      "Net sales were $120 million, up 9.1%.",
    );
  });

  it("keeps a quote short where a sentence does not end", () => {
    const { quote } = cite(`${"word ".repeat(300)}120 ${"word ".repeat(300)}`, "120", "text");
    expect(quote.length).toBeLessThanOrEqual(400);
    expect(quote).toContain("120");
  });
});
