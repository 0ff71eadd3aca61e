import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { type FilingHints } from "../../server/services/services";
import { type IsoDate } from "../../contracts/dates";
import { CannotReadError, SomeFilesFailedError, SomeFilingsFailedError, UsageError } from "../cli-errors";
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
  const files = (await Promise.all(given.filter((one) => !companies.includes(one)).map(filesAt))).flat();
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
    const { added, failed } = await addFiles(files, hints, services, output);
    output.result({ added, failed }, () =>
      [
        ...failed.map(({ file, why }) => `Not added: ${file}. ${why}`),
        `${added.length} of ${files.length} files are in the store.`,
      ].join("\n"),
    );
    if (failed.length > 0) throw new SomeFilesFailedError(failed.length, files.length);
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
    const [first, ...rest] = failing;
    if (first === undefined) return;
    if (first.failed !== null && rest.length === 0) throw first.failed;
    for (const { company, failed } of failing) if (failed !== null) output.message(`${company}: ${failed.message}`);
    throw new SomeFilingsFailedError(failing.map(({ company }) => company));
  });
}

async function filesAt(given: string): Promise<string[]> {
  const found = await stat(given).catch(() => null);
  if (found === null)
    throw new CannotReadError(
      given,
      "there is no such file. Give the path of a filing's .htm, .html, .txt or .pdf file, of a note (.docx, .md, .txt), a ticker or a CIK number",
    );
  if (!found.isDirectory()) return [given];
  const names = await readdir(given);
  const files = names
    .filter((name) => /\.(htm|html|xhtml|txt|pdf|xml|md|markdown|docx|json)(\.gz)?$/i.test(name))
    .sort();
  if (files.length === 0)
    throw new CannotReadError(given, "the folder holds no .htm, .html, .txt, .pdf, .docx or .md file");
  return files.map((name) => path.join(given, name));
}
