import { openStore } from "../../src/storage/open-store";
import { type Store } from "../../src/storage/store";
import { parsedDocument, plainIndex } from "./document-fixture";
import { storesUnderTest } from "./stores-under-test";

jest.setTimeout(60_000);

interface Filing {
  readonly id: string;
  readonly company?: string;
  readonly cik?: string | null;
  readonly periodEnd: string;
  readonly filed: string | null;
  readonly prints: readonly number[];
}

/** One passage of sentences of ten characters, each by its print. */
function filing({ prints, ...draft }: Filing) {
  const parsed = parsedDocument({
    ...draft,
    passages: [{ text: "a sentence".repeat(prints.length), part: "I", item: "1A" }],
  });
  const sentences = prints.map((print, place) => ({ print, start: place * 10, end: place * 10 + 10 }));
  return [parsed, { ...plainIndex(parsed), sentences }] as const;
}

const largest = 2 ** 53 - 1;

describe.each(storesUnderTest)("sentences in a store on $name", ({ prepare }) => {
  let store: Store;
  let clear: () => Promise<void>;

  beforeAll(async () => {
    const place = await prepare();
    clear = place.clear;
    store = await openStore(place.location);
    const filings: Filing[] = [
      { id: "lumen-2022", periodEnd: "2022-12-31", filed: "2023-02-20", prints: [1, 2] },
      { id: "lumen-2023", periodEnd: "2023-12-31", filed: "2024-02-20", prints: [1, largest] },
      { id: "lumen-2024", periodEnd: "2024-12-31", filed: "2025-02-20", prints: [1, 2, 3, largest] },
      { id: "lumen-2025", periodEnd: "2025-12-31", filed: "2026-02-20", prints: [3] },
      { id: "lumen-undated", periodEnd: "2021-12-31", filed: null, prints: [3] },
      {
        id: "pier-2023",
        company: "Pier Works",
        cik: "0009990002",
        periodEnd: "2023-12-31",
        filed: "2024-03-01",
        prints: [1, 3],
      },
    ];
    for (const one of filings) await store.addDocument(...filing(one));
  });
  afterAll(async () => {
    await store.close();
    await clear();
  });

  it("are told from those of earlier filings and of other companies, by the day of the filing", async () => {
    expect(await store.recurringSentences(["lumen-2024#0"], [])).toEqual([
      {
        passageId: "lumen-2024#0",
        earlierFilings: 2,
        hasYearBefore: true,
        sentences: [
          { start: 0, end: 10, inEarlierFilings: 2, inYearBefore: true, atOtherCompanies: 1 },
          { start: 10, end: 20, inEarlierFilings: 1, inYearBefore: false, atOtherCompanies: 0 },
          { start: 20, end: 30, inEarlierFilings: 0, inYearBefore: false, atOtherCompanies: 1 },
          { start: 30, end: 40, inEarlierFilings: 1, inYearBefore: true, atOtherCompanies: 0 },
        ],
      },
    ]);
  });

  it("have nothing before them in a company's first filing, and are left out of an undated one", async () => {
    const found = await store.recurringSentences(["lumen-undated#0", "lumen-2022#0", "no-such-passage"], []);
    expect(found.map(({ passageId, earlierFilings }) => [passageId, earlierFilings])).toEqual([["lumen-2022#0", 0]]);
  });

  it("of a call without a CIK are its company's own, by the spellings the store knows", async () => {
    const call = { id: "call-2023", company: "Lumen Harbor", cik: null, periodEnd: "2023-12-31", filed: "2024-03-05" };
    await store.addDocument(...filing({ ...call, prints: [3] }));
    const standing = async (ciks: readonly string[]) => {
      const companies = [{ names: ["Lumen Harbor Inc.", "Lumen Harbor"], ciks }];
      const [found] = await store.recurringSentences(["lumen-2024#0"], companies);
      const { inEarlierFilings, atOtherCompanies } = found!.sentences[2]!;
      return { earlierFilings: found!.earlierFilings, inEarlierFilings, atOtherCompanies };
    };
    expect(await standing(["9990001"])).toEqual({ earlierFilings: 3, inEarlierFilings: 1, atOtherCompanies: 1 });
    // The same the other way: the call's sentences stand in what the company filed before.
    const [ofCall] = await store.recurringSentences(
      ["call-2023#0"],
      [{ names: ["Lumen Harbor Inc.", "Lumen Harbor"], ciks: ["9990001"] }],
    );
    expect(ofCall).toMatchObject({ earlierFilings: 2, sentences: [{ inEarlierFilings: 0, atOtherCompanies: 1 }] });
    await store.removeDocument("call-2023");
  });

  it("leave with their document", async () => {
    await store.addDocument(...filing({ id: "lumen-2020", periodEnd: "2020-12-31", filed: "2021-02-20", prints: [2] }));
    await store.removeDocument("lumen-2020");
    const [found] = await store.recurringSentences(["lumen-2022#0"], []);
    expect(found?.sentences.map(({ inEarlierFilings }) => inEarlierFilings)).toEqual([0, 0]);
  });
});
