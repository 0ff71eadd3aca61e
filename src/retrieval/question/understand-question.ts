import { conceptById } from "../../concepts/dictionary";
import { calendarYearOfEnd } from "../../concepts/time/fiscal-calendar";
import { findConceptsInText } from "../../concepts/find-concepts-in-text";
import { type SelectionForQuestion } from "../../contracts/answer";
import { type ConceptId } from "../../contracts/concept";
import { type IsoDate } from "../../contracts/dates";
import { type PeriodAsked, type QuestionIntent } from "../../contracts/intent";
import { type StoredDocument } from "../../storage/store";
import { companiesMeant } from "./companies-meant";
import { findCompanies } from "./find-companies";
import { findNamedForms } from "./find-forms";
import { findPeriods } from "./find-periods";
import { itemsAsked } from "./items-asked";
import { isDocumentOf, type KnownCompany } from "./known-companies";
import { questionKind } from "./question-kind";
import { questionWords } from "./question-words";
import { selectionMeant } from "./selection-meant";
import { operandConcepts, statementsImplied, statementsNamed, withoutStatementNames } from "./statements-asked";
import { withoutBoilerplate } from "../words/stop-words";
import { unexplainedWords } from "./unexplained-words";
import { findUnknownPartners } from "./unknown-names";

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
  const concepts = kind === "guidance" ? withBases(ofSelection.concepts) : ofSelection.concepts;
  const statements = statementsNamed(question);
  const beside =
    kind !== "comparison"
      ? []
      : findUnknownPartners(
          question,
          named.map((one) => one.words),
        );
  const guided = kind === "guidance" && ofSelection.words.length > 0;
  return {
    companies: [...companies, ...beside.map((name) => ({ name, matched: null }))],
    periods: [...periods],
    forms: formsAsked(question, kind, periods, guided),
    statements: statements.length > 0 ? statements : statementsImplied(unnamed, concepts),
    items: itemsAsked(withoutBoilerplate(question), kind),
    concepts: [...concepts],
    kind,
    asOf: request.asOf,
    aboutSelection: ofSelection.meant,
    unexplained: unexplainedWords(unnamed, {
      concepts,
      kind,
      names: [...beside, ...companies.filter((one) => one.matched === null).map((one) => one.name)],
    }),
    terms: asked.length === 0 && words.length < 3 ? [...new Set([...words, ...ofSelection.words])] : words,
  };
}

/** Guidance on growth is given as guidance on what grows: "we expect revenue of". */
function withBases(concepts: readonly ConceptId[]): ConceptId[] {
  const bases = concepts.filter((id) => id.endsWith("-growth")).flatMap(operandConcepts);
  return [...new Set([...concepts, ...bases])];
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
  return document.fiscalYear ?? (document.periodEnd === null ? null : calendarYearOfEnd(document.periodEnd));
}

/** Forms named; where none is, the forms that usually answer such a question, best first. */
function formsAsked(
  question: string,
  kind: QuestionIntent["kind"],
  periods: readonly PeriodAsked[],
  ofSelection: boolean,
): string[] {
  const forms = findNamedForms(question);
  if (forms.length > 0) return forms;
  // What a company "expects" stands in any report; guidance, and what a forecast is held against, in a release or a call.
  if (kind === "guidance" && (ofSelection || /\bguid|outlook/i.test(question))) return ["8-K", "transcript"];
  return periods.some((period) => period.kind === "quarter" || period.label === "latest quarter")
    ? ["10-Q", "8-K"]
    : [];
}
