import { type AppError, isAppError } from "../../contracts/app-error";
import { type AddedFiling } from "../../server/services/added-filing";
import { type FilingHints, type Services } from "../../server/services/services";
import { countOf } from "../count-of";
import { inflatedSize } from "../inflated-size";
import { type Output } from "../output";
import { Pace } from "../pace";

export interface AddedFiles {
  readonly added: readonly AddedFiling[];
  readonly failed: readonly { readonly file: string; readonly why: string }[];
}

/** Adds files one after another and says after each how far it is; one of several that cannot be read does not hold up the others. */
export async function addFiles(
  files: readonly string[],
  hints: FilingHints,
  services: Services,
  output: Output,
): Promise<AddedFiles> {
  const sizes: number[] = [];
  for (const file of files) sizes.push(await inflatedSize(file));
  const pace = new Pace(performance.now());
  pace.plan(
    files.length,
    sizes.reduce((sum, size) => sum + size, 0),
  );
  const added: AddedFiling[] = [];
  const failed: { file: string; why: string }[] = [];
  for (const [index, file] of files.entries()) {
    const result = await services.addFiling(file, hints).catch((error: unknown) => {
      if (files.length > 1 && concernsOneFile(error)) return error;
      throw error;
    });
    const step = files.length === 1 ? "1 of 1" : pace.step(sizes[index]!);
    if (isAppError(result)) {
      failed.push({ file, why: result.message });
      output.message(`${step}: not added. ${result.message}`);
      continue;
    }
    added.push(result);
    output.message(`${step}: ${describe(result)}`);
    for (const note of [...result.warnings, ...whatIsMissing(result)]) output.message(`   note: ${note}`);
  }
  return { added, failed };
}

/** What is wrong with a database is wrong for the next file as well. */
function concernsOneFile(error: unknown): error is AppError {
  return isAppError(error) && (error.code.startsWith("filings/") || error.code === "server/cannot-read-file");
}

/** What a question will need and only the reader can say. */
function whatIsMissing({ document, outcome }: AddedFiling): string[] {
  if (outcome === "already-there") return [];
  const isFiling = document.form !== "note" && document.form !== "transcript";
  return [
    ...(document.company === null ? ["no company stated; give --company"] : []),
    ...(document.filed !== null ? [] : [isFiling ? "no filing date; give --filed" : "no day stated; give --date"]),
  ];
}

function describe({ document, outcome, passages, facts }: AddedFiling): string {
  const what = [document.company, document.form, document.periodEnd].filter(Boolean).join(" ");
  const done = { added: "added", "already-there": "already there", replaced: "replaced" }[outcome];
  return `${document.id}${what === "" ? "" : ` (${what})`}: ${done}, ${countOf(passages, "passage")}, ${countOf(facts, "fact")}`;
}
