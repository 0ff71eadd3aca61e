import { z } from "zod";
import { isoDateSchema } from "./dates";

/** Which filing (or other source) something comes from. */
export const documentRefSchema = z.object({
  /** The accession for a filing from EDGAR, the file's name without extension for an added file. */
  id: z.string(),
  title: z.string(),
  company: z.string().nullable(),
  ticker: z.string().nullable(),
  cik: z.string().nullable(),
  /** "10-K", "10-Q", "8-K", "transcript", … */
  form: z.string().nullable(),
  periodEnd: isoDateSchema.nullable(),
  filed: isoDateSchema.nullable(),
  accession: z.string().nullable(),
  /** True for a made-up company of the sample. */
  fictional: z.boolean(),
});
export type DocumentRef = z.infer<typeof documentRefSchema>;

export const sectionSchema = z.object({
  /** "I" to "IV"; null where the form has no parts. */
  part: z.string().nullable(),
  /** "1A", "7", "2.02"; null for the cover and other matter outside items. */
  item: z.string().nullable(),
  title: z.string(),
  /** Span in the document's text. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
});
export type Section = z.infer<typeof sectionSchema>;

export const passageSchema = z.object({
  /** `documentId#ordinal`. */
  id: z.string(),
  documentId: z.string(),
  ordinal: z.number().int().nonnegative(),
  part: z.string().nullable(),
  item: z.string().nullable(),
  /** Headings above it, outermost first. */
  path: z.array(z.string()),
  /** 1-based; null where the source has no pages. */
  page: z.number().int().positive().nullable(),
  kind: z.enum(["text", "table"]),
  text: z.string(),
  /** Span in the document's text; `text` is exactly that slice. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  boilerplate: z.boolean(),
});
export type Passage = z.infer<typeof passageSchema>;

export const filingTableSchema = z.object({
  id: z.string(),
  passageId: z.string(),
  caption: z.string().nullable(),
  /** Rows of cell texts, header rows first; merged cells repeat nothing, empty cells are "". */
  rows: z.array(z.array(z.string())),
});
export type FilingTable = z.infer<typeof filingTableSchema>;

export const factSchema = z.object({
  /** `documentId!n`. */
  id: z.string(),
  documentId: z.string(),
  /** Qualified: "us-gaap:Revenues". */
  concept: z.string(),
  /** "USD", "USD/shares", "shares", "pure"; null for text facts. */
  unit: z.string().nullable(),
  /** Null for an instant. */
  start: isoDateSchema.nullable(),
  /** Null only where the context states no date. */
  end: isoDateSchema.nullable(),
  /** Axis to member, both qualified; empty for the company as a whole. */
  dimensions: z.record(z.string(), z.string()),
  /** Exact, scaled and signed; text for text facts; null for nil. */
  value: z.union([z.number(), z.string(), z.null()]),
  /** Digits of precision as filed; "INF"; null where absent. */
  decimals: z.union([z.number().int(), z.literal("INF"), z.null()]),
  /** As printed in the filing, without scale or sign: what a highlight looks for. */
  printed: z.string().nullable(),
  /** Where it is printed; null for hidden facts. */
  passageId: z.string().nullable(),
  /** Span inside the passage's text. */
  span: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
});
export type Fact = z.infer<typeof factSchema>;

/** One document read whole: what `filings` gives and `storage` keeps. */
export const parsedDocumentSchema = z.object({
  document: documentRefSchema,
  /** All visible text; sections, passages and facts are spans of it. */
  text: z.string(),
  sections: z.array(sectionSchema),
  passages: z.array(passageSchema),
  tables: z.array(filingTableSchema),
  facts: z.array(factSchema),
  /** Characters of passages over characters of visible text, 0..1. */
  textShare: z.number(),
  /** What was odd, for a person: "the file ends in the middle of a table". Empty for a clean reading. */
  warnings: z.array(z.string()),
});
export type ParsedDocument = z.infer<typeof parsedDocumentSchema>;
