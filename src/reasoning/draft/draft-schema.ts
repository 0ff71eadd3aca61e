import { z } from "zod";

/** How a calculation's result is read; a ratio as percent or as a multiple. */
export const calculationUnitSchema = z.enum([
  "currency",
  "currency-per-share",
  "percent",
  "multiple",
  "days",
  "shares",
]);

/**
 * What a language model may say: words with references in place of numbers, quotes with the passage they stand in,
 * and formulas over references. It has no field for a number.
 */
export const draftSchema = z.object({
  /** Why the evidence does not answer the question; null where it does. */
  abstain: z.string().nullable(),
  statements: z.array(
    z.object({
      /** Numbers stand as {{fact:f1}}, {{cell:Sheet!A1}} or {{calc:c1}}. */
      text: z.string(),
      claims: z.array(z.object({ passage: z.string(), quote: z.string() })),
    }),
  ),
  calculations: z.array(z.object({ id: z.string(), expression: z.string(), unit: calculationUnitSchema })),
  nextQuestions: z.array(z.string()),
});
export type Draft = z.infer<typeof draftSchema>;
