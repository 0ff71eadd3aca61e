import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { type StoreLocation } from "../../src/storage/store";

export interface StoreUnderTest {
  readonly name: string;
  /** An empty place of its own, and how to clear it away. */
  readonly prepare: () => Promise<{ location: StoreLocation; clear: () => Promise<void> }>;
}

export const pgliteUnderTest: StoreUnderTest = {
  name: "PGlite",
  prepare: async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "marginalia-store-"));
    return {
      location: { kind: "pglite", folder },
      clear: () => rm(folder, { recursive: true, force: true }),
    };
  },
};

/** A schema of its own on the server, so that nothing else there is touched. */
export const postgresqlUnderTest = (url: string): StoreUnderTest => ({
  name: "PostgreSQL",
  prepare: async () => {
    const schema = `marginalia_test_${randomUUID().replaceAll("-", "")}`;
    const run = async (statement: string) => {
      const client = new Client({ connectionString: url });
      await client.connect();
      await client.query(statement);
      await client.end();
    };
    // Tests prepare side by side; without the lock two would both find it missing, and one would fail.
    await run(`SELECT pg_advisory_lock(8192); CREATE EXTENSION IF NOT EXISTS vector`);
    await run(`CREATE SCHEMA ${schema}`);
    const own = new URL(url);
    own.searchParams.set("options", `-c search_path=${schema},public`);
    return {
      location: { kind: "postgresql", url: own.toString() },
      clear: () => run(`DROP SCHEMA ${schema} CASCADE`),
    };
  },
});

const url = process.env["DATABASE_URL"];

/** PGlite always; PostgreSQL where DATABASE_URL names a server with pgvector. */
export const storesUnderTest: readonly StoreUnderTest[] = url
  ? [pgliteUnderTest, postgresqlUnderTest(url)]
  : [pgliteUnderTest];
