import { openStore } from "../../src/storage/open-store";
import { type Store } from "../../src/storage/store";
import { parsedDocument, plainIndex } from "./document-fixture";
import { storesUnderTest } from "./stores-under-test";

jest.setTimeout(60_000);

const annual = parsedDocument({
  id: "lumen-10k-2023",
  passages: [
    { text: "Revenue rose because harbor lamps sold well.", path: ["Part II", "Results"], part: "II", item: "7" },
    {
      text: "Revenue 120 110\nNet income 12 9",
      kind: "table",
      page: "F-41",
      laterPages: [{ page: null, from: 15 }],
      table: [
        ["", "2023", "2022"],
        ["Revenue", "120", "110"],
      ],
    },
    { text: "Lamps may fail in salt water.", boilerplate: true, item: "1A" },
  ],
  disclosures: [
    {
      id: "lumen-10k-2023~0",
      concept: "us-gaap:DebtDisclosureTextBlock",
      kind: "note",
      title: "Note 7 – Debt",
      spans: [
        { start: 0, end: 12 },
        { start: 20, end: 44 },
      ],
    },
    { id: "lumen-10k-2023~1", concept: null, kind: "policy", title: null, spans: [{ start: 2, end: 9 }] },
  ],
  facts: [
    { value: 120_000_000, passageId: "lumen-10k-2023#1", printed: "120", span: { start: 8, end: 11 } },
    { value: 70_000_000, source: "read", dimensions: { "srt:ProductOrServiceAxis": "lumen:LampsMember" } },
    { concept: "dei:EntityRegistrantName", value: "Lumen Harbor Inc.", unit: null, decimals: null },
    { concept: "us-gaap:Assets", start: null, value: null, decimals: "INF" },
  ],
});
const later = parsedDocument({
  id: "lumen-10k-2024",
  periodEnd: "2024-12-31",
  filed: "2025-02-18",
  passages: [{ text: "Revenue fell as harbor lamps wore out." }],
  facts: [{ value: 119_000_000 }],
});
const undated = parsedDocument({ id: "note", filed: null, passages: [{ text: "Revenue of lamps, undated." }] });

