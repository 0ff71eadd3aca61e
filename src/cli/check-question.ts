import { type z } from "zod";
import { BadQuestionError } from "./cli-errors";

/** What is asked, held to the limits that the HTTP face has, too. Throws `cli/bad-question`. */
export function checkQuestion<Request>(schema: z.ZodType<Request>, request: Request): Request {
  const parsed = schema.safeParse(request);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new BadQuestionError(String(issue.path[0] ?? "question"), issue.message);
}
