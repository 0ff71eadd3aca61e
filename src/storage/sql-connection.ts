/** A value both engines take as a parameter: everything else travels as JSON text with a cast in the statement. */
export type SqlValue = string | number | boolean | null | readonly string[];
export type SqlRow = Readonly<Record<string, unknown>>;

/** One statement at a time, rows as plain objects with the column names of the statement. */
export interface SqlSession {
  query<Row extends object = SqlRow>(statement: string, values?: readonly SqlValue[]): Promise<Row[]>;
}

/** What the two engines have in common. Statements avoid int8, numeric and bare dates: the engines return those differently. */
export interface SqlConnection extends SqlSession {
  readonly engine: "pglite" | "postgresql";
  /** For messages: the folder, or the server without its password. */
  readonly where: string;
  /** Several statements at once, no parameters: migrations. */
  transaction<Result>(
    work: (session: SqlSession & { script(statements: string): Promise<void> }) => Promise<Result>,
  ): Promise<Result>;
  close(): Promise<void>;
}

export type SqlTransaction = Parameters<Parameters<SqlConnection["transaction"]>[0]>[0];
