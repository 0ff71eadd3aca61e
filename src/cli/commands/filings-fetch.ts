import { type IsoDate } from "../../contracts/dates";
import { type EdgarProgress, type EdgarRequest } from "../../server/services/add-from-edgar";
import { type AddedFiling } from "../../server/services/added-filing";
import { type Services } from "../../server/services/services";
import { SomeFilingsFailedError, UsageError } from "../cli-errors";
import { type Output } from "../output";
import { Pace } from "../pace";

export interface FilingsFetchOptions {
  /** "10-K,10-Q". */
  readonly form?: string;
  readonly since?: IsoDate;
  readonly newest?: number;
}

/** A ticker ("AAPL", "BRK.B") or a CIK number, not a path. */
export function looksLikeCompany(given: string): boolean {
  return /^(?:[A-Za-z]{1,5}(?:[.-][A-Za-z]{1,3})?|(?:CIK)?\d{1,10})$/i.test(given);
}

/** Fetches a company's filings into the store, and says after each how fast it goes and how long it will take. */
export async function fetchFilings(
  company: string,
  options: FilingsFetchOptions,
  services: Services,
  output: Output,
): Promise<AddedFiling[]> {
  const today = new Date().toISOString().slice(0, 10);
  if (options.since !== undefined && options.since > today) {
    throw new UsageError(`Nothing is filed since ${options.since} yet: that day is still to come.`);
  }
  const forms = options.form?.split(",").map((form) => form.trim());
  if (forms?.some((form) => form === "") === true) {
    throw new UsageError(`--form "${options.form!}" names no form; give 10-K, or several as in 10-K,10-Q.`);
  }
  const request: EdgarRequest = {
    company,
    forms: forms ?? [],
    since: options.since ?? null,
    newest: options.newest ?? null,
  };
  const added: AddedFiling[] = [];
  const pace = new Pace(performance.now());
  let failed = 0;
  for await (const progress of services.addFromEdgar(request)) {
    output.message(`${company.toUpperCase()}: ${describe(progress, pace)}`);
    if (progress.kind === "added") added.push(progress.added);
    else if (progress.kind === "failed") failed++;
  }
  if (failed > 0) throw new SomeFilingsFailedError(company, failed, pace.total);
  return added;
}

function describe(progress: EdgarProgress, pace: Pace): string {
  if (progress.kind === "planned") {
    pace.plan(progress.filings, progress.bytes);
    const there = progress.alreadyThere === 0 ? "" : `, ${progress.alreadyThere} already in the store`;
    return `${progress.filings} filings to fetch, ${(progress.bytes / 1e6).toFixed(0)} MB${there}.`;
  }
  const { form, filed, accession, sizeBytes } = progress.filing;
  const name = `${form} filed ${filed} (${accession})`;
  const step = pace.step(sizeBytes);
  if (progress.kind === "failed") return `${name}: not added. ${progress.why} [${step}]`;
  const { passages, facts } = progress.added;
  return `${name}: ${passages} passages, ${facts} facts [${step}]`;
}
