import { z } from "zod";

export const statementSchema = z.enum([
  "income-statement",
  "balance-sheet",
  "cash-flow",
  "valuation",
  "ratios",
  "assumptions",
  "market",
  "other",
]);
export type Statement = z.infer<typeof statementSchema>;

export const unitKindSchema = z.enum([
  "currency",
  "currency-per-share",
  "percent",
  "multiple",
  "shares",
  "days",
  "count",
  "date",
  "unknown",
]);
export type UnitKind = z.infer<typeof unitKindSchema>;

/** An id of the finance dictionary, kebab-case: "revenue", "cost-of-revenue", "terminal-growth-rate". */
export const conceptIdSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
export type ConceptId = z.infer<typeof conceptIdSchema>;
