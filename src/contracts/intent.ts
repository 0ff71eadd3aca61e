import { z } from "zod";
import { conceptIdSchema, statementSchema } from "./concept";
import { isoDateSchema } from "./dates";

/** A span of time a question names, as dates where they are known and as fiscal labels where not. */
export const periodAskedSchema = z.object({
  /** As understood: "FY2024", "Q2 2023", "latest". */
  label: z.string(),
  kind: z.enum(["year", "quarter", "half", "instant", "range", "latest"]),
  fiscalYear: z.number().int().nullable(),
  quarter: z.number().int().min(1).max(4).nullable(),
  start: isoDateSchema.nullable(),
  end: isoDateSchema.nullable(),
});
export type PeriodAsked = z.infer<typeof periodAskedSchema>;

/** The parts of an intent a reader can set. */
export const intentPartSchema = z.enum([
  "companies",
  "periods",
  "forms",
  "statements",
  "items",
  "concepts",
  "kind",
  "as-of",
]);
export type IntentPart = z.infer<typeof intentPartSchema>;

/** What a question is about. Shown to the user and kept in every trace. */
export const questionIntentSchema = z.object({
  companies: z.array(z.object({ name: z.string(), matched: z.string().nullable() })),
  periods: z.array(periodAskedSchema),
  forms: z.array(z.string()),
  statements: z.array(statementSchema),
  /** Items a question points at: "1A" for risks, "7" for reasons. */
  items: z.array(z.string()),
  concepts: z.array(conceptIdSchema),
  kind: z.enum(["number", "trend", "reason", "risk", "guidance", "comparison", "definition", "open"]),
  asOf: isoDateSchema.nullable(),
  /** The words searched for, after what was understood is taken away. */
  terms: z.array(z.string()),
  /**
   * Words that no name, period, concept or everyday phrase explains: they may narrow or change what is asked, so a
   * figure of the company as a whole must not answer alone. Left out where nobody looked.
   */
  unexplained: z.array(z.string()).optional(),
  /** Whether the selected cells are meant; left out where nobody looked. */
  aboutSelection: z.boolean().optional(),
  /** Parts the reader set, so that nobody takes them for what the question says; left out where there are none. */
  edited: z.array(intentPartSchema).optional(),
});
export type QuestionIntent = z.infer<typeof questionIntentSchema>;

/** An intent as a reader sends it back: the same, held to sizes that no question reaches. */
export const sentIntentSchema = questionIntentSchema.extend({
  companies: z.array(z.object({ name: z.string().max(200), matched: z.string().max(200).nullable() })).max(20),
  periods: z.array(periodAskedSchema.extend({ label: z.string().max(60) })).max(40),
  forms: z.array(z.string().max(30)).max(20),
  items: z.array(z.string().max(20)).max(20),
  concepts: z.array(conceptIdSchema.max(100)).max(40),
  terms: z.array(z.string().max(4000)).max(2000),
  unexplained: z.array(z.string().max(4000)).max(2000).optional(),
});

/** What a part of an intent could be changed to: only what is on file and was known on the as-of day. */
export const intentChoicesSchema = z.object({
  companies: z.array(z.string()),
  periods: z.array(periodAskedSchema),
  forms: z.array(z.string()),
});
export type IntentChoices = z.infer<typeof intentChoicesSchema>;
