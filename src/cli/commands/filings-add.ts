import { readdir, stat } from "node:fs/promises";
import path from "node:path";
import { type AddedFiling, type FilingHints } from "../../server/services/services";
import { type IsoDate } from "../../contracts/dates";
import { CannotReadError, UsageError } from "../cli-errors";
import { type Output } from "../output";
import { withServices } from "../with-services";

export interface FilingsAddOptions {
  readonly data?: string;
  readonly company?: string;
  readonly ticker?: string;
  readonly form?: string;
  readonly period?: IsoDate;
  readonly filed?: IsoDate;
}

/** Reads filings into the store, one after another; a file that fails names itself and ends the command. */
export async function addFilings(paths: readonly string[], options: FilingsAddOptions, output: Output): Promise<void> {
  const files = (await Promise.all(paths.map(filesAt))).flat();
  if (files.length > 1 && (options.form !== undefined || options.period !== undefined || options.filed !== undefined)) {
    throw new UsageError("--form, --period and --filed describe one file; give one file with them.");
  }
  const hints: FilingHints = {
    ...(options.company === undefined ? {} : { company: options.company }),
    ...(options.ticker === undefined ? {} : { ticker: options.ticker }),
    ...(options.form === undefined ? {} : { form: options.form }),
    ...(options.period === undefined ? {} : { periodEnd: options.period }),
    ...(options.filed === undefined ? {} : { filed: options.filed }),
  };
  await withServices(options.data, async (services) => {
    const added: AddedFiling[] = [];
    for (const [index, file] of files.entries()) {
      const result = await services.addFiling(file, hints);
      added.push(result);
      output.message(`${index + 1} of ${files.length}: ${describe(result)}`);
      for (const warning of result.warnings) output.message(`   note: ${warning}`);
    }
    output.result({ added }, () => `${added.length} of ${files.length} files are in the store.`);
  });
}

function describe({ document, outcome, passages, facts }: AddedFiling): string {
  const what = [document.company, document.form, document.periodEnd].filter(Boolean).join(" ");
  const done = { added: "added", "already-there": "already there", replaced: "replaced" }[outcome];
  return `${document.id} (${what}): ${done}, ${passages} passages, ${facts} facts`;
}

async function filesAt(given: string): Promise<string[]> {
  const found = await stat(given).catch(() => null);
  if (found === null)
    throw new CannotReadError(given, "there is no such file. Give the path of a filing's .htm, .html or .txt file");
  if (!found.isDirectory()) return [given];
  const names = await readdir(given);
  const files = names.filter((name) => /\.(htm|html|xhtml|txt)(\.gz)?$/i.test(name)).sort();
  if (files.length === 0) throw new CannotReadError(given, "the folder holds no .htm, .html or .txt file");
  return files.map((name) => path.join(given, name));
}
