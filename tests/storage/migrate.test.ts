import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { migrate, readMigrations } from "../../src/storage/migrate";
import { openPgliteConnection } from "../../src/storage/pglite-connection";
import { type SqlConnection } from "../../src/storage/sql-connection";

jest.setTimeout(60_000);

describe("migrations", () => {
  let folder: string;
  let connection: SqlConnection;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "marginalia-migrate-"));
    connection = await openPgliteConnection(folder);
  });
  afterAll(async () => {
    await connection.close();
    await rm(folder, { recursive: true, force: true });
  });

  const tables = async () =>
    (
      await connection.query<{ name: string }>(
        "SELECT table_name::text AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1",
      )
    ).map((row) => row.name);

  it("are numbered upward, each number once", () => {
    const numbers = readMigrations().map((migration) => migration.number);
    expect(numbers[0]).toBe(1);
    expect(numbers).toEqual([...new Set(numbers)].sort((a, b) => a - b));
  });

  it("leave nothing behind where one of them fails", async () => {
    const migrations = [
      { number: 1, name: "good", statements: "CREATE TABLE lamps (id int);" },
      { number: 2, name: "bad", statements: "CREATE TABLE lamps (id int);" },
    ];
    await expect(migrate(connection, migrations)).rejects.toMatchObject({ code: "storage/query-failed" });
    expect(await tables()).toEqual([]);
  });

  it("are applied once", async () => {
    await migrate(connection);
    await migrate(connection);
    expect(await tables()).toEqual(
      expect.arrayContaining([
        "disclosures",
        "document_sentences",
        "documents",
        "facts",
        "filing_tables",
        "passages",
        "schema_migrations",
        "sections",
        "sentence_documents",
        "term_postings",
        "terms",
      ]),
    );
  });
});
