import { z } from "zod";
import { isoDateSchema, type IsoDate } from "../contracts/dates";

/** One filing in EDGAR's list of a company. */
export interface ListedFiling {
  readonly accession: string;
  readonly form: string;
  readonly filed: IsoDate;
  /** The last day of the period reported on; null for forms that have none. */
  readonly periodEnd: IsoDate | null;
  /** Bytes of the whole submission, as EDGAR counts them. */
  readonly sizeBytes: number;
  readonly primaryDocument: string;
  /** "2.02,9.01" of a current report. */
  readonly items: string;
}

/** What EDGAR says of a company and of what it filed. */
export interface CompanyFilings {
  readonly name: string;
  /** One a class of shares, the main one first. */
  readonly tickers: readonly string[];
  /** The newest first; the day it was last used, where that is told. */
  readonly formerNames: readonly { readonly name: string; readonly until: IsoDate | null }[];
  /** In no order. */
  readonly filings: readonly ListedFiling[];
}

/** EDGAR's table of filings: one list a column. */
const columnsSchema = z
  .object({
    accessionNumber: z.array(z.string()),
    form: z.array(z.string()),
    filingDate: z.array(z.string()),
    reportDate: z.array(z.string()),
    size: z.array(z.number()),
    primaryDocument: z.array(z.string()),
    items: z.array(z.string()),
  })
  .refine(
    (columns) => Object.values(columns).every((column) => column.length === columns.accessionNumber.length),
    "its columns have different lengths",
  );

export const submissionsSchema = z.object({
  name: z.string(),
  /** One a class of shares; null stands in it for companies that left the exchange. */
  tickers: z.array(z.string().nullable()).nullish(),
  /** The newest first. */
  formerNames: z.array(z.object({ name: z.string(), to: z.string().nullish() })).nullish(),
  filings: z.object({
    recent: columnsSchema,
    /** Older filings stand in files of their own. */
    files: z.array(z.object({ name: z.string(), filingFrom: z.string(), filingTo: z.string() })).default([]),
  }),
});

export const olderSubmissionsSchema = columnsSchema;

/** The table's rows; one without a date or a number is left out, there is nothing to fetch. */
export function listFilings(columns: z.infer<typeof columnsSchema>): ListedFiling[] {
  return columns.accessionNumber.flatMap((accession, index) => {
    const filed = isoDateSchema.safeParse(columns.filingDate[index]);
    if (!filed.success || !/^\d{10}-\d{2}-\d{6}$/.test(accession)) return [];
    const periodEnd = isoDateSchema.safeParse(columns.reportDate[index]);
    return [
      {
        accession,
        form: columns.form[index] ?? "",
        filed: filed.data,
        periodEnd: periodEnd.success ? periodEnd.data : null,
        sizeBytes: columns.size[index] ?? 0,
        primaryDocument: columns.primaryDocument[index] ?? "",
        items: columns.items[index] ?? "",
      },
    ];
  });
}

/** Names that EDGAR spells anew without a change ("Oakmere Inc", "OAKMERE INC") are no former ones. */
export function formerNamesOf({ name, formerNames }: z.infer<typeof submissionsSchema>): CompanyFilings["formerNames"] {
  const letters = (text: string): string => text.toUpperCase().replace(/[^A-Z\d]/g, "");
  return (formerNames ?? [])
    .filter((former) => letters(former.name) !== letters(name))
    .map((former) => {
      const until = isoDateSchema.safeParse(former.to?.slice(0, 10));
      return { name: former.name, until: until.success ? until.data : null };
    });
}
