import { conceptById } from "../../concepts/dictionary";
import { type IsoDate } from "../../contracts/dates";
import { type QuestionIntent } from "../../contracts/intent";
import { resolveCompany } from "./known-companies";
import { type StoreKnowledge } from "./understand-question";

/**
 * An intent the reader has set, as far as it can be used: which company of the store is meant is looked up anew, and
 * the day is the request's, so that nothing sent along can open what a search as of that day must not see.
 */
export function acceptIntent(sent: QuestionIntent, asOf: IsoDate | null, known: StoreKnowledge): QuestionIntent {
  return {
    ...sent,
    companies: sent.companies.map(({ name, matched }) => ({
      name,
      matched: resolveCompany(known.companies, matched ?? name)?.name ?? null,
    })),
    concepts: sent.concepts.filter((id) => conceptById(id) !== null),
    asOf: asOf ?? sent.asOf,
  };
}
