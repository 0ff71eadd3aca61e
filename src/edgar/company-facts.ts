import { z } from "zod";

const factSchema = z.object({
  /** Absent for an instant. */
  start: z.string().optional(),
  end: z.string(),
  val: z.number(),
  accn: z.string(),
  form: z.string(),
  filed: z.string(),
});

/** Taxonomy, concept, unit: the facts. EDGAR's `fy` and `fp` describe the filing, not the period, and are not read. */
export const companyFactsSchema = z.object({
  entityName: z.string(),
  facts: z.record(z.string(), z.record(z.string(), z.object({ units: z.record(z.string(), z.array(factSchema)) }))),
});

export type CompanyFacts = z.infer<typeof companyFactsSchema>;
