import { z } from "zod";
import { isoDateSchema } from "./dates";
import { documentRefSchema } from "./document";

/** What one filing says of one thing: a concept of the company (or of a part of it) in one period. */
export const factReportSchema = z.object({
  /** Null where the report is EDGAR's word and its filing is not stored. */
  factId: z.string().nullable(),
  /** Tagged by the filer, or read by us from a table that nobody tagged. */
  source: z.enum(["tagged", "read"]),
  concept: z.string(),
  unit: z.string().nullable(),
  start: isoDateSchema.nullable(),
  end: isoDateSchema.nullable(),
  dimensions: z.record(z.string(), z.string()),
  value: z.number(),
  decimals: z.union([z.number().int(), z.literal("INF"), z.null()]),
  passageId: z.string().nullable(),
  document: documentRefSchema,
});
export type FactReport = z.infer<typeof factReportSchema>;

/**
 * rounding: the same figure to other digits; split: share counts and per-share figures moved by one ratio; sign, scale:
 * the same digits otherwise; correction: one filing tagged it wrongly; restatement: the results themselves were
 * reported anew; reclassification: the total stands and its parts moved; reading: one of the two was read by us and not
 * tagged, which is no change of the filer's; unclear: nothing on file tells restatement and reclassification apart.
 */
export const factChangeKindSchema = z.enum([
  "rounding",
  "split",
  "sign",
  "scale",
  "correction",
  "restatement",
  "reclassification",
  "reading",
  "unclear",
]);
export type FactChangeKind = z.infer<typeof factChangeKindSchema>;

/** What a person calls each, after "changed since by". */
export const changeNames: Readonly<Record<FactChangeKind, string>> = {
  rounding: "rounding",
  split: "a split of the shares",
  sign: "a turn of its sign",
  scale: "a change of its scale",
  correction: "a correction of its tag",
  restatement: "a restatement",
  reclassification: "a reclassification",
  reading: "a difference between what was tagged and what was read",
  unclear: "a change that the filings on file do not explain",
};

/** How a figure became another from one filing to the next. */
export const factChangeSchema = z.object({
  kind: factChangeKindSchema,
  /** Shares after for one before: 4 for a 4-for-1 split, 0.1 for 1-for-10; null for what is no split. */
  ratio: z.number().nullable(),
  /** What tells that it is this, in one sentence without figures. */
  reason: z.string(),
});
export type FactChange = z.infer<typeof factChangeSchema>;

/** One thing through all filings that state it, in the order they were filed. */
export const factHistorySchema = z.object({
  concept: z.string(),
  unit: z.string().nullable(),
  start: isoDateSchema.nullable(),
  end: isoDateSchema.nullable(),
  dimensions: z.record(z.string(), z.string()),
  /** One for each filing; the last is what is known. */
  reports: z.array(factReportSchema).min(1),
  /** Between neighbours whose values differ: `at` is the index of the later report. */
  changes: z.array(z.object({ at: z.number().int().positive(), change: factChangeSchema })),
});
export type FactHistory = z.infer<typeof factHistorySchema>;
