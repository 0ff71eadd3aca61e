import { z } from "zod";
import { conceptIdSchema, unitKindSchema } from "./concept";
import { isoDateSchema } from "./dates";
import { evidenceSchema, citationSchema } from "./evidence";
import { factChangeSchema } from "./fact-history";
import { factSchema } from "./document";
import { richTextSchema } from "./rich-text";
import { severitySchema } from "./finding";

/** A row of the model, as little of it as evidence needs: label, periods and values; no formulas, no other cells. */
export const rowForEvidenceSchema = z.object({
  /** The caller's own key; comes back with the answer. */
  key: z.string().max(200),
  sheet: z.string().max(255),
  label: z.string().max(500),
  concept: conceptIdSchema.nullable(),
  unit: unitKindSchema,
  /** 1, 1e3, 1e6, 1e9; null where the model does not say. */
  scale: z.number().nullable(),
  values: z
    .array(
      z.object({
        address: z.string().max(20),
        period: z.string().max(60),
        year: z.number().int().nullable(),
        /** 1-4 for a quarter, null for a year. */
        quarter: z.number().int().min(1).max(4).nullable(),
        endDate: isoDateSchema.nullable(),
        phase: z.enum(["actual", "forecast", "unknown"]),
        value: z.number(),
        /** The model calculates it: where it is off, look at what it is calculated from. */
        calculated: z.boolean().optional(),
      }),
    )
    .max(60),
});
export type RowForEvidence = z.infer<typeof rowForEvidenceSchema>;

/** POST /api/evidence */
export const evidenceRequestSchema = z.object({
  company: z.string().max(200).nullable(),
  asOf: isoDateSchema.nullable(),
  rows: z.array(rowForEvidenceSchema).max(200),
});
export type EvidenceRequest = z.infer<typeof evidenceRequestSchema>;

/** One cell of history held against the fact it should be. */
export const tickSchema = z.object({
  key: z.string(),
  sheet: z.string(),
  address: z.string(),
  modelValue: z.number(),
  fact: factSchema,
  /** In the model's own scale and sign. */
  factValue: z.number(),
  verdict: z.enum(["ties", "differs", "differs-in-sign", "differs-in-scale"]),
  /** The fact was reported differently in an earlier filing. */
  restated: z.boolean(),
  /** What kind of change the newest was; left out where it was not, or nobody looked. */
  change: factChangeSchema.optional(),
  citation: citationSchema,
});
export type Tick = z.infer<typeof tickSchema>;

/** A comment that only evidence could make: history that does not tie, an assumption outside what was reported or guided. */
export const evidenceCommentSchema = z.object({
  key: z.string(),
  rule: z.string(),
  severity: severitySchema,
  confidence: z.number(),
  sheet: z.string(),
  cells: z.array(z.string()).min(1),
  title: z.string(),
  comment: richTextSchema,
  citations: z.array(citationSchema),
});
export type EvidenceComment = z.infer<typeof evidenceCommentSchema>;

export const evidenceResponseSchema = z.object({
  company: z.string().nullable(),
  /** Why there is no evidence, in one sentence for the analyst; null where there is. */
  note: z.string().nullable(),
  ticks: z.array(tickSchema),
  comments: z.array(evidenceCommentSchema),
  /** Passages a row may be read beside, best first, by row key. */
  passages: z.array(z.object({ key: z.string(), evidence: z.array(evidenceSchema) })),
});
export type EvidenceResponse = z.infer<typeof evidenceResponseSchema>;
