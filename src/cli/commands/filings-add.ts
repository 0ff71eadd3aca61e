import { existsSync } from "node:fs";
import { type FilingHints } from "../../server/services/services";
import { type IsoDate } from "../../contracts/dates";
import { SomeFilesFailedError, SomeFilingsFailedError, UsageError } from "../cli-errors";
import { countOf } from "../count-of";
import { findFiles, type FoundFiles, type PassedOver } from "../find-files";
import { leaveOutRepeats } from "../leave-out-repeats";
import { type Output } from "../output";
import { untilStopped } from "../until-stopped";
import { withServices } from "../with-services";
import { addFiles } from "./add-files";
import {
  describeFetched,
  fetchFilings,
  looksLikeCompany,
  readChoice,
  type FetchedCompany,
  type FilingsFetchOptions,
} from "./filings-fetch";

export interface FilingsAddOptions extends FilingsFetchOptions {
  readonly data?: string;
  readonly company?: string;
  readonly ticker?: string;
  readonly period?: IsoDate;
  readonly filed?: IsoDate;
  /** Of a note or a call: when it was written or held; the same as `filed` of a filing. */
  readonly date?: IsoDate;
}

/** Adds files, folders and companies (their filings at EDGAR), one after another; what cannot be read is said at the end with its reason. */
export async function addFilings(given: readonly string[], options: FilingsAddOptions, output: Output): Promise<void> {
  // What exists is a file, whatever its name: nobody is to ask the network by mistake.
  const companies = given.filter((one) => !existsSync(one) && looksLikeCompany(one));
  const found = await findFiles(given.filter((one) => !companies.includes(one)));
  const { files, repeats, nameTaken } = await leaveOutRepeats(found.files);
  if (companies.length > 0 && files.length > 0)
    throw new UsageError("Give either files or companies, not both at once.");
  if (companies.length === 0 && (options.since !== undefined || options.newest !== undefined)) {
    throw new UsageError(
      "--since and --newest choose among a company's filings; give a ticker or a CIK number with them.",
    );
  }
  if (companies.length > 0) return addCompanies(companies, options, output);
  const filed = options.filed ?? options.date;
  if (files.length > 1 && (options.form !== undefined || options.period !== undefined || filed !== undefined)) {
    throw new UsageError("--form, --period, --filed and --date describe one file; give one file with them.");
  }
  const hints: FilingHints = {
    ...(options.company === undefined ? {} : { company: options.company }),
    ...(options.ticker === undefined ? {} : { ticker: options.ticker }),
    ...(options.form === undefined ? {} : { form: options.form }),
    ...(options.period === undefined ? {} : { periodEnd: options.period }),
    ...(filed === undefined ? {} : { filed }),
  };
  await withServices(options.data, async (services) => {
    if (found.folders > 0) output.message(describeFound(found));
    const outcome = await addFiles(files, hints, services, output);
    const failed = [...nameTaken, ...outcome.failed];
    const passedOver = [...found.passedOver, ...repeats];
    const wanted = files.length + nameTaken.length;
    output.result({ added: outcome.added, failed, passedOver }, () =>
      [
        ...describePassedOver(passedOver),
        ...failed.map(({ file, why }) => `Not added: ${file}. ${why}`),
        `${outcome.added.length} of ${countOf(wanted, "file")} ${wanted === 1 ? "is" : "are"} in the store.`,
      ].join("\n"),
    );
    if (failed.length > 0) throw new SomeFilesFailedError(failed.length, wanted);
  });
}

/** One company after another; what goes wrong with one does not keep the others from being fetched. */
async function addCompanies(companies: readonly string[], options: FilingsAddOptions, output: Output): Promise<void> {
  const choice = readChoice(options);
  await withServices(options.data, async (services) => {
    const fetched: FetchedCompany[] = [];
    await untilStopped(async (signal) => {
      for (const company of companies) fetched.push(await fetchFilings(company, choice, services, output, signal));
    });
    const document = fetched.map((each) => ({ ...each, failed: each.failed?.message ?? null }));
    output.result({ added: fetched.flatMap(({ added }) => added), companies: document }, () =>
      fetched.map(describeFetched).join("\n"),
    );
    const failing = fetched.filter(({ failed, notAdded }) => failed !== null || notAdded.length > 0);
    const [first] = failing;
    if (first === undefined) return;
    if (first.failed !== null && companies.length === 1) throw first.failed;
    for (const { company, failed } of failing) if (failed !== null) output.message(`${company}: ${failed.message}`);
    throw new SomeFilingsFailedError(failing.map(({ company }) => company));
  });
}

function describeFound({ files, passedOver, folders }: FoundFiles): string {
  const rest = passedOver.length === 0 ? "" : `; ${passedOver.length} passed over`;
  return `${countOf(files.length, "file")} in ${countOf(folders, "folder")}${rest}.`;
}

/** So many are named of a kind; --json has all. */
const mostNamed = 5;

/** By reason: a folder may hold a thousand pictures. */
function describePassedOver(passedOver: readonly PassedOver[]): string[] {
  const byReason = new Map<string, string[]>();
  for (const { file, why } of passedOver) byReason.set(why, [...(byReason.get(why) ?? []), file]);
  return [...byReason].map(([why, files]) => {
    const rest = files.length > mostNamed ? ` and ${files.length - mostNamed} more` : "";
    return `Passed over: ${files.slice(0, mostNamed).join(", ")}${rest}: ${why}.`;
  });
}
