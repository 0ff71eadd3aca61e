import { z } from "zod";
import { NoSuchCompanyError, SeveralCompaniesError } from "./edgar-errors";
import { findNearTickers } from "./near-tickers";

export interface ListedCompany {
  /** Ten digits, as EDGAR's addresses have them. */
  readonly cik: string;
  readonly ticker: string | null;
  readonly name: string | null;
}

const tickerSchema = z.object({ cik_str: z.union([z.number(), z.string()]), ticker: z.string(), title: z.string() });

/** EDGAR's list of tickers: objects under running numbers. */
export const tickersSchema = z.record(z.string(), tickerSchema);

/** The number where one is given ("320193", "CIK0000320193"), else null. */
export function readCik(asked: string): string | null {
  const digits = /^(?:CIK)?0*(\d{1,10})$/i.exec(asked.trim())?.[1];
  return digits === undefined ? null : digits.padStart(10, "0");
}

/** The company with this ticker, however its share class is set off ("BRK.B", "BRK-B"). Throws `edgar/no-such-company`, `edgar/several-companies`. */
export function findByTicker(asked: string, tickers: z.infer<typeof tickersSchema>): ListedCompany {
  const wanted = plain(asked);
  const all = Object.values(tickers);
  const found = all
    .filter(({ ticker }) => plain(ticker) === wanted)
    .map(({ cik_str, ticker, title }) => ({ cik: String(cik_str).padStart(10, "0"), ticker, name: title }));
  const [first, ...rest] = [...new Map(found.map((company) => [company.cik, company])).values()];
  if (first !== undefined && rest.length > 0) throw new SeveralCompaniesError(asked, [first, ...rest]);
  if (first !== undefined) return first;
  throw new NoSuchCompanyError(
    asked,
    findNearTickers(asked, all).map(({ ticker, title }) => `${ticker} (${title})`),
  );
}

function plain(ticker: string): string {
  return ticker
    .trim()
    .toUpperCase()
    .replace(/[./ -]+/g, "-");
}
