import { type SqlTransaction } from "../sql-connection";

/** Any constant of our own will do, as long as it is not the migrations'. */
const writeLock = 715_231_205;

/** Writers on one database take turns until their transaction ends: term counts are shared by all documents. */
export async function waitForWriteTurn(transaction: SqlTransaction): Promise<void> {
  await transaction.query("SELECT pg_advisory_xact_lock($1)::text AS locked", [writeLock]);
}
