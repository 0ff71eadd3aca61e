import { z } from "zod";
import { isoDateSchema } from "../contracts/dates";
import { BadBatchLineError } from "./cli-errors";
import { readFileBytes } from "./read-file-bytes";

const batchLineSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  query: z.string().min(1),
  document: z.string().optional(),
  company: z.string().optional(),
  asOf: isoDateSchema.optional(),
});
export type BatchLine = z.infer<typeof batchLineSchema>;

const largestBatchBytes = 100_000_000;

/** The questions of a batch file, one JSON object a line; blank lines are passed over. */
export async function readBatch(file: string): Promise<BatchLine[]> {
  const text = new TextDecoder().decode(await readFileBytes(file, largestBatchBytes));
  return text.split(/\r?\n/).flatMap((line, index) => (line.trim() === "" ? [] : [readLine(file, index + 1, line)]));
}

function readLine(file: string, number: number, line: string): BatchLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new BadBatchLineError(file, number, "it is not JSON");
  }
  const parsed = batchLineSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new BadBatchLineError(file, number, `${issue.path.join(".") || "the line"} ${issue.message}`);
}
