import { isAppError } from "../../contracts/app-error";
import { type IsoDate } from "../../contracts/dates";
import { chooseFilings, isOfForm, usualForms } from "../../edgar/choose-filings";
import { type EdgarClient } from "../../edgar/edgar-client";
import { EdgarUnreachableError, NoSuchFormError, ShutOutError } from "../../edgar/edgar-errors";
import { type ListedFiling } from "../../edgar/read-submissions";
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
  | { readonly kind: "planned"; readonly filings: number; readonly alreadyThere: number; readonly bytes: number }
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
  const listed = await client.listFilings(company.cik, request.since, signal);
  const forms = request.forms.length === 0 ? usualForms : request.forms;
  if (!listed.some(({ form }) => forms.some((asked) => isOfForm(form, asked)))) {
    throw new NoSuchFormError(company.name ?? `CIK ${Number(company.cik)}`, forms, commonest(listed));
  }
  const chosen = chooseFilings(listed, { ...request, forms });
  const stored = new Set((await retrieval.listDocuments()).map(({ id }) => id));
  const wanted = chosen.filter(({ accession }) => !stored.has(accession));
  const bytes = wanted.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  yield { kind: "planned", filings: wanted.length, alreadyThere: chosen.length - wanted.length, bytes };

  for (const filing of wanted) {
    try {
      const text = await client.openFiling(company.cik, filing.accession, signal);
      const parsed = await readDocument(text, {
        fileName: `${filing.accession}.txt`,
        accession: filing.accession,
        form: filing.form,
        filed: filing.filed,
        cik: company.cik,
        ...(filing.periodEnd === null ? {} : { periodEnd: filing.periodEnd }),
        ...(company.ticker === null ? {} : { ticker: company.ticker }),
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