describe.each(storesUnderTest)("a store on $name", ({ prepare }) => {
  let store: Store;
  let clear: () => Promise<void>;

  beforeAll(async () => {
    const place = await prepare();
    clear = place.clear;
    store = await openStore(place.location);
    for (const document of [annual, later, undated]) await store.addDocument(document, plainIndex(document));
  });
  afterAll(async () => {
    await store.close();
    await clear();
  });

  it("gives the notes and policies of a document back, and the pages of its passages", async () => {
    expect(await store.disclosuresOf("lumen-10k-2023")).toEqual(annual.disclosures);
    expect(await store.disclosuresOf("no-such-document")).toEqual([]);
    const found = await store.passageById("lumen-10k-2023#1");
    expect([found?.passage.page, found?.passage.laterPages]).toEqual(["F-41", [{ page: null, from: 15 }]]);
  });

  it("tells where the sections and passages of a document lie", async () => {
    const { sections, passages } = await store.layoutOf("lumen-10k-2023");
    expect(sections).toEqual(annual.sections);
    expect(passages).toEqual(
      annual.passages.map(({ kind, start, end, page, laterPages }) => ({ kind, start, end, page, laterPages })),
    );
    expect(await store.layoutOf("no-such-document")).toEqual({ sections: [], passages: [] });
  });

  it("lists its documents with their counts, newest filing first and undated last", async () => {
    const documents = await store.listDocuments();
    expect(documents.map(({ id, filed, passages, facts }) => ({ id, filed, passages, facts }))).toEqual([
      { id: "lumen-10k-2024", filed: "2025-02-18", passages: 1, facts: 1 },
      { id: "lumen-10k-2023", filed: "2024-02-20", passages: 3, facts: 4 },
      { id: "note", filed: null, passages: 1, facts: 0 },
    ]);
    expect(await store.documentById("lumen-10k-2023")).toMatchObject({ ...annual.document });
    expect(await store.documentById("nothing")).toBeNull();
  });

  it("gives a passage back exactly as it was read", async () => {
    expect((await store.passageById("lumen-10k-2023#1"))?.passage).toEqual(annual.passages[1]);
    expect((await store.passagesById(["lumen-10k-2023#2", "gone", "lumen-10k-2023#0"])).map((r) => r.passage)).toEqual([
      annual.passages[2],
      annual.passages[0],
    ]);
  });

  it("gives facts back exactly: numbers, texts, nil, INF and hidden ones", async () => {
    for (const fact of annual.facts) expect((await store.factById(fact.id))?.fact).toEqual(fact);
    expect(await store.factById("lumen-10k-2023!99")).toBeNull();
  });

  it("opens a passage among its neighbours, with its table", async () => {
    const context = await store.passageContext("lumen-10k-2023#1", 1);
    expect(context?.passages.map((passage) => passage.id)).toEqual([
      "lumen-10k-2023#0",
      "lumen-10k-2023#1",
      "lumen-10k-2023#2",
    ]);
    expect(context?.passages[1]?.table).toEqual({
      caption: "Results in brief",
      units: { printed: "in millions", multiplier: 1e6, shareMultiplier: 1e6, currency: null, exceptions: [] },
      headRows: 1,
      rows: [
        ["", "2023", "2022"],
        ["Revenue", "120", "110"],
      ],
      columnHeads: [[], ["2023"], ["2022"]],
      laterHeads: [],
      rowPaths: [[], ["Revenue"]],
    });
    expect(await store.passageContext("lumen-10k-2023#1", 0)).toMatchObject({ before: 1, after: 1 });
    expect(await store.passageContext("gone", 1)).toBeNull();
  });

  it("gives the table of a passage back exactly, and none for text", async () => {
    expect(await store.tableOfPassage("lumen-10k-2023#1")).toEqual(annual.tables[0]);
    expect(await store.tableOfPassage("lumen-10k-2023#0")).toBeNull();
  });

  it("finds passages by their words, best first", async () => {
    const found = await store.searchPassages({
      terms: new Map([
        ["salt", 2],
        ["lamps", 1],
        ["unheard", 9],
      ]),
      asOf: null,
      documentIds: ["lumen-10k-2023"],
      limit: 10,
    });
    expect(found.map((hit) => [hit.passage.id, hit.lexicalScore])).toEqual([
      ["lumen-10k-2023#2", 3],
      ["lumen-10k-2023#0", 1],
    ]);
  });

  it("finds nothing for words nobody wrote, and nothing in no document", async () => {
    const terms = new Map([["unheard", 1]]);
    expect(await store.searchPassages({ terms, asOf: null, documentIds: null, limit: 5 })).toEqual([]);
    expect(await store.searchPassages({ terms: new Map(), asOf: null, documentIds: null, limit: 5 })).toEqual([]);
    const lamps = new Map([["lamps", 1]]);
    expect(await store.searchPassages({ terms: lamps, asOf: null, documentIds: [], limit: 5 })).toEqual([]);
  });

  it("leaves out what was filed after the as-of date, and what has no filed date", async () => {
    const query = { terms: new Map([["revenue", 1]]), documentIds: null, limit: 10 };
    const idsAsOf = async (asOf: string | null) =>
      (await store.searchPassages({ ...query, asOf })).map((hit) => hit.document.id).sort();
    expect(await idsAsOf("2024-02-19")).toEqual([]);
    expect(await idsAsOf("2024-02-20")).toEqual(["lumen-10k-2023", "lumen-10k-2023"]);
    expect(await idsAsOf("2030-01-01")).toEqual(["lumen-10k-2023", "lumen-10k-2023", "lumen-10k-2024"]);
    expect(await idsAsOf(null)).toEqual(["lumen-10k-2023", "lumen-10k-2023", "lumen-10k-2024", "note"]);
  });

  it("finds facts of the company as a whole, the latest filing of a period first", async () => {
    const query = { concepts: ["us-gaap:Revenues"], documentIds: null, asOf: null };
    const whole = await store.findFacts({ ...query, dimensionless: true });
    expect(whole.map((found) => [found.document.id, found.fact.value, found.printedIn])).toEqual([
      ["lumen-10k-2024", 119_000_000, null],
      ["lumen-10k-2023", 120_000_000, "table"],
    ]);
    expect(await store.findFacts({ ...query, dimensionless: false })).toHaveLength(3);
    const known = await store.findFacts({ ...query, dimensionless: true, asOf: "2024-12-31" });
    expect(known.map((found) => found.document.id)).toEqual(["lumen-10k-2023"]);
  });

  it("changes nothing when the same document comes again", async () => {
    const again = await store.addDocument(annual, plainIndex(annual));
    expect(again).toMatchObject({ outcome: "already-there", passages: 3, facts: 4 });
  });

  it("replaces a document whose content changed, and counts its words anew", async () => {
    const draft = (text: string) => parsedDocument({ id: "draft", passages: [{ text }] });
    const first = draft("quartz quartz lantern");
    const second = draft("lantern only");
    expect(await store.addDocument(first, plainIndex(first))).toMatchObject({ outcome: "added" });
    expect(await store.addDocument(second, plainIndex(second))).toMatchObject({ outcome: "replaced" });
    expect((await store.termStatistics(["quartz", "lantern"])).passagesWithTerm).toEqual(new Map([["lantern", 1]]));
    expect(await store.removeDocument("draft")).toBe(true);
    expect(await store.removeDocument("draft")).toBe(false);
    expect((await store.termStatistics(["lantern"])).passagesWithTerm).toEqual(new Map());
    expect(await store.passageById("draft#0")).toBeNull();
  });

  it("stores nothing of a document whose last part cannot be stored", async () => {
    const broken = parsedDocument({
      id: "broken",
      passages: [{ text: "fine words" }],
      facts: [{ value: 1 }, { id: "broken!0", value: 2 }],
    });
    await expect(store.addDocument(broken, plainIndex(broken))).rejects.toMatchObject({ code: "storage/query-failed" });
    expect(await store.documentById("broken")).toBeNull();
    expect(await store.passageById("broken#0")).toBeNull();
    expect((await store.termStatistics(["fine"])).passagesWithTerm.size).toBe(0);
  });

  it("keeps spans true where the text holds what no database can", async () => {
    const odd = parsedDocument({ id: "odd", passages: [{ text: "zero\u0000byte \ud800 lamp 💡" }] });
    await store.addDocument(odd, plainIndex(odd));
    expect((await store.passageById("odd#0"))?.passage.text).toBe("zero\ufffdbyte \ufffd lamp 💡");
    await store.removeDocument("odd");
  });

  it("takes documents sent at the same moment one after another", async () => {
    const drafts = ["one", "two", "three"].map((id) => parsedDocument({ id, passages: [{ text: `pearl ${id}` }] }));
    await Promise.all(drafts.map((draft) => store.addDocument(draft, plainIndex(draft))));
    expect((await store.termStatistics(["pearl"])).passagesWithTerm.get("pearl")).toBe(3);
    await Promise.all(drafts.map((draft) => store.removeDocument(draft.document.id)));
  });
});

if (storesUnderTest.length === 1) {
  it.skip("a store on PostgreSQL: set DATABASE_URL to a server with pgvector to run these there as well", () =>
    undefined);
}
