import { openPgliteConnection } from "../../src/storage/pglite-connection";
import { openPostgresqlConnection } from "../../src/storage/postgresql-connection";
import { migrate } from "../../src/storage/migrate";
import { storeOver } from "../../src/storage/open-store";
import { restrictToTenant } from "../../src/storage/restrict-to-tenant";
import { type SqlConnection } from "../../src/storage/sql-connection";
import { type Store, type StoreLocation } from "../../src/storage/store";
import { parsedDocument, plainIndex } from "./document-fixture";
import { storesUnderTest } from "./stores-under-test";

jest.setTimeout(60_000);

/** A report under an id that another tenant may use as well; `word` stands in everything that can be read of it. */
const reportOf = (id: string, word: string) =>
  parsedDocument({
    id,
    company: `${word} Inc.`,
    passages: [
      { text: `Our ${word} sold well. The ${word} is new.`, item: "7", part: "II" },
      {
        text: `${word} 120 110`,
        kind: "table",
        table: [
          ["", "2023"],
          [word, "120"],
        ],
      },
    ],
    disclosures: [
      { id: `${id}~0`, concept: null, kind: "note", title: `Note on ${word}`, spans: [{ start: 0, end: 9 }] },
    ],
    facts: [
      { concept: `${word}:Lamps`, value: 120, passageId: `${id}#1` },
      { concept: "us-gaap:Assets", value: 7, unit: word },
    ],
  });

const indexOf = (parsed: ReturnType<typeof reportOf>) => {
  const plain = plainIndex(parsed);
  return {
    ...plain,
    sentences: [{ print: 77, start: 0, end: 20 }],
    passages: plain.passages.map((entry) => ({
      ...entry,
      statement: "income-statement" as const,
      statementStrength: 1,
    })),
  };
};

type Query = Exclude<keyof Store, "engine" | "close" | "addDocument" | "removeDocument">;

const allOf = (id: string) => ({ dimensions: null, documentIds: [id], after: null, limit: 100 });

async function embedAll(store: Store, id: string, model: string): Promise<void> {
  const missing = await store.missingEmbeddings({ ...allOf(id), model });
  await store.addEmbeddings(
    { model, dimensions: 2 },
    missing.map((passage) => ({ ...passage, embedding: [1, 0] })),
  );
}

/** Every query a store has: a new one is not compiled before it stands here. */
const everyQuery: Record<Query, (store: Store, id: string, word: string) => Promise<unknown>> = {
  listDocuments: (store) => store.listDocuments(),
  documentById: (store, id) => store.documentById(id),
  companies: (store) => store.companies(),
  passageById: (store, id) => store.passageById(`${id}#0`),
  passagesById: (store, id) => store.passagesById([`${id}#0`, `${id}#1`]),
  passageContext: (store, id) => store.passageContext(`${id}#0`, 3),
  tableOfPassage: (store, id) => store.tableOfPassage(`${id}#1`),
  layoutOf: async (store, id) => ((await store.layoutOf(id)).passages.length > 0 ? ["falcon"] : []),
  disclosuresOf: (store, id) => store.disclosuresOf(id),
  findFacts: (store, _, word) =>
    store.findFacts({ concepts: [`${word}:Lamps`], dimensionless: false, asOf: null, documentIds: null }),
  compareFacts: (store, id) => store.compareFacts(id, [`${id}-before`]),
  figuresOf: (store, id) => store.figuresOf(id),
  conceptsNamed: (store, id) => store.conceptsNamed("Lamps", [id]),
  factById: (store, id) => store.factById(`${id}!0`),
  searchPassages: (store, _, word) =>
    store.searchPassages({ terms: new Map([[word, 1]]), asOf: null, documentIds: null, limit: 10 }),
  statementPassages: (store, id, word) =>
    store.statementPassages({
      statements: ["income-statement"],
      limitEach: 5,
      terms: new Map([[word, 1]]),
      asOf: null,
      documentIds: [id],
    }),
  missingEmbeddings: (store, id) =>
    store.missingEmbeddings({ model: "none", dimensions: null, documentIds: [id], after: null, limit: 9 }),
  // Of another's passages none is kept, whatever numbers are named.
  addEmbeddings: async (store) => {
    const numbers = Array.from({ length: 20 }, (_, n) => n + 1);
    const kept = await store.addEmbeddings(
      { model: "probe", dimensions: 2 },
      numbers.map((documentNumber) => ({ documentNumber, ordinal: 9000, embedding: [1, 0] })),
    );
    return kept >= 3 ? ["falcon"] : [];
  },
  embeddingSpaces: async (store) =>
    (await store.embeddingSpaces()).some(({ model }) => model === "desk-model") ? ["falcon"] : [],
  nearestPassages: (store, _, word) =>
    store.nearestPassages({
      space: { model: "shared-model", dimensions: 2 },
      embedding: [1, 0],
      terms: new Map([[word, 1]]),
      asOf: null,
      documentIds: null,
      limit: 10,
    }),
  recurringSentences: async (store, id) =>
    (await store.recurringSentences([`${id}#0`], [])).length > 0 ? ["falcon"] : [],
  item: (store, id) => store.item(id, "7", null),
  termStatistics: async (store, _, word) => [...(await store.termStatistics([word])).passagesWithTerm.keys()],
};

