import { createRetrieval, type Retrieval } from "../../src/retrieval/create-retrieval";
import { openStore } from "../../src/storage/open-store";
import { type Store } from "../../src/storage/store";
import { storesUnderTest } from "../storage/stores-under-test";
import { allFilings } from "./made-up-filings";

jest.setTimeout(60_000);

describe.each(storesUnderTest)("retrieval over $name", ({ prepare }) => {
  let store: Store;
  let retrieval: Retrieval;
  let clear: () => Promise<void>;

  beforeAll(async () => {
    const place = await prepare();
    clear = place.clear;
    store = await openStore(place.location);
    retrieval = createRetrieval(store);
    for (const filing of allFilings) await retrieval.addDocument(filing);
  });
  afterAll(async () => {
    await store.close();
    await clear();
  });

  const search = async (
    query: string,
    options: { company?: string; asOf?: string; documentId?: string; k?: number } = {},
  ) =>
    (
      await retrieval.search({
        query,
        k: options.k ?? 5,
        company: options.company ?? null,
        documentId: options.documentId ?? null,
        asOf: options.asOf ?? null,
      })
    ).results;
  const facts = (
    conceptIds: string[],
    label: string,
    options: { company?: string | null; asOf?: string; documentId?: string } = {},
  ) => {
    const year = Number(/\d{4}/.exec(label)?.[0]);
    const quarter = /^Q(\d)/.exec(label)?.[1];
    return retrieval.findFacts({
      company: options.company === undefined ? "Lumen Harbor" : options.company,
      documentId: options.documentId ?? null,
      conceptIds,
      asOf: options.asOf ?? null,
      periods:
        label === ""
          ? []
          : label.startsWith("latest")
            ? [{ label, kind: "latest", fiscalYear: null, quarter: null, start: null, end: null }]
            : [
                {
                  label,
                  kind: quarter ? "quarter" : "year",
                  fiscalYear: year,
                  quarter: quarter ? Number(quarter) : null,
                  start: null,
                  end: null,
                },
              ],
    });
  };

  describe("search", () => {
    it("finds the income statement of the company and year asked for", async () => {
      expect((await search("What was Lumen Harbor's revenue in FY2023?"))[0]?.passageId).toBe("lumen-2023#4");
      expect((await search("What was Target Dune's revenue in FY2023?"))[0]?.passageId).toBe("dune-2023#4");
    });

    it("finds the reason in the discussion of the year asked for", async () => {
      expect((await search("Why did sales fall in fiscal 2024?", { company: "LMHB" }))[0]?.passageId).toBe(
        "lumen-2024#3",
      );
    });

    it("finds guidance for a year to come in what was said before it", async () => {
      expect((await search("What is the guidance for FY2025?", { company: "Lumen Harbor" }))[0]?.passageId).toBe(
        "lumen-8k-2024#0",
      );
    });

    it("finds the quarter asked for", async () => {
      expect((await search("Lumen Harbor sales in Q2 2024"))[0]?.document.id).toBe("lumen-2024-q2");
    });

    it("keeps to the form a question names", async () => {
      const results = await search("net sales in the 10-Q of Lumen Harbor");
      expect(new Set(results.map((result) => result.document.form))).toEqual(new Set(["10-Q"]));
    });

    it("shows a risk factor repeated year after year once", async () => {
      const risks = (await search("Which risks does Lumen Harbor name?", { k: 20 })).filter((one) => one.item === "1A");
      expect(risks.map((one) => one.passageId)).toEqual(["lumen-2024#2"]);
    });

    it("shows both sides of a comparison", async () => {
      const results = await search("Compare the net sales of Lumen Harbor and Target Dune in FY2023", { k: 4 });
      const sides = results.map((result) => result.document.company);
      expect(sides.filter((side) => side === "Target Dune Corp")).toHaveLength(2);
      expect(sides.filter((side) => side === "Lumen Harbor Inc.")).toHaveLength(2);
    });

    it("stays within the document it is given", async () => {
      const results = await search("net sales", { documentId: "lumen-2022", k: 20 });
      expect(new Set(results.map((result) => result.document.id))).toEqual(new Set(["lumen-2022"]));
    });

    it("finds nothing for a company the store does not know, rather than another's", async () => {
      expect(await search("What was revenue in 2023?", { company: "Quartz Meadow plc" })).toEqual([]);
    });

    it("keeps a document without filed date out of every question with an as-of date", async () => {
      const ids = async (asOf?: string) =>
        (await search("broker note harbor lamps double", { k: 20, ...(asOf ? { asOf } : {}) })).map(
          (one) => one.document.id,
        );
      expect(await ids()).toContain("undated-note");
      expect(await ids("2030-01-01")).not.toContain("undated-note");
    });

    it("traces every score in parts that add up to it", async () => {
      const results = await search("Why did Lumen Harbor's net sales change since 2022?", { k: 20 });
      expect(results.length).toBeGreaterThan(3);
      for (const { score } of results) {
        expect(score.parts.reduce((sum, part) => sum + part.value, 0)).toBeCloseTo(score.total, 4);
      }
    });

    it.each([
      ["nonsense", "xqzzv blorpt"],
      ["nothing but everyday words", "what is the of and to?"],
      ["one word of no meaning here", "?"],
      ["Chinese", "公司的收入是多少"],
      ["quotes and operators", "' OR 1=1; -- \" & | ! ( :*"],
    ])("answers %s with nothing rather than an error", async (_what, query) => {
      expect(await search(query)).toEqual([]);
    });

    it("takes one word, and a question of 4,000 characters", async () => {
      expect((await search("glass"))[0]?.item).toBe("1A");
      expect((await search("glass supplier ".repeat(260).slice(0, 4000)))[0]?.item).toBe("1A");
    });

    it("never shows what was filed after the as-of date", async () => {
      const filed = new Map(allFilings.map(({ document }) => [document.id, document.filed]));
      const random = seededRandom(20_261_123);
      const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!;
      const subjects = [
        "revenue",
        "net sales",
        "risks of glass supply",
        "inventories",
        "guidance",
        "total assets",
        "orders",
      ];
      const companies = ["Lumen Harbor", "TDUN", "the company", "Target Dune"];
      const times = ["", "in FY2024", "in Q2 2024", "since 2022", "next year", "latest", "as of September 30, 2024"];
      let shown = 0;
      for (let n = 0; n < 500; n++) {
        const day = new Date(Date.UTC(2022, 8, 1) + Math.floor(random() * 900) * 86_400_000);
        const asOf = day.toISOString().slice(0, 10);
        const query = `${pick(["What was", "Why did", "How has", "Compare"])} ${pick(subjects)} of ${pick(companies)} ${pick(times)}`;
        const documentId = random() < 0.2 ? pick(allFilings).document.id : undefined;
        const results = await search(query, { asOf, k: 10, ...(documentId ? { documentId } : {}) });
        shown += results.length;
        for (const { document } of results)
          expect([asOf, document.filed! <= asOf, filed.get(document.id)]).toEqual([asOf, true, document.filed]);
      }
      // Most of these dates have something to show; a search that always came back empty would pass otherwise.
      expect(shown).toBeGreaterThan(500);
    });
  });

  describe("facts", () => {
    it("are of the fiscal year as the filings count it, with the row they stand in", async () => {
      const [fact, ...more] = await facts(["revenue"], "FY2024");
      expect(more).toEqual([]);
      expect(fact).toMatchObject({
        conceptId: "revenue",
        fiscalYear: 2024,
        restated: false,
        earlier: [],
        fact: { value: 104_000_000, start: "2023-10-01", end: "2024-09-30" },
        citation: { passageId: "lumen-2024#4", quote: "Net sales 104 110", item: "8" },
      });
    });

    it("come from the latest filing, and say what an earlier one said", async () => {
      const [fact] = await facts(["revenue"], "FY2022");
      expect(fact).toMatchObject({
        fact: { value: 97_000_000, documentId: "lumen-2023" },
        restated: true,
        earlier: [{ value: 100_000_000, document: { id: "lumen-2022" } }],
      });
    });

    it("are as they were known on the as-of date", async () => {
      const [fact] = await facts(["revenue"], "FY2022", { asOf: "2023-01-01" });
      expect(fact).toMatchObject({ fact: { value: 100_000_000 }, restated: false });
      expect(await facts(["revenue"], "FY2024", { asOf: "2024-11-20" })).toEqual([]);
    });

    it("of a quarter are of that quarter alone, not of the year so far", async () => {
      expect((await facts(["revenue"], "Q2 2024")).map((one) => one.fact.value)).toEqual([26_000_000]);
    });

    it("of any as-of date come from filings of that date or before", async () => {
      const random = seededRandom(7);
      for (let n = 0; n < 60; n++) {
        const asOf = new Date(Date.UTC(2022, 8, 1) + Math.floor(random() * 900) * 86_400_000)
          .toISOString()
          .slice(0, 10);
        const found = await facts(["revenue", "net-income", "total-assets"], "", { asOf });
        for (const one of found) {
          expect(one.document.filed! <= asOf).toBe(true);
          for (const before of one.earlier) expect(before.document.filed! < one.document.filed!).toBe(true);
        }
      }
    });

    it("include balances at the end of the year, and leave out the company's parts and what is printed nowhere", async () => {
      const found = await facts(["revenue", "total-assets", "interest-expense"], "FY2023");
      expect(found.map((one) => [one.conceptId, one.fact.value])).toEqual([
        ["revenue", 110_000_000],
        ["total-assets", 140_000_000],
      ]);
    });

    it("stay within a document, and tell the restatement all the same", async () => {
      const found = await facts(["revenue"], "FY2022", { company: null, documentId: "lumen-2023" });
      expect(found.map((one) => [one.fact.value, one.restated])).toEqual([[97_000_000, true]]);
    });

    it("of the latest year are those of the newest annual report", async () => {
      expect((await facts(["revenue"], "latest year")).map((one) => one.fact.value)).toEqual([104_000_000]);
    });

    it("without a period are all there are, newest first", async () => {
      expect((await facts(["net-income"], "")).map((one) => one.fiscalYear)).toEqual([2024, 2023, 2022]);
    });

    it("of an unknown company are none", async () => {
      expect(await facts(["revenue"], "FY2023", { company: "Quartz Meadow plc" })).toEqual([]);
    });
  });

  it("knows its companies by name, ticker and CIK, one entry each", async () => {
    expect((await retrieval.companies()).map((company) => company.name).sort()).toEqual([
      "Lumen Harbor Inc.",
      "Target Dune Corp",
    ]);
    for (const asked of ["lumen harbor", "LMHB", "9990001", "Lumen Harbor, Inc."]) {
      expect(await retrieval.resolveCompany(asked)).toBe("Lumen Harbor Inc.");
    }
    expect(await retrieval.resolveCompany("Harbor")).toBeNull();
  });
});

/** mulberry32: the same numbers on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
