import { isAppError } from "../contracts/app-error";
import { BatchFailedError } from "./cli-errors";
import { type Output } from "./output";
import { type BatchLine, readBatch } from "./read-batch";

/**
 * One result for each line of the file, in its order and with its id. A line that fails gives {id, error} in its
 * place and the others go on; at the end that is `cli/batch-failed`.
 */
export async function runBatch(
  file: string,
  output: Output,
  run: (line: BatchLine) => Promise<{ readonly id: string }>,
): Promise<void> {
  const entries = await readBatch(file);
  let failed = 0;
  const fail = (id: string | null, { code, message }: { code: string; message: string }): void => {
    failed++;
    output.line({ id, error: { code, message } });
  };
  for (const entry of entries) {
    if (entry.kind === "unusable") {
      fail(entry.id, entry.error);
      continue;
    }
    try {
      output.line(await run(entry.line));
    } catch (error) {
      if (!isAppError(error)) throw error;
      fail(entry.line.id, error);
    }
  }
  if (failed > 0) throw new BatchFailedError(file, failed, entries.length);
}
