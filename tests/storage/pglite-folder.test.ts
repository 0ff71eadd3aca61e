import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { readMigrations } from "../../src/storage/migrate";
import { openStore } from "../../src/storage/open-store";
import { openPgliteConnection } from "../../src/storage/pglite-connection";
import { parsedDocument, plainIndex } from "./document-fixture";
import { startChild } from "./child-process";

jest.setTimeout(180_000);

describe("a data folder", () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-folder-"));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it("keeps what was acknowledged, whole, when its process is killed in the middle of writing", async () => {
    const child = startChild("write-until-killed.ts", folder);
    await child.lines(2);
    await new Promise((resolve) => setTimeout(resolve, 40));
    await child.kill();
    const acknowledged = child.allLines();

    const store = await openStore({ kind: "pglite", folder });
    const documents = await store.listDocuments();
    expect(documents.map((document) => document.id)).toEqual(expect.arrayContaining(acknowledged));
    for (const document of documents) {
      expect(document).toMatchObject({ passages: 300, facts: 300 });
      const context = await store.passageContext(`${document.id}#0`, 1000);
      expect(context?.passages).toHaveLength(300);
      expect(await store.factById(`${document.id}!299`)).not.toBeNull();
    }
    expect((await store.termStatistics(["lamp"])).passagesWithTerm.get("lamp")).toBe(300 * documents.length);
    await store.close();
  });

  it("is refused while open, also to the process that has it, and says so after it is closed", async () => {
    const store = await openStore({ kind: "pglite", folder });
    await expect(openStore({ kind: "pglite", folder })).rejects.toMatchObject({
      code: "storage/folder-in-use",
      details: { pid: process.pid },
    });
    await store.close();
    await store.close();
    await expect(store.listDocuments()).rejects.toMatchObject({ code: "storage/closed" });
  });

  it("leaves the event loop free while a statement runs", async () => {
    const connection = await openPgliteConnection(folder);
    let ticks = 0;
    const timer = setInterval(() => ticks++, 10);
    await connection.query("SELECT count(*)::int AS n FROM generate_series(1, 2000000)");
    clearInterval(timer);
    await connection.close();
    expect(ticks).toBeGreaterThan(3);
  });

  it("is created anew where a kill left a database half made", async () => {
    const half = path.join(folder, "half");
    const child = startChild("write-until-killed.ts", half);
    try {
      while (child.process.exitCode === null && !existsSync(path.join(half, "database", "PG_VERSION"))) await pause(5);
    } finally {
      await child.kill();
    }
    expect(existsSync(path.join(half, "database", "created-completely"))).toBe(false);

    const store = await openStore({ kind: "pglite", folder: half });
    const document = parsedDocument({ id: "first", passages: [{ text: "words" }] });
    await store.addDocument(document, plainIndex(document));
    await store.close();
    expect((await readdir(half)).sort()).toEqual(["database"]);
  });

  it("is refused, and left as it is, where it holds a folder of the same name that is not ours", async () => {
    const theirs = path.join(folder, "theirs");
    await mkdir(path.join(theirs, "database"), { recursive: true });
    await writeFile(path.join(theirs, "database", "clients.csv"), "years of work");
    await expect(openStore({ kind: "pglite", folder: theirs })).rejects.toMatchObject({
      code: "storage/cannot-open",
      message: expect.stringContaining(path.join(theirs, "database")) as string,
    });
    expect(await readFile(path.join(theirs, "database", "clients.csv"), "utf8")).toBe("years of work");
    expect(await readdir(theirs)).toEqual(["database"]);
  });

  it("is refused where a file has the database's name, and used where an empty folder has", async () => {
    const file = path.join(folder, "with-file");
    await mkdir(file);
    await writeFile(path.join(file, "database"), "a file of the same name");
    await expect(openStore({ kind: "pglite", folder: file })).rejects.toMatchObject({ code: "storage/cannot-open" });

    const empty = path.join(folder, "with-empty");
    await mkdir(path.join(empty, "database"), { recursive: true });
    await (await openStore({ kind: "pglite", folder: empty })).close();
  });

  it("refuses a schema newer than it knows, and leaves the folder to others", async () => {
    const connection = await openPgliteConnection(folder);
    await connection.query("INSERT INTO schema_migrations (number, name) VALUES (9000, 'from-the-future')");
    await connection.close();
    await expect(openStore({ kind: "pglite", folder })).rejects.toMatchObject({
      code: "storage/schema-too-new",
      details: { found: 9000, known: readMigrations().at(-1)!.number },
    });
    expect(existsSync(path.join(folder, "marginalia.lock"))).toBe(false);
  });

  it("says what is wrong where the folder is a file", async () => {
    const file = path.join(folder, "a-file");
    await writeFile(file, "not a folder");
    await expect(openStore({ kind: "pglite", folder: file })).rejects.toMatchObject({ code: "storage/cannot-open" });
  });

  it("says what is wrong where no server answers, without the password", async () => {
    const failure = await openStore({ kind: "postgresql", url: "postgres://someone:secret@127.0.0.1:1/nothing" }).catch(
      (error: Error) => error,
    );
    expect(failure).toMatchObject({ code: "storage/cannot-open" });
    expect((failure as Error).message).not.toContain("secret");
  });
});