const connectTo = (location: StoreLocation): Promise<SqlConnection> =>
  location.kind === "pglite" ? openPgliteConnection(location.folder) : openPostgresqlConnection(location.url);

describe.each(storesUnderTest)("two tenants of one database on $name", ({ prepare }) => {
  let bare: SqlConnection;
  let clear: () => Promise<void>;
  let desk: Store;
  let other: Store;

  beforeAll(async () => {
    const place = await prepare();
    clear = place.clear;
    bare = await connectTo(place.location);
    await migrate(bare);
    desk = storeOver(await restrictToTenant(bare, "desk"));
    other = storeOver(await restrictToTenant(bare, "other"));
    for (const id of ["secret", "secret-before"]) {
      const report = reportOf(id, "falcon");
      await desk.addDocument(report, indexOf(report));
    }
    const shared = reportOf("shared", "falcon");
    await desk.addDocument(shared, indexOf(shared));
    const same = reportOf("shared", "heron");
    await other.addDocument(same, indexOf(same));
    await embedAll(desk, "secret", "shared-model");
    await embedAll(desk, "secret", "desk-model");
    await embedAll(other, "shared", "shared-model");
  });
  afterAll(async () => {
    await bare.close();
    await clear();
  });

  const tables = async (): Promise<string[]> =>
    (
      await bare.query<{ name: string }>(
        `SELECT relname::text AS name FROM pg_class
         WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r' AND relname <> 'schema_migrations'`,
      )
    ).map(({ name }) => name);

  it.each(Object.entries(everyQuery))("%s shows a tenant its own and nothing of another's", async (_, ask) => {
    expect(JSON.stringify(await ask(desk, "secret", "falcon"))).toContain("falcon");
    expect(JSON.stringify((await ask(other, "secret", "falcon")) ?? null)).not.toContain("falcon");
  });

  it("keeps two documents of one id apart", async () => {
    expect((await desk.passageById("shared#1"))?.passage.text).toBe("falcon 120 110");
    expect((await other.passageById("shared#1"))?.passage.text).toBe("heron 120 110");
  });

  it("counts what others hold in no statistic", async () => {
    expect((await desk.termStatistics(["our", "heron"])).passagesWithTerm).toEqual(new Map([["our", 3]]));
    expect(await other.termStatistics(["our"])).toEqual({ passageCount: 2, passagesWithTerm: new Map([["our", 1]]) });
  });

  it("shows one tenant's rows of every table where a query forgets to ask", async () => {
    const restricted = await restrictToTenant(bare, "other");
    for (const table of await tables()) {
      const owners = await restricted.query<{ tenant: string }>(`SELECT DISTINCT tenant FROM ${table}`);
      expect([table, owners]).toEqual([table, [{ tenant: "other" }]]);
    }
    await expect(
      restricted.query("INSERT INTO terms (term, passage_count, tenant) VALUES ('planted', 1, 'desk')"),
    ).rejects.toThrow(/row-level security/);
    expect(await restricted.query("DELETE FROM documents WHERE tenant = 'desk' RETURNING id")).toEqual([]);
  });

  it("holds every table by row security, for its owner as well", async () => {
    const unheld = await bare.query(
      `SELECT c.relname::text AS name FROM pg_class AS c
       WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'schema_migrations'
         AND NOT (c.relrowsecurity AND c.relforcerowsecurity AND EXISTS (SELECT FROM pg_policy AS p WHERE p.polrelid = c.oid))`,
    );
    expect(unheld).toEqual([]);
  });

  it("leaves neither tenant nor role behind on a session", async () => {
    await desk.listDocuments();
    await expect(
      desk.findFacts({ concepts: ["x"], dimensionless: true, asOf: "no date", documentIds: null }),
    ).rejects.toThrow();
    const after = await bare.query(
      "SELECT current_setting('marginalia.tenant', true) AS tenant, current_role = session_user AS bare",
    );
    expect(after).toEqual([{ tenant: expect.not.stringMatching(/desk|other/) as unknown, bare: true }]);
  });

  it("takes a document away from its tenant only", async () => {
    expect(await other.removeDocument("secret-before")).toBe(false);
    expect(await other.removeDocument("shared")).toBe(true);
    expect(await desk.documentById("shared")).not.toBeNull();
    expect((await desk.termStatistics(["our"])).passagesWithTerm.get("our")).toBe(3);
  });

  it("refuses a name that could be more than a name", async () => {
    await expect(restrictToTenant(bare, "desk'; DROP TABLE documents; --")).rejects.toMatchObject({
      code: "storage/tenant-name",
    });
    await expect(restrictToTenant(bare, "")).rejects.toMatchObject({ code: "storage/tenant-name" });
  });
});
