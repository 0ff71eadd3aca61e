import { openPgliteConnection } from "../../src/storage/pglite-connection";
import { openPostgresqlConnection } from "../../src/storage/postgresql-connection";
import { type SqlConnection } from "../../src/storage/sql-connection";
import { type StoreLocation } from "../../src/storage/store";

type Row = Record<string, unknown>;

/** By table, each row as text: everything that is stored, without the numbers a database gives as it goes. */
export async function readWholeStore(location: StoreLocation): Promise<Map<string, string[]>> {
  const connection =
    location.kind === "pglite"
      ? await openPgliteConnection(location.folder)
      : await openPostgresqlConnection(location.url);
  try {
    const names = await connection.query<{ name: string }>(
      `SELECT table_name AS name FROM information_schema.tables
       WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> 'schema_migrations'`,
    );
    const terms = await namesOf(connection, "SELECT id AS number, term AS name FROM terms");
    const documents = await namesOf(connection, "SELECT number, id AS name FROM documents");
    const tables = new Map<string, string[]>();
    for (const { name } of names) {
      const rows = await connection.query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM ${name} AS t`);
      tables.set(name, rows.map(({ row }) => JSON.stringify(withoutNumbers(name, row, terms, documents))).sort());
    }
    return tables;
  } finally {
    await connection.close();
  }
}

async function namesOf(connection: SqlConnection, statement: string): Promise<Map<number, string>> {
  const rows = await connection.query<{ number: number; name: string }>(statement);
  return new Map(rows.map(({ number, name }) => [number, name]));
}

/** Terms and documents are numbered as they come, with gaps where a transaction was given up: names stand instead. */
function withoutNumbers(
  table: string,
  row: Row,
  terms: ReadonlyMap<number, string>,
  documents: ReadonlyMap<number, string>,
): Row {
  switch (table) {
    case "documents":
      return { ...row, number: null };
    case "terms":
      return { ...row, id: null };
    case "sentence_documents":
      return { print: row["print"], document: documents.get(Number(row["document_number"])) ?? "no document" };
    case "term_postings":
      return {
        ...row,
        term_id: terms.get(Number(row["term_id"])) ?? "no term",
        document_number: documents.get(Number(row["document_number"])) ?? "no document",
      };
    default:
      return row;
  }
}

/** What one store holds and the other does not, a line each; a row that stands twice is told as well. */
export function differencesBetween(
  expected: ReadonlyMap<string, readonly string[]>,
  found: ReadonlyMap<string, readonly string[]>,
): string[] {
  const counted = (rows: readonly string[] = []): Map<string, number> => {
    const counts = new Map<string, number>();
    for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
    return counts;
  };
  return [...new Set([...expected.keys(), ...found.keys()])].flatMap((table) => {
    const [should, does] = [counted(expected.get(table)), counted(found.get(table))];
    return [...new Set([...should.keys(), ...does.keys()])]
      .filter((row) => should.get(row) !== does.get(row))
      .map((row) => `${table}: ${should.get(row) ?? 0} expected, ${does.get(row) ?? 0} found: ${row.slice(0, 300)}`);
  });
}
