import { z } from "zod";
import { isoDateSchema } from "./dates";
import { documentRefSchema } from "./document";

/** GET /api/changes: what an item of a filing says otherwise than an earlier filing of the company did. */
export const filingChangesRequestSchema = z.object({
  /** The later filing's id; null for the newest of the company that has the item. */
  documentId: z.string().max(200).nullable(),
  /** Name, ticker or CIK; null where `documentId` says it. */
  company: z.string().max(200).nullable(),
  /** "1A", "7"; of a 10-Q by its part as well: "I-2", "II-1A". "notes" for the notes to the statements. */
  item: z
    .string()
    .trim()
    .min(1)
    .max(20)
    .regex(/^[\w.-]+$/, "an item is written like 1A, 7 or I-2"),
  /** The earlier filing: its id, or form and year ("10-K-2023"); null for the year before. */
  from: z.string().max(200).nullable(),
  /** The later filing as form and year ("10-K-2024"); null for `documentId` or the newest. */
  to: z.string().max(200).nullable(),
  /** Nothing filed after this day is looked at. */
  asOf: isoDateSchema.nullable(),
});
export type FilingChangesRequest = z.infer<typeof filingChangesRequestSchema>;

export const comparedSentenceSchema = z.object({
  /** Verbatim. */
  text: z.string(),
  /** The passage it begins in. */
  passageId: z.string(),
  /** Span in the document's text. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** Headings above it, outermost first. */
  path: z.array(z.string()),
});
export type ComparedSentence = z.infer<typeof comparedSentenceSchema>;

/** A stretch of a changed sentence: in both, only in the earlier, only in the later one. */
export const wordStretchSchema = z.object({ kind: z.enum(["same", "removed", "added"]), text: z.string() });
export type WordStretch = z.infer<typeof wordStretchSchema>;

export const sentenceChangeSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("added"), later: comparedSentenceSchema }),
  z.object({ kind: z.literal("removed"), earlier: comparedSentenceSchema }),
  /** `figures`: nothing but numbers and dates differs. `moved`: it stands elsewhere as well. */
  z.object({
    kind: z.enum(["changed", "figures"]),
    moved: z.boolean(),
    earlier: comparedSentenceSchema,
    later: comparedSentenceSchema,
    words: z.array(wordStretchSchema),
  }),
  z.object({ kind: z.literal("moved"), earlier: comparedSentenceSchema, later: comparedSentenceSchema }),
]);
export type SentenceChange = z.infer<typeof sentenceChangeSchema>;

/** A heading with what stands under it: a risk factor, a subject of the discussion. */
export const unitChangeSchema = z.object({
  /** reworded: the heading says it otherwise, what stands under it is the same matter. */
  kind: z.enum(["new", "dropped", "reworded", "changed"]),
  /** The later heading; of a dropped unit the earlier one. */
  heading: z.string(),
  earlierHeading: z.string().nullable(),
  /** Where it begins: in the later filing, of a dropped unit in the earlier. */
  passageId: z.string(),
  /** Sentences under it in the later filing, and how many of these are new or changed in wording. */
  sentences: z.number().int().nonnegative(),
  newSentences: z.number().int().nonnegative(),
  removedSentences: z.number().int().nonnegative(),
});
export type UnitChange = z.infer<typeof unitChangeSchema>;

export const similaritySchema = z.object({
  /** Different sentences both have over those either has, figures and dates left aside. */
  jaccard: z.number(),
  /** Of the counts of their words, figures left aside. */
  cosine: z.number(),
  /** Share of the later item's sentences that stand word for word in the earlier, figures left aside. */
  verbatim: z.number(),
});
export type Similarity = z.infer<typeof similaritySchema>;

export const changeCountsSchema = z.object({
  earlier: z.number().int(),
  later: z.number().int(),
  unchanged: z.number().int(),
  figures: z.number().int(),
  changed: z.number().int(),
  moved: z.number().int(),
  added: z.number().int(),
  removed: z.number().int(),
});
export type ChangeCounts = z.infer<typeof changeCountsSchema>;

/** The same comparison a year and more before: what is usual for the company. */
export const earlierComparisonSchema = z.object({
  earlier: documentRefSchema,
  later: documentRefSchema,
  similarity: similaritySchema,
});
export type EarlierComparison = z.infer<typeof earlierComparisonSchema>;

export const filingChangesSchema = z.object({
  earlier: documentRefSchema,
  later: documentRefSchema,
  part: z.string().nullable(),
  item: z.string(),
  title: z.string(),
  counts: changeCountsSchema,
  similarity: similaritySchema,
  /** New first, then dropped, reworded and changed; most changed first. */
  units: z.array(unitChangeSchema),
  /** In the later filing's order; what was removed stands where it stood. Unchanged sentences are counted only. */
  changes: z.array(sentenceChangeSchema),
  /** Comparisons of the years before, newest first. */
  history: z.array(earlierComparisonSchema),
  /** One sentence where this change is unusual for the company; null where it is not, or nothing tells. */
  unusual: z.string().nullable(),
  /** What the reader should know of this comparison: "Tables are left out." */
  remarks: z.array(z.string()),
});
export type FilingChanges = z.infer<typeof filingChangesSchema>;
