import { z } from "zod";

/** A calendar day, `YYYY-MM-DD`, with no time zone: filings and periods have none. */
export const isoDateSchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a date reads YYYY-MM-DD");
export type IsoDate = z.infer<typeof isoDateSchema>;
