import { openStore } from "../../src/storage/open-store";
import { type Store } from "../../src/storage/store";
import { parsedDocument, plainIndex } from "./document-fixture";
import { storesUnderTest } from "./stores-under-test";

// Opening an embedded database takes seconds on a busy machine.
jest.setTimeout(60_000);

describe.each(storesUnderTest)("facts of two filings in $name", ({ prepare }) => {
  let store: Store;
  let clear: () => Promise<void>;

  beforeAll(async () => {
    const place = await prepare();
    clear = place.clear;
    store = await openStore(place.location);
    const add = async (id: string, filed: string, facts: Parameters<typeof parsedDocument>[0]["facts"]) => {
      const parsed = parsedDocument({ id, filed, passages: [], facts });
      await store.addDocument(parsed, plainIndex(parsed));
    };
    await add("k22", "2023-02-20", [{ value: 90 }, { concept: "us-gaap:Assets", start: null, value: 500 }]);
    await add("k23", "2024-02-20", [
      { value: 80, decimals: -3 },
      { value: 7, dimensions: { axis: "member" } },
    ]);
    await add("k24", "2025-02-20", [
      { value: 85, decimals: "INF" },
      { concept: "us-gaap:Assets", start: null, value: 510 },
      { concept: "lmhb:Backlog", value: 3 },
      { value: 6, dimensions: { axis: "member" } },
      { value: null },
    ]);
  });

  afterAll(async () => {
    await store.close();
    await clear();
  });

  it("are held against what the newest earlier one said, parts of the company apart", async () => {
    expect(await store.compareFacts("k24", ["k22", "k23"])).toEqual([
      {
        concept: "us-gaap:Assets",
        unit: "USD",
        start: null,
        end: "2023-12-31",
        before: { documentId: "k22", source: "tagged", value: 500, decimals: -6 },
        after: { documentId: "k24", source: "tagged", value: 510, decimals: -6 },
      },
      {
        concept: "us-gaap:Revenues",
        unit: "USD",
        start: "2023-01-01",
        end: "2023-12-31",
        before: { documentId: "k23", source: "tagged", value: 80, decimals: -3 },
        after: { documentId: "k24", source: "tagged", value: 85, decimals: "INF" },
      },
    ]);
    expect(await store.compareFacts("k24", [])).toEqual([]);
  });

  it("are held against what was tagged before what was read, whichever is newer", async () => {
    const parsed = parsedDocument({
      id: "release",
      filed: "2024-11-20",
      passages: [],
      facts: [{ value: 79, source: "read" }],
    });
    await store.addDocument(parsed, plainIndex(parsed));
    const revenues = async (...earlier: string[]) =>
      (await store.compareFacts("k24", earlier)).filter(({ concept }) => concept === "us-gaap:Revenues");
    expect(await revenues("k23", "release")).toMatchObject([{ before: { documentId: "k23", source: "tagged" } }]);
    expect(await revenues("release")).toMatchObject([{ before: { documentId: "release", source: "read" } }]);
    await store.removeDocument("release");
  });

  it("are found by a name without its prefix", async () => {
    expect(await store.conceptsNamed("revenues", ["k22", "k24"])).toEqual(["us-gaap:Revenues"]);
    expect(await store.conceptsNamed("Backlog", ["k24"])).toEqual(["lmhb:Backlog"]);
    expect(await store.conceptsNamed("Backlog", ["k22"])).toEqual([]);
  });
});
