import { type z } from "zod";

export type JsonReply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string };

/** The JSON object of a reply from servers that wrap it in fences, thoughts or pleasantries; validated. */
export function readJsonReply(content: string, schema: z.ZodType): JsonReply {
  const parsed = parseObject(content);
  if (parsed === undefined) return { ok: false, why: "the reply is not one JSON object" };
  const checked = schema.safeParse(parsed);
  if (checked.success) return { ok: true, value: checked.data };
  const issue = checked.error.issues[0];
  const place = issue?.path.map(String).join(".") ?? "";
  return { ok: false, why: `"${place}" does not fit the schema: ${issue?.message ?? "unknown"}` };
}

function parseObject(content: string): unknown {
  const withoutThoughts = content.replace(/^\s*<think>[\s\S]*?<\/think>/, "");
  const from = withoutThoughts.indexOf("{");
  const to = withoutThoughts.lastIndexOf("}");
  if (from < 0 || to < from) return undefined;
  try {
    return JSON.parse(withoutThoughts.slice(from, to + 1)) as unknown;
  } catch {
    return undefined;
  }
}
