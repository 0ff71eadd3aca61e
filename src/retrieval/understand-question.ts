import { conceptById } from "../concepts/dictionary";
import { findConceptsInText } from "../concepts/find-concepts-in-text";
import { type SelectionForQuestion } from "../contracts/answer";
import { type ConceptId } from "../contracts/concept";
import { type IsoDate } from "../contracts/dates";
import { type PeriodAsked, type QuestionIntent } from "../contracts/intent";
import { type StoredDocument } from "../storage/store";
import { findCompanies } from "./find-companies";
import { findNamedForms } from "./find-forms";
import { findPeriods } from "./find-periods";
import { itemsAsked } from "./items-asked";
import { isDocumentOf, type KnownCompany, resolveCompany } from "./known-companies";
import { questionKind } from "./question-kind";
import { questionWords } from "./question-words";
import { selectionMeant } from "./selection-meant";
import { statementsImplied, statementsNamed, withoutStatementNames } from "./statements-asked";
import { withoutBoilerplate } from "./stop-words";
import { unexplainedWords } from "./unexplained-words";
import { findUnknownNames, findUnknownPartners } from "./unknown-names";

export interface QuestionRequest {
  readonly question: string;
  readonly company: string | null;
  readonly documentId: string | null;
  readonly asOf: IsoDate | null;
  readonly selection?: SelectionForQuestion | null;
}

export interface StoreKnowledge {
  readonly companies: readonly KnownCompany[];
  /** Those the question may use: filed by its as-of date. */
  readonly documents: readonly StoredDocument[];
}

/** What a question is about: company, periods, forms, statements, items, concepts, and the words left to search for. */
export function understandQuestion(request: QuestionRequest, known: StoreKnowledge): QuestionIntent {
  const { question } = request;
  const named = findCompanies(question, known.companies);
  const companies = companiesMeant(
    request,
    named.map((one) => one.company),
    known.companies,
  );
  const inQuestion = findPeriods(question, newestFiscalYear(companies, known));
  // Names come out first: "Target" is no price target, and a company may be called after what it sells.
  const unnamed = named.reduce((text, { words }) => text.replaceAll(words, " "), withoutBoilerplate(inQuestion.rest));
  const asked = conceptsNamed(unnamed);
  const words = questionWords(
    withoutStatementNames(unnamed),
    named.map((one) => one.words),
  );
  const kindAbout = (concepts: readonly ConceptId[], periods: readonly PeriodAsked[]) =>
    questionKind(withoutBoilerplate(question), {
      concepts: concepts.length,
      years: periods.filter((one) => one.kind === "year").length,
    });
  const ofSelection = selectionMeant(request.selection ?? null, {
    text: unnamed,
    kind: kindAbout(asked, inQuestion.periods),
    concepts: asked,
    words,
  });
  const periods = inQuestion.periods.length > 0 ? inQuestion.periods : ofSelection.periods;
  const kind = kindAbout(ofSelection.concepts, periods);
  const concepts = ofSelection.concepts;
  const statements = statementsNamed(question);
  const beside =
    kind !== "comparison"
      ? []
      : findUnknownPartners(
          question,
          named.map((one) => one.words),
        );
  return {
    companies: [...companies, ...beside.map((name) => ({ name, matched: null }))],
    periods: [...periods],
    forms: formsAsked(question, kind, periods),
    statements: statements.length > 0 ? statements : statementsImplied(unnamed, concepts),
    items: itemsAsked(withoutBoilerplate(question), kind),
    concepts: [...concepts],
    kind,
    asOf: request.asOf,
    unexplained: unexplainedWords(unnamed, {
      concepts,
      kind,
      names: beside,
    }),
    terms: asked.length === 0 && words.length < 3 ? [...new Set([...words, ...ofSelection.words])] : words,
  };
}

/**
 * Companies the question names; the caller's own where it names none, or speaks of "the company" beside another.
 * Without either, the only company on file, unless the question seems to be about somebody else.
 */
function companiesMeant(
  request: QuestionRequest,
  named: readonly KnownCompany[],
  known: readonly KnownCompany[],
): QuestionIntent["companies"] {
  const meant = named.map((company) => ({ name: company.name, matched: company.name }));
  const own = request.company?.trim() ?? "";
  if (own === "" && meant.length === 0) return companyUnsaid(request, known);
  const speaksOfOwn = /\b(?:the company|our|we|us|its)\b/i.test(request.question);
  if (own === "" || (meant.length > 0 && !speaksOfOwn)) return meant;
  const matched = resolveCompany(known, own)?.name ?? null;
  if (meant.some((company) => company.matched === matched && matched !== null)) return meant;
  return [{ name: own, matched }, ...meant];
}

function companyUnsaid(request: QuestionRequest, known: readonly KnownCompany[]): QuestionIntent["companies"] {
  if (request.documentId !== null) return [];
  const unknown = findUnknownNames(request.question);
  if (unknown.owner !== null) return [{ name: unknown.owner, matched: null }];
  const only = known.length === 1 ? known[0]! : null;
  return only !== null && unknown.others.length === 0 ? [{ name: only.name, matched: only.name }] : [];
}

/** "CAGR" asks for a calculation over what stands beside it; alone it is all there is. */
function conceptsNamed(text: string): ConceptId[] {
  const known = (found: readonly ConceptId[]) => found.filter((id) => conceptById(id) !== null);
  const beside = known(
    findConceptsInText(text.replace(/\bcagr\b|\bcompound(?:ed)? annual growth(?: rates?)?\b/gi, " ")),
  );
  return beside.length > 0 ? beside : known(findConceptsInText(text));
}

function newestFiscalYear(companies: QuestionIntent["companies"], known: StoreKnowledge): number | null {
  const meant = known.companies.filter((company) => companies.some((one) => one.matched === company.name));
  const years = known.documents
    .filter((document) => meant.length === 0 || meant.some((company) => isDocumentOf(company, document)))
    .map(fiscalYearOf)
    .filter((year) => year !== null);
  return years.length === 0 ? null : Math.max(...years);
}

/** As the filing says, or else the year its period ends in. */
export function fiscalYearOf(document: Pick<StoredDocument, "fiscalYear" | "periodEnd">): number | null {
  return document.fiscalYear ?? (document.periodEnd === null ? null : Number(document.periodEnd.slice(0, 4)));
}

/** Forms named; where none is, the forms that usually answer such a question, best first. */
function formsAsked(question: string, kind: QuestionIntent["kind"], periods: readonly PeriodAsked[]): string[] {
  const forms = findNamedForms(question);
  if (forms.length > 0) return forms;
  // What a company "expects" stands in any report; guidance is given in a release or a call.
  if (kind === "guidance" && /\bguid|outlook/i.test(question)) return ["8-K", "transcript"];
  return periods.some((period) => period.kind === "quarter" || period.label === "latest quarter")
    ? ["10-Q", "8-K"]
    : [];
}
