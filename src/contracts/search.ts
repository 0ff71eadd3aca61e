import { z } from "zod";
import { isoDateSchema } from "./dates";
import { evidenceSchema } from "./evidence";
import { questionIntentSchema } from "./intent";

/** POST /api/search */
export const searchRequestSchema = z.object({
  query: z.string().min(1, "ask something").max(4000, "a question has at most 4,000 characters"),
  k: z.number().int().min(1).max(100),
  company: z.string().max(200).nullable(),
  documentId: z.string().max(200).nullable(),
  asOf: isoDateSchema.nullable(),
});
export type SearchRequest = z.infer<typeof searchRequestSchema>;

export const searchResponseSchema = z.object({
  intent: questionIntentSchema,
  /** Best first. */
  results: z.array(evidenceSchema),
});
export type SearchResponse = z.infer<typeof searchResponseSchema>;
