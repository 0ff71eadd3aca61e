import { z } from "zod";
import { isoDateSchema } from "../contracts/dates";
import { BadBatchLineError } from "./cli-errors";
import { readFileBytes } from "./read-file-bytes";

const text = (name: string) => z.string(`"${name}" is no text`);
const batchLineSchema = z.object(
  {
    id: z
      .union([z.string(), z.number()], 'it has no "id", a text or a number by which its answer is known')
      .transform(String),
    query: z.string('it has no "query", the text of the question').min(1, 'its "query" is empty'),
    document: text("document").optional(),
    company: text("company").optional(),
    asOf: isoDateSchema.optional(),
  },
  "it is no JSON object",
);
export type BatchLine = z.infer<typeof batchLineSchema>;

/** A line that can be asked, or why it cannot; the id where it has one. */
export type BatchEntry =
  | { readonly kind: "line"; readonly line: BatchLine }
  | { readonly kind: "unusable"; readonly id: string | null; readonly error: BadBatchLineError };

const largestBatchBytes = 100_000_000;

/** The lines of a batch file, one JSON object a line; blank lines are passed over. */
export async function readBatch(file: string): Promise<BatchEntry[]> {
  const text = new TextDecoder().decode(await readFileBytes(file, largestBatchBytes));
  return text.split(/\r?\n/).flatMap((line, index) => (line.trim() === "" ? [] : [readLine(file, index + 1, line)]));
}

function readLine(file: string, number: number, text: string): BatchEntry {
  const unusable = (id: string | null, why: string): BatchEntry => ({
    kind: "unusable",
    id,
    error: new BadBatchLineError(file, number, why),
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return unusable(null, "it is not JSON");
  }
  const parsed = batchLineSchema.safeParse(value);
  if (parsed.success) return { kind: "line", line: parsed.data };
  const issue = parsed.error.issues[0]!;
  const id = batchLineSchema.pick({ id: true }).safeParse(value).data?.id ?? null;
  return unusable(id, issue.path[0] === "asOf" ? `its "asOf" does not do: ${issue.message}` : issue.message);
}
