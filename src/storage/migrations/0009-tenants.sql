-- Whose a row is. Every row of every table says it, and the database itself shows and takes only rows of the tenant a
-- transaction names, so that a query that forgets to ask leaks nothing. What was stored before belongs to "own".
-- Keys end with the tenant: two tenants may hold the same filing, and neither learns that the other does.
CREATE FUNCTION marginalia_tenant() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT coalesce(nullif(current_setting('marginalia.tenant', true), ''), 'own') $$;

DO $$
DECLARE
  owned record;
  held record;
BEGIN
  -- References first: they hang on the keys.
  CREATE TEMPORARY TABLE keys_made_again ON COMMIT DROP AS
    SELECT c.conrelid::regclass AS owner, c.conname AS name, c.contype AS kind, pg_get_constraintdef(c.oid) AS definition
    FROM pg_constraint AS c JOIN pg_class AS t ON t.oid = c.conrelid
    WHERE t.relnamespace = current_schema()::regnamespace AND t.relname <> 'schema_migrations' AND c.contype IN ('p', 'u', 'f')
      -- Numbers that the database gives are unique over all tenants; so is what is named by them.
      AND pg_get_constraintdef(c.oid) NOT LIKE '%number%' AND NOT (t.relname = 'terms' AND c.contype = 'p');
  FOR held IN SELECT * FROM keys_made_again ORDER BY kind = 'f' DESC LOOP
    EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', held.owner, held.name);
  END LOOP;
  FOR owned IN
    SELECT c.oid::regclass AS name FROM pg_class AS c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migrations'
  LOOP
    EXECUTE format('ALTER TABLE %s ADD COLUMN tenant text COLLATE "C" NOT NULL DEFAULT marginalia_tenant()', owned.name);
  END LOOP;
  FOR held IN SELECT * FROM keys_made_again ORDER BY kind = 'f' LOOP
    EXECUTE format('ALTER TABLE %s ADD CONSTRAINT %I %s', held.owner, held.name,
      replace(regexp_replace(held.definition, '^((PRIMARY KEY|UNIQUE|FOREIGN KEY) \([^)]*)\)', '\1, tenant)'),
        'REFERENCES documents(id)', 'REFERENCES documents(id, tenant)'));
  END LOOP;
  -- Last: what is checked above is checked over all rows.
  FOR owned IN
    SELECT c.oid::regclass AS name FROM pg_class AS c
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migrations'
  LOOP
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', owned.name);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', owned.name);
    EXECUTE format('CREATE POLICY own_rows ON %s USING (tenant = (SELECT marginalia_tenant()))', owned.name);
  END LOOP;
END
$$;
