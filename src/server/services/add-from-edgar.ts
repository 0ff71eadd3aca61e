import { isAppError } from "../../contracts/app-error";
import { type IsoDate } from "../../contracts/dates";
import { chooseFilings, usualForms } from "../../edgar/choose-filings";
import { type EdgarClient } from "../../edgar/edgar-client";
import { EdgarUnreachableError, NoSuchFormError, ShutOutError } from "../../edgar/edgar-errors";
import { type CompanyFilings, type ListedFiling } from "../../edgar/read-submissions";
import { readDocument } from "../../filings/read-document";
import { type Retrieval } from "../../retrieval/create-retrieval";
import { type AddedFiling } from "./added-filing";

/** What is wanted of a company's filings at EDGAR. */
export interface EdgarRequest {
  /** Ticker or CIK number. */
  readonly company: string;
  /** Empty for the forms analysts read. */
  readonly forms: readonly string[];
  readonly since: IsoDate | null;
  readonly newest: number | null;
}

export type EdgarProgress =
  | {
      readonly kind: "planned";
      readonly company: Pick<CompanyFilings, "name" | "formerNames">;
      readonly filings: number;
      readonly alreadyThere: number;
      readonly bytes: number;
      /** The newest of the forms asked for, wanted or not: where nothing is to do, it says how old that is. */
      readonly newest: ListedFiling;
    }
  | { readonly kind: "added"; readonly filing: ListedFiling; readonly added: AddedFiling }
  | { readonly kind: "failed"; readonly filing: ListedFiling; readonly why: string };

/**
 * Fetches, reads and stores what is wanted, newest first; what is stored already is neither fetched nor read again, so
 * that an interrupted run goes on where it stood. A filing that cannot be read is told and passed over.
 * Throws `edgar/*` where the company is unknown or EDGAR cannot be reached.
 */
export async function* addFromEdgar(
  client: EdgarClient,
  retrieval: Retrieval,
  request: EdgarRequest,
  signal?: AbortSignal,
): AsyncGenerator<EdgarProgress> {
  const company = await client.findCompany(request.company, signal);
  const { name, tickers, formerNames, filings } = await client.listFilings(company.cik, request.since, signal);
  const forms = request.forms.length === 0 ? usualForms : request.forms;
  const [newest] = chooseFilings(filings, { forms, since: null, newest: null });
  if (newest === undefined) throw new NoSuchFormError(name, forms, commonest(filings));
  const chosen = chooseFilings(filings, { ...request, forms });
  const stored = new Set((await retrieval.listDocuments()).map(({ id }) => id));
  const wanted = chosen.filter(({ accession }) => !stored.has(accession));
  const bytes = wanted.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const alreadyThere = chosen.length - wanted.length;
  yield { kind: "planned", company: { name, formerNames }, filings: wanted.length, alreadyThere, bytes, newest };

  const ticker = company.ticker ?? tickers[0];
  for (const filing of wanted) {
    signal?.throwIfAborted();
    try {
      const text = await client.openFiling(company.cik, filing.accession, signal);
      const parsed = await readDocument(text, {
        fileName: `${filing.accession}.txt`,
        accession: filing.accession,
        form: filing.form,
        filed: filing.filed,
        cik: company.cik,
        ...(filing.periodEnd === null ? {} : { periodEnd: filing.periodEnd }),
        ...(ticker === undefined ? {} : { ticker }),
      });
      const added = { ...(await retrieval.addDocument(parsed)), warnings: parsed.warnings };
      yield { kind: "added", filing, added };
    } catch (error) {
      // Without EDGAR the next filing fails as well; a filing we cannot read does not hold up the others.
      if (error instanceof ShutOutError || error instanceof EdgarUnreachableError || !isAppError(error)) throw error;
      yield { kind: "failed", filing, why: error.message };
    }
  }
}

const mostFormsNamed = 8;

function commonest(listed: readonly ListedFiling[]): string[] {
  const counts = new Map<string, number>();
  for (const { form } of listed) counts.set(form, (counts.get(form) ?? 0) + 1);
  const forms = [...counts].sort(([, a], [, b]) => b - a).map(([form]) => form);
  return forms.length > mostFormsNamed ? [...forms.slice(0, mostFormsNamed), "…"] : forms;
}
