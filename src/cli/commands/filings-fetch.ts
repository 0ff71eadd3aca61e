import { type AppError, isAppError } from "../../contracts/app-error";
import { type IsoDate } from "../../contracts/dates";
import { type EdgarProgress, type EdgarRequest } from "../../server/services/add-from-edgar";
import { type AddedFiling } from "../../server/services/added-filing";
import { type Services } from "../../server/services/services";
import { StoppedError, UsageError } from "../cli-errors";
import { type Output } from "../output";
import { Pace } from "../pace";
import { sayRemark } from "../say-remark";

export interface FilingsFetchOptions {
  /** "10-K,10-Q". */
  readonly form?: string;
  readonly since?: IsoDate;
  readonly newest?: number;
}

/** What became of a company's filings. */
export interface FetchedCompany {
  readonly company: string;
  readonly added: readonly AddedFiling[];
  readonly alreadyThere: number;
  readonly notAdded: readonly { readonly accession: string; readonly why: string }[];
  /** Why nothing, or nothing more, could be fetched. */
  readonly failed: AppError | null;
}

/** A ticker ("AAPL", "BRK.B") or a CIK number, not a path. */
export function looksLikeCompany(given: string): boolean {
  return /^(?:[A-Za-z]{1,5}(?:[.-][A-Za-z]{1,3})?|(?:CIK)?\d{1,10})$/i.test(given);
}

/** Which filings are wanted, once for all companies. Throws `cli/usage`. */
export function readChoice(options: FilingsFetchOptions): Omit<EdgarRequest, "company"> {
  const today = new Date().toISOString().slice(0, 10);
  if (options.since !== undefined && options.since > today) {
    throw new UsageError(`Nothing is filed since ${options.since} yet: that day is still to come.`);
  }
  const forms = options.form?.split(",").map((form) => form.trim());
  if (forms?.some((form) => form === "") === true) {
    throw new UsageError(`--form "${options.form!}" names no form; give 10-K, or several as in 10-K,10-Q.`);
  }
  return { forms: forms ?? [], since: options.since ?? null, newest: options.newest ?? null };
}

/**
 * Fetches a company's filings into the store, and says after each how fast it goes and how long it will take.
 * Throws `cli/stopped` where the reader stops it; what else goes wrong is part of what became of it.
 */
export async function fetchFilings(
  company: string,
  choice: Omit<EdgarRequest, "company">,
  services: Services,
  output: Output,
  signal: AbortSignal,
): Promise<FetchedCompany> {
  const name = company.toUpperCase();
  const say = (text: string): void => output.message(`${name}: ${text}`);
  const added: AddedFiling[] = [];
  const notAdded: { accession: string; why: string }[] = [];
  const pace = new Pace(performance.now());
  let alreadyThere = 0;
  let failed: AppError | null = null;
  try {
    const run = services.addFromEdgar({ company, ...choice }, (remark) => say(sayRemark(remark)), signal);
    for await (const progress of run) {
      if (progress.kind === "planned") {
        alreadyThere = progress.alreadyThere;
        pace.plan(progress.filings, progress.bytes);
        say(describePlan(progress, choice.since));
        continue;
      }
      say(describeStep(progress, pace));
      if (progress.kind === "added") added.push(progress.added);
      else notAdded.push({ accession: progress.filing.accession, why: progress.why });
    }
  } catch (error) {
    if (signal.aborted) throw new StoppedError(name, added.length, pace.total);
    // Nobody said who asks: that is the same for every company.
    if (!isAppError(error) || error.code === "edgar/no-user-agent") throw error;
    failed = error;
  }
  return { company: name, added, alreadyThere, notAdded, failed };
}

type Planned = Extract<EdgarProgress, { kind: "planned" }>;

function describePlan({ company, filings, alreadyThere, bytes, newest }: Planned, since: IsoDate | null): string {
  const former = company.formerNames[0];
  const until = former === undefined || former.until === null ? "" : ` until ${former.until}`;
  const name = former === undefined ? company.name : `${company.name} (formerly ${former.name}${until})`;
  if (filings > 0) {
    const there = alreadyThere === 0 ? "" : `; ${alreadyThere} are in the store already`;
    return `${name}: ${countFilings(filings)} to fetch, ${showBytes(bytes)}${there}.`;
  }
  const last = `the newest is the ${newest.form} filed ${newest.filed}`;
  return alreadyThere > 0
    ? `${name}: nothing new, ${alreadyThere === 1 ? "the one filing asked for is" : `all ${alreadyThere} filings asked for are`} in the store; ${last}.`
    : `${name}: nothing asked for is filed since ${since ?? "ever"}; ${last}.`;
}

function describeStep(progress: Exclude<EdgarProgress, Planned>, pace: Pace): string {
  const { form, filed, accession, sizeBytes } = progress.filing;
  const name = `${form} filed ${filed} (${accession})`;
  const step = pace.step(sizeBytes);
  if (progress.kind === "failed") return `${name}: not added. ${progress.why} [${step}]`;
  const { passages, facts, warnings } = progress.added;
  const warned = warnings.length === 0 ? "" : `; note: ${warnings.join("; ")}`;
  return `${name}: ${passages} passages, ${facts} facts${warned} [${step}]`;
}

/** One line of what became of a company, for the end. */
export function describeFetched({ company, added, alreadyThere, notAdded, failed }: FetchedCompany): string {
  const forms = new Map<string, number>();
  for (const { document } of added) forms.set(document.form ?? "?", (forms.get(document.form ?? "?") ?? 0) + 1);
  const counts = [...forms].map(([form, count]) => `${count} ${form}`).join(", ");
  return [
    `${company}: ${added.length === 0 ? "no filings" : countFilings(added.length)} added${counts === "" ? "" : ` (${counts})`}`,
    ...(alreadyThere === 0 ? [] : [`${alreadyThere} in the store before`]),
    ...(notAdded.length === 0 ? [] : [`${notAdded.length} not added`]),
    ...(failed === null || added.length === 0 ? [] : ["the rest not fetched"]),
  ].join(", ");
}

function countFilings(count: number): string {
  return `${count} ${count === 1 ? "filing" : "filings"}`;
}

function showBytes(bytes: number): string {
  return bytes < 1e6 ? `${Math.ceil(bytes / 1e3)} kB` : `${(bytes / 1e6).toFixed(0)} MB`;
}
