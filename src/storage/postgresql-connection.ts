import { Pool, type PoolClient } from "pg";
import { type SqlConnection, type SqlTransaction, type SqlValue } from "./sql-connection";
import { CannotOpenStoreError, QueryFailedError, StoreClosedError } from "./storage-errors";

/** A PostgreSQL server with pgvector. Throws `storage/cannot-open` where it does not answer. */
export async function openPostgresqlConnection(url: string): Promise<SqlConnection> {
  const where = withoutPassword(url);
  const pool = new Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 10_000, allowExitOnIdle: true });
  // A connection that breaks while idle is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  try {
    await pool.query("SELECT 1");
  } catch (cause) {
    await pool.end();
    throw new CannotOpenStoreError(where, cause instanceof Error ? cause.message : String(cause), cause);
  }
  let closed = false;

  const run = async <Row extends object>(
    target: Pool | PoolClient,
    statement: string,
    values: readonly SqlValue[] = [],
  ): Promise<Row[]> => {
    if (closed) throw new StoreClosedError();
    try {
      return (await target.query(statement, [...values])).rows as Row[];
    } catch (cause) {
      throw new QueryFailedError(cause instanceof Error ? cause.message : String(cause), cause);
    }
  };

  return {
    engine: "postgresql",
    where,
    query: <Row extends object>(statement: string, values?: readonly SqlValue[]) => run<Row>(pool, statement, values),
    transaction: async (work) => {
      if (closed) throw new StoreClosedError();
      const client = await pool.connect();
      let broken = false;
      const session: SqlTransaction = {
        query: <Row extends object>(statement: string, values?: readonly SqlValue[]) =>
          run<Row>(client, statement, values),
        script: async (statements) => void (await run(client, statements)),
      };
      try {
        await session.query("BEGIN");
        const result = await work(session);
        await session.query("COMMIT");
        return result;
      } catch (error) {
        await session.query("ROLLBACK").catch(() => (broken = true));
        throw error;
      } finally {
        client.release(broken);
      }
    },
    close: async () => {
      if (closed) return;
      closed = true;
      await pool.end();
    },
  };
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url);
    return `${parsed.protocol}//${parsed.host}${parsed.pathname}`;
  } catch {
    return "the PostgreSQL server of DATABASE_URL";
  }
}
