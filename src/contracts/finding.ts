import { z } from "zod";
import { citationSchema } from "./evidence";
import { richTextSchema } from "./rich-text";

export const severitySchema = z.enum(["high", "medium", "low"]);
export type Severity = z.infer<typeof severitySchema>;

/** What a finding moves: an output of the model that depends on its cells. */
export const consequenceSchema = z.object({
  /** Labels of outputs downstream, nearest first. */
  outputs: z.array(z.object({ label: z.string(), sheet: z.string(), address: z.string() })),
  /** How many formula cells depend on the finding's cells. */
  dependents: z.number().int().nonnegative(),
});
export type Consequence = z.infer<typeof consequenceSchema>;

export const dispositionSchema = z.enum(["open", "not-interesting", "considering", "done"]);
export type Disposition = z.infer<typeof dispositionSchema>;

export const findingSchema = z.object({
  /** Stable over inserted rows and reruns: rule and the meaning of its place. */
  id: z.string(),
  rule: z.string(),
  severity: severitySchema,
  /** 0..1 */
  confidence: z.number().min(0).max(1),
  sheet: z.string(),
  /** A1 ranges on `sheet`. */
  cells: z.array(z.string()).min(1),
  /** The same on other sheets: a copied template repeats its slips. */
  alsoAt: z.array(z.object({ sheet: z.string(), cells: z.string() })).optional(),
  title: z.string(),
  /** What it is, where, why it matters, what would make it right, how sure. No rule ids. */
  comment: richTextSchema,
  consequence: consequenceSchema,
  /** Changes when a cell it read changes: then the finding is stale. */
  fingerprint: z.string(),
  /** Filing passages beside it, joined after the audit. */
  citations: z.array(citationSchema),
});
export type Finding = z.infer<typeof findingSchema>;

export const reviewStatsSchema = z.object({
  cells: z.number().int(),
  formulas: z.number().int(),
  ms: z.number(),
  /** Formulas we could not read; they are left out of every rule and said so. */
  unreadFormulas: z.number().int(),
  /** How much of the workbook has a name for us, in a sentence: a short review must not pass for a clean model. */
  understood: z.string(),
});

export const reviewSchema = z.object({
  workbook: z.string(),
  company: z.string().nullable(),
  stats: reviewStatsSchema,
  /** Ranked: consequence, then severity, then confidence. */
  findings: z.array(findingSchema),
});
export type Review = z.infer<typeof reviewSchema>;
