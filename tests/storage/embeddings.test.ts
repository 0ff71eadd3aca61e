import { openStore } from "../../src/storage/open-store";
import { type NearestQuery, type Store } from "../../src/storage/store";
import { parsedDocument, plainIndex } from "./document-fixture";
import { storesUnderTest } from "./stores-under-test";

jest.setTimeout(60_000);

const report = (id: string, filed: string | null, ...texts: string[]) =>
  parsedDocument({ id, filed, passages: texts.map((text) => ({ text })) });

const early = report("early", "2022-03-01", "harbor lamps", "harbor ropes");
const late = report("late", "2024-03-01", "signal lamps", "signal ropes", "signal paint");
const undated = report("undated", null, "a note on lamps");

const space = { model: "small", dimensions: 3 };

describe.each(storesUnderTest)("embeddings on $name", ({ prepare }) => {
  let store: Store;
  let clear: () => Promise<void>;

  beforeAll(async () => {
    const place = await prepare();
    clear = place.clear;
    store = await openStore(place.location);
    for (const parsed of [early, late, undated]) await store.addDocument(parsed, plainIndex(parsed));
    await embed(["early", "undated"], [0.6, 0.8, 0]);
    await embed(["late"], [0, 0, 1]);
  });
  afterAll(async () => {
    await store.close();
    await clear();
  });

  const missing = (documentIds: readonly string[], model = space.model, dimensions: number | null = null) =>
    store.missingEmbeddings({ model, dimensions, documentIds, after: null, limit: 100 });

  async function embed(documentIds: readonly string[], embedding: readonly number[]): Promise<number> {
    const passages = await missing(documentIds);
    return store.addEmbeddings(
      space,
      passages.map((passage) => ({ ...passage, embedding })),
    );
  }

  const nearest = async (asked: Partial<NearestQuery>): Promise<string[]> =>
    (
      await store.nearestPassages({
        space,
        embedding: [1, 0, 0],
        terms: new Map(),
        asOf: null,
        documentIds: null,
        limit: 10,
        ...asked,
      })
    ).map((hit) => hit.passage.id);

  it("finds the nearest first, and those as near in the order of documents", async () => {
    expect(await nearest({ embedding: [0, 1, 0], limit: 3 })).toEqual(["early#0", "early#1", "undated#0"]);
    expect(await nearest({ embedding: [0, 0, 1], limit: 3 })).toEqual(["late#0", "late#1", "late#2"]);
  });

  it("looks at nothing filed after the day, and at nothing undated", async () => {
    expect(await nearest({ embedding: [0, 0, 1], asOf: "2023-01-01" })).toEqual(["early#0", "early#1"]);
    expect(await nearest({ embedding: [0, 1, 0], asOf: "2024-03-01", limit: 2 })).toEqual(["early#0", "early#1"]);
  });

  it("stays within the documents named, and finds nothing where none is", async () => {
    expect(await nearest({ documentIds: ["late"], limit: 2 })).toEqual(["late#0", "late#1"]);
    expect(await nearest({ documentIds: [] })).toEqual([]);
  });

  it("says of what it finds what its words are worth", async () => {
    const found = await store.nearestPassages({
      space,
      embedding: [0, 0, 1],
      terms: new Map([["paint", 2]]),
      asOf: null,
      documentIds: ["late"],
      limit: 10,
    });
    expect(found.map((hit) => [hit.passage.id, hit.lexicalScore > 0])).toEqual([
      ["late#0", false],
      ["late#1", false],
      ["late#2", true],
    ]);
  });

  it("keeps models and numbers of dimensions apart", async () => {
    expect(await nearest({ space: { model: "other", dimensions: 3 } })).toEqual([]);
    expect(await nearest({ space: { model: "small", dimensions: 2 }, embedding: [1, 0] })).toEqual([]);
    expect(await missing(["early", "late", "undated"])).toEqual([]);
    expect((await missing(["early"], "other")).map(({ text }) => text)).toEqual(["harbor lamps", "harbor ropes"]);
    expect(await missing(["early"], "small", 3)).toEqual([]);
    expect(await missing(["early"], "small", 2)).toHaveLength(2);
    expect(await store.embeddingSpaces()).toEqual([{ ...space, passages: 6 }]);
  });

  it("goes on behind the passage named", async () => {
    const [first, second] = await missing(["late"], "other");
    const rest = await store.missingEmbeddings({
      model: "other",
      dimensions: null,
      documentIds: ["early", "late"],
      after: second!,
      limit: 1,
    });
    expect(first!.ordinal).toBe(0);
    expect(rest.map(({ text }) => text)).toEqual(["signal paint"]);
  });

  it("lets go of embeddings whose document was replaced while they were asked for", async () => {
    const before = report("changing", "2023-01-01", "old words");
    await store.addDocument(before, plainIndex(before));
    const asked = await missing(["changing"]);
    const after = report("changing", "2023-01-01", "new words");
    await store.addDocument(after, plainIndex(after));
    expect(
      await store.addEmbeddings(
        space,
        asked.map((passage) => ({ ...passage, embedding: [0, 1, 0] })),
      ),
    ).toBe(0);
    expect((await missing(["changing"])).map(({ text }) => text)).toEqual(["new words"]);
    await embed(["changing"], [0, 1, 0]);
    expect(await nearest({ documentIds: ["changing"] })).toEqual(["changing#0"]);
    await store.removeDocument("changing");
    expect(await store.embeddingSpaces()).toEqual([{ ...space, passages: 6 }]);
  });

  it("keeps an embedding once, however often it is brought", async () => {
    const parsed = report("twice", "2023-01-01", "twice");
    await store.addDocument(parsed, plainIndex(parsed));
    const [passage] = await missing(["twice"]);
    const embedded = { ...passage!, embedding: [1, 0, 0] };
    expect(await store.addEmbeddings(space, [embedded])).toBe(1);
    expect(await store.addEmbeddings(space, [embedded])).toBe(0);
    await store.removeDocument("twice");
  });

  it("holds three thousand dimensions", async () => {
    const parsed = report("wide", "2023-01-01", "wide");
    await store.addDocument(parsed, plainIndex(parsed));
    const wide = Array.from({ length: 3072 }, () => 1 / Math.sqrt(3072));
    const [passage] = await missing(["wide"], "large");
    await store.addEmbeddings({ model: "large", dimensions: 3072 }, [{ ...passage!, embedding: wide }]);
    expect(await nearest({ space: { model: "large", dimensions: 3072 }, embedding: wide })).toEqual(["wide#0"]);
    await store.removeDocument("wide");
  });
});
