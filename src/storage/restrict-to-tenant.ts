import { type SqlConnection } from "./sql-connection";
import { CannotOpenStoreError, TenantNameError } from "./storage-errors";

/** Whose documents are, where nobody says: as in migration 0009. */
export const ownTenant = "own";

const tenantName = /^[a-z0-9][a-z0-9_-]{0,62}$/;
/** Row security does not hold for superusers; this role has their rights on our tables and none to pass it. */
const tenantRole = "marginalia_tenant";
/** Any constant of our own will do, as long as it is not the migrations' or the writers'. */
const roleLock = 715_231_206;

/**
 * The same connection, every statement of it within the rows of one tenant. Settings and role last for a transaction and
 * no longer: of a session, the next to use it would inherit the tenant. Throws `storage/tenant-name`, `storage/cannot-open`.
 */
export async function restrictToTenant(connection: SqlConnection, tenant: string): Promise<SqlConnection> {
  if (!tenantName.test(tenant)) throw new TenantNameError(tenant);
  const settings = [
    `set_config('marginalia.tenant', '${tenant}', true)`,
    // Compiling a statement takes longer than any of ours runs.
    "set_config('jit', 'off', true)",
    ...((await passesRowSecurity(connection)) ? [`set_config('role', '${await provideRole(connection)}', true)`] : []),
  ];
  const transaction: SqlConnection["transaction"] = (work) =>
    connection.transaction(async (inner) => {
      await inner.query(`SELECT ${settings.join(", ")}`);
      return work(inner);
    });
  return {
    engine: connection.engine,
    where: connection.where,
    transaction,
    query: (statement, values) => transaction((inner) => inner.query(statement, values)),
    close: () => connection.close(),
  };
}

async function passesRowSecurity(connection: SqlConnection): Promise<boolean> {
  const [user] = await connection.query<{ passes: boolean }>(
    "SELECT rolsuper OR rolbypassrls AS passes FROM pg_roles WHERE rolname = current_user",
  );
  return user?.passes ?? true;
}

async function provideRole(connection: SqlConnection): Promise<string> {
  try {
    await connection.transaction(async (transaction) => {
      await transaction.query("SELECT pg_advisory_xact_lock($1)::text AS locked", [roleLock]);
      // Roles are of the whole server: another database of it may be making the same one.
      await transaction.script(`DO $$
        BEGIN
          IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${tenantRole}') THEN CREATE ROLE ${tenantRole} NOLOGIN; END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$;
        DO $$
        BEGIN
          EXECUTE format('GRANT USAGE ON SCHEMA %I TO ${tenantRole}', current_schema());
          EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA %I TO ${tenantRole}', current_schema());
          EXECUTE format('REVOKE ALL ON schema_migrations FROM ${tenantRole}');
        END $$;`);
    });
  } catch (cause) {
    throw new CannotOpenStoreError(
      connection.where,
      `its user passes row security and may not make the role ${tenantRole}; connect as a user without these rights, or have an administrator make that role`,
      cause,
    );
  }
  return tenantRole;
}
