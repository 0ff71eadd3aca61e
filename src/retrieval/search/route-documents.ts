import { type QuestionIntent } from "../../contracts/intent";
import { type StoredDocument } from "../../storage/store";
import { yearsAsked } from "./document-fit";
import { findNamedForms, isForm } from "../question/find-forms";
import { isDocumentOf, type KnownCompany } from "../question/known-companies";
import { fiscalYearOf } from "../question/understand-question";

export interface Routing {
  /** Documents to look at first; null: all that the as-of date allows. */
  readonly narrow: readonly string[] | null;
  /** Where the narrow ones hold nothing: the company's (or the one named) as a whole. */
  readonly wide: readonly string[] | null;
}

/**
 * Which documents a question is put to. In a shared store words alone find the wrong company's year;
 * company, period and form decide before a word is compared.
 */
export function routeDocuments(
  request: { question: string; documentId: string | null },
  intent: QuestionIntent,
  known: { companies: readonly KnownCompany[]; documents: readonly StoredDocument[] },
): Routing {
  if (request.documentId !== null) return { narrow: [request.documentId], wide: [request.documentId] };
  if (intent.companies.length === 0) return { narrow: null, wide: null };
  // A company the store does not know has no documents here: another's would be an answer to another question.
  const meant = known.companies.filter((company) => intent.companies.some((one) => one.matched === company.name));
  const own = known.documents.filter((document) => meant.some((company) => isDocumentOf(company, document)));
  const ids = (documents: readonly StoredDocument[]) => documents.map((document) => document.id);
  // A form the reader has set, or taken away, stands over the question's own words.
  const forms = intent.edited?.includes("forms") === true ? intent.forms : findNamedForms(request.question);
  return { narrow: ids(keepPeriods(keepForms(own, forms), intent)), wide: ids(own) };
}

function keepForms(documents: readonly StoredDocument[], forms: readonly string[]): readonly StoredDocument[] {
  const kept = documents.filter((document) => forms.some((form) => isForm(document.form, form)));
  return kept.length > 0 ? kept : documents;
}

/** Reports of the years asked for, and the three after, which still compare with them. */
function keepPeriods(documents: readonly StoredDocument[], intent: QuestionIntent): readonly StoredDocument[] {
  const years = yearsAsked(intent);
  if (years.length === 0 || intent.kind === "guidance") return documents;
  const first = Math.min(...years);
  const last = Math.max(...years);
  const kept = documents.filter((document) => {
    const own = fiscalYearOf(document);
    return own === null || (own >= first && own <= last + 3);
  });
  return kept.length > 0 ? kept : documents;
}
