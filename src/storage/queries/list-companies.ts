import { type SqlSession } from "../sql-connection";
import { type CompanyOnFile } from "../store";

/** Every spelling the documents use. */
export async function listCompanies(session: SqlSession): Promise<CompanyOnFile[]> {
  return session.query<{ name: string; ticker: string | null; cik: string | null }>(
    "SELECT DISTINCT company AS name, ticker, cik FROM documents WHERE company IS NOT NULL ORDER BY company, ticker, cik",
  );
}
