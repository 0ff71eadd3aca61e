import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { type SqlConnection } from "./sql-connection";
import { CannotOpenStoreError, SchemaTooNewError } from "./storage-errors";

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly statements: string;
}

/** Two servers starting together on one database: the second waits for the first. Any constant of our own will do. */
const migrationLock = 715_231_204;

/** Brings the schema up to date, all of it or nothing. Throws `storage/schema-too-new` where a newer version wrote it. */
export async function migrate(
  connection: SqlConnection,
  migrations: readonly Migration[] = readMigrations(),
): Promise<void> {
  await requireVectors(connection);
  await connection.transaction(async (transaction) => {
    await transaction.query("SELECT pg_advisory_xact_lock($1)::text AS locked", [migrationLock]);
    // A later migration that would see the rows of one tenant only must fail, not pass over the others'.
    await transaction.query("SET LOCAL row_security = off");
    await transaction.script(
      "CREATE TABLE IF NOT EXISTS schema_migrations (number int PRIMARY KEY, name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
    );
    const applied = new Set(
      (await transaction.query<{ number: number }>("SELECT number FROM schema_migrations")).map(({ number }) => number),
    );
    const found = Math.max(0, ...applied);
    const known = migrations.at(-1)?.number ?? 0;
    if (found > known) throw new SchemaTooNewError(connection.where, found, known);
    for (const migration of migrations) {
      if (applied.has(migration.number)) continue;
      await transaction.script(migration.statements);
      await transaction.query("INSERT INTO schema_migrations (number, name) VALUES ($1, $2)", [
        migration.number,
        migration.name,
      ]);
    }
  });
}

async function requireVectors(connection: SqlConnection): Promise<void> {
  try {
    await connection.transaction(async (transaction) => {
      // Two that start at once on a new server would both find it missing, and one would fail.
      await transaction.query("SELECT pg_advisory_xact_lock($1)::text AS locked", [migrationLock]);
      await transaction.script("CREATE EXTENSION IF NOT EXISTS vector");
    });
  } catch (cause) {
    throw new CannotOpenStoreError(
      connection.where,
      "it needs the extension pgvector (0.7 or newer); install it, or have an administrator run CREATE EXTENSION vector",
      cause,
    );
  }
}

/** `migrations/NNNN-what-it-does.sql`, in order of their numbers. */
export function readMigrations(): Migration[] {
  const folder = path.join(__dirname, "migrations");
  return readdirSync(folder)
    .filter((file) => /^\d{4}-.+\.sql$/.test(file))
    .sort()
    .map((file) => ({
      number: Number(file.slice(0, 4)),
      name: file.slice(5, -".sql".length),
      statements: readFileSync(path.join(folder, file), "utf8"),
    }));
}
