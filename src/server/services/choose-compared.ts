import { type FilingChangesRequest } from "../../contracts/filing-changes";
import { isForm } from "../../retrieval/question/find-forms";
import { isDocumentOf, type KnownCompany } from "../../retrieval/question/known-companies";
import { fiscalYearOf } from "../../retrieval/question/understand-question";
import { type StoredDocument } from "../../storage/store";

/** Periods of consecutive years end so many days apart; years of 52 and 53 weeks and a moved year end included. */
const aYear = { leastDays: 300, mostDays: 430 };
const comparedForms = ["10-K", "10-Q", "20-F"];

/** The day a filing was known, at the latest guess its period's last day where nobody said when it was filed. */
export function dayOf({ filed, periodEnd }: StoredDocument): string {
  return filed ?? periodEnd ?? "";
}

/** A company's filings, newest first; without those of which no day is known. */
export function filingsOf(company: KnownCompany, documents: readonly StoredDocument[]): StoredDocument[] {
  return documents
    .filter((document) => isDocumentOf(company, document) && dayOf(document) !== "")
    .sort((a, b) => dayOf(b).localeCompare(dayOf(a)) || b.id.localeCompare(a.id));
}

/** Without a filed date nobody can say that a filing was known by a day. */
export function isKnownBy(asOf: FilingChangesRequest["asOf"], { filed }: StoredDocument): boolean {
  return asOf === null || (filed !== null && filed <= asOf);
}

/** The filing a caller names by id, accession, or form and year ("10-K-2023"); undefined where there is none. */
export function filingNamed(name: string, filings: readonly StoredDocument[]): StoredDocument | undefined {
  const byId = filings.find(({ id, accession }) => id === name || accession === name);
  if (byId !== undefined) return byId;
  const match = /^(.+)-((?:19|20)\d{2})$/.exec(name.trim());
  if (match === null) return undefined;
  const ofYear = filings.filter(
    (filing) => isForm(filing.form, match[1]!) && fiscalYearOf(filing) === Number(match[2]),
  );
  // An amendment holds some items only.
  return ofYear.find(({ form }) => !isAmendment(form)) ?? ofYear[0];
}

/** The newest filing whose form has the item: an item with a part is a quarterly report's. */
export function newestFiling(item: string, filings: readonly StoredDocument[]): StoredDocument | undefined {
  const forms = item.includes("-") ? ["10-Q", "10-K", "20-F"] : ["10-K", "20-F", "10-Q"];
  for (const wanted of forms) {
    const found = filings.find(({ form }) => isForm(form, wanted) && !isAmendment(form));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The same form's filing of a year before: for a quarter, of the same quarter. Where periods are unknown, the one before. */
export function yearBefore(later: StoredDocument, filings: readonly StoredDocument[]): StoredDocument | undefined {
  const candidates = filings.filter(
    (filing) => dayOf(filing) < dayOf(later) && isSameForm(filing.form, later.form) && !isAmendment(filing.form),
  );
  return candidates.find((filing) => {
    const days = daysBetween(filing.periodEnd, later.periodEnd);
    return days === null ? isForm(later.form, "10-K") : days >= aYear.leastDays && days <= aYear.mostDays;
  });
}

function isSameForm(one: string | null, other: string | null): boolean {
  if (one === other) return true;
  return comparedForms.some((form) => isForm(one, form) && isForm(other, form));
}

function isAmendment(form: string | null): boolean {
  return form?.endsWith("/A") ?? false;
}

function daysBetween(from: string | null, to: string | null): number | null {
  return from === null || to === null ? null : Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}
