import { z } from "zod";
import { type FactReport } from "../contracts/fact-history";

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

/** Every figure as a report of its filing. EDGAR gives no decimals, no places and no dimensions. */
export function reportsFrom(facts: CompanyFacts, company: { cik: string; ticker: string | null }): FactReport[] {
  const documents = new Map<string, FactReport["document"]>();
  const documentOf = ({ accn, form, filed }: z.infer<typeof factSchema>): FactReport["document"] => {
    const known = documents.get(accn);
    if (known !== undefined) return known;
    const document = {
      id: accn,
      title: `${facts.entityName} ${form}`,
      company: facts.entityName,
      ...company,
      form,
      periodEnd: null,
      filed,
      accession: accn,
      fictional: false,
    };
    documents.set(accn, document);
    return document;
  };
  return Object.entries(facts.facts).flatMap(([taxonomy, concepts]) =>
    Object.entries(concepts).flatMap(([name, { units }]) =>
      Object.entries(units).flatMap(([unit, rows]) =>
        rows.map((row): FactReport => ({
          factId: null,
          source: "tagged",
          concept: `${taxonomy}:${name}`,
          unit,
          start: row.start ?? null,
          end: row.end,
          dimensions: {},
          value: row.val,
          decimals: null,
          passageId: null,
          document: documentOf(row),
        })),
      ),
    ),
  );
}
