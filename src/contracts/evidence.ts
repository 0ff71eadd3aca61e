import { z } from "zod";
import { documentRefSchema, filingTableSchema, laterPagesSchema, pageSchema } from "./document";

/** How a result came to its place: named parts that add up to the score. */
export const scoreTraceSchema = z.object({
  total: z.number(),
  parts: z.array(z.object({ name: z.string(), value: z.number(), why: z.string().nullable() })),
});
export type ScoreTrace = z.infer<typeof scoreTraceSchema>;

export const evidenceSchema = z.object({
  passageId: z.string(),
  document: documentRefSchema,
  part: z.string().nullable(),
  item: z.string().nullable(),
  path: z.array(z.string()),
  page: pageSchema,
  laterPages: laterPagesSchema,
  kind: z.enum(["text", "table"]),
  /** Verbatim. */
  text: z.string(),
  /** Span of the passage in its document's text. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  boilerplate: z.boolean(),
  score: scoreTraceSchema,
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const citationSchema = z.object({
  passageId: z.string(),
  document: documentRefSchema,
  part: z.string().nullable(),
  item: z.string().nullable(),
  /** On which the quote begins. */
  page: pageSchema,
  /** Verbatim, a slice of the passage's text. */
  quote: z.string(),
  /** Span of the quote in the passage's text. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  /** The figure it is quoted for was read by us from this table; the filer tagged none. */
  readFromTable: z.literal(true).optional(),
});
export type Citation = z.infer<typeof citationSchema>;

/** A sentence of a passage, and where its words (figures and dates left aside) stood before its filing was filed. */
export const sentenceStandingSchema = z.object({
  /** Span in the passage's text. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  inEarlierFilings: z.number().int().nonnegative(),
  /** In the same form's filing of a year before. */
  inYearBefore: z.boolean(),
  atOtherCompanies: z.number().int().nonnegative(),
});
export type SentenceStanding = z.infer<typeof sentenceStandingSchema>;

export const passageSentencesSchema = z.object({
  passageId: z.string(),
  /** The company's earlier filings on file: 0 where nothing can be called new. */
  earlierFilings: z.number().int().nonnegative(),
  hasYearBefore: z.boolean(),
  sentences: z.array(sentenceStandingSchema),
});
export type PassageSentences = z.infer<typeof passageSentencesSchema>;

/** A passage in its place: what opens when a citation is clicked. */
export const passageContextSchema = z.object({
  document: documentRefSchema,
  passageId: z.string(),
  /** The passage and its neighbours, in reading order. */
  passages: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(["text", "table"]),
      path: z.array(z.string()),
      part: z.string().nullable(),
      item: z.string().nullable(),
      page: pageSchema,
      text: z.string(),
      table: filingTableSchema.omit({ id: true, passageId: true }).nullable(),
    }),
  ),
  /** How many passages the document has before and after these. */
  before: z.number().int().nonnegative(),
  after: z.number().int().nonnegative(),
  /** Of the passages above, what is new and what recurs; left out where nobody looked. */
  sentences: z.array(passageSentencesSchema).optional(),
});
export type PassageContext = z.infer<typeof passageContextSchema>;
