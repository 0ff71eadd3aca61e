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

/**
 * As a reader finds it: the number printed on the page of a filing ("47", "F-12"), the count from 1 that viewers of a
 * PDF go by. Null where none is sure.
 */
export const pageSchema = z.string().min(1).nullable();
export const laterPagesSchema = z.array(z.object({ page: pageSchema, from: z.number().int().positive() }));

/** The page on which a place in a passage's text stands. */
export function pageAt(
  passage: { readonly page: string | null; readonly laterPages: readonly { page: string | null; from: number }[] },
  offset: number,
): string | null {
  return passage.laterPages.reduce((page, later) => (later.from <= offset ? later.page : page), passage.page);
}

export const passageSchema = z.object({
  /** `documentId#ordinal`. */
  id: z.string(),
  documentId: z.string(),
  ordinal: z.number().int().nonnegative(),
  part: z.string().nullable(),
  item: z.string().nullable(),
  /** Headings above it, outermost first. */
  path: z.array(z.string()),
  /** On which page it begins: "47", "F-12". Null where no page number is sure. */
  page: pageSchema,
  /** Pages that begin inside it, by their place in its text. */
  laterPages: laterPagesSchema,
  kind: z.enum(["text", "table"]),
  text: z.string(),
  /** Span in the document's text; `text` is exactly that slice. */
  start: z.number().int().nonnegative(),
  end: z.number().int().nonnegative(),
  boilerplate: z.boolean(),
});
export type Passage = z.infer<typeof passageSchema>;

/** What a table's numbers are counted in, as its caption, heads or title say. */
export const tableUnitsSchema = z.object({
  /** "in millions, except per share data". */
  printed: z.string(),
  /** Amounts printed times this are amounts: 1, 1e3, 1e6 or 1e9. */
  multiplier: z.number().positive(),
  /** The same for numbers of shares, which some tables count otherwise. */
  shareMultiplier: z.number().positive(),
  /** ISO code where a currency is said. */
  currency: z.string().nullable(),
  /** What the table says it does not count so. */
  exceptions: z.array(z.enum(["per-share", "shares", "percent", "other"])),
});
export type TableUnits = z.infer<typeof tableUnitsSchema>;

/** Per column the words of its head cells from top to bottom; a head over several columns stands in each. */
const columnHeadsSchema = z.array(z.array(z.string()));

export const filingTableSchema = z.object({
  id: z.string(),
  passageId: z.string(),
  caption: z.string().nullable(),
  /** Null where nothing says. */
  units: tableUnitsSchema.nullable(),
  /** Rows of cell texts, header rows first; merged cells repeat nothing, empty cells are "". */
  rows: z.array(z.array(z.string())),
  /** How many of the first rows are heads. */
  headRows: z.number().int().nonnegative(),
  columnHeads: columnHeadsSchema,
  /** Heads that stand lower in the table: from `row` on they hold instead. Empty for most tables. */
  laterHeads: z.array(z.object({ row: z.number().int().positive(), columnHeads: columnHeadsSchema })),
  /** Per row the labels above it by indentation, section rows and totals, outermost first, its own last; [] for heads. */
  rowPaths: z.array(z.array(z.string())),
});
export type FilingTable = z.infer<typeof filingTableSchema>;

/** A note of the financial statements, an accounting policy, or what else the filer marked as a whole. */
export const disclosureSchema = z.object({
  /** `documentId~n`. */
  id: z.string(),
  /** The filer's tag: "us-gaap:DebtDisclosureTextBlock"; null where it was found by its heading. */
  concept: z.string().nullable(),
  /** "table": a table with its introduction and footnotes; "detail": any other part of a note, and what is tagged outside notes. */
  kind: z.enum(["note", "policy", "table", "detail"]),
  /** As printed: "Note 7 – Debt"; null where nothing names it. */
  title: z.string().nullable(),
  /** Of the document's text, in reading order; several where it goes on behind something else. */
  spans: z.array(z.object({ start: z.number().int().nonnegative(), end: z.number().int().nonnegative() })).min(1),
});
export type Disclosure = z.infer<typeof disclosureSchema>;

export const factSchema = z.object({
  /** `documentId!n`. */
  id: z.string(),
  documentId: z.string(),
  /** Tagged by the filer, or read by us from a table of a filing without tags. */
  source: z.enum(["tagged", "read"]),
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
  /** In reading order, outer before inner. */
  disclosures: z.array(disclosureSchema),
  facts: z.array(factSchema),
  /** Characters of passages over characters of visible text, 0..1. */
  textShare: z.number(),
  /** What was odd, for a person: "the file ends in the middle of a table". Empty for a clean reading. */
  warnings: z.array(z.string()),
});
export type ParsedDocument = z.infer<typeof parsedDocumentSchema>;
