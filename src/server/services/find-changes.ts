import { type FilingChanges, type FilingChangesRequest } from "../../contracts/filing-changes";
import { compareItems } from "../../filings/changes/compare-items";
import { type ItemSentence } from "../../filings/changes/item-sentence";
import { itemSentences } from "../../filings/changes/item-sentences";
import { measureSimilarity } from "../../filings/changes/measure-similarity";
import { tellUnusual } from "../../filings/changes/tell-unusual";
import { type Retrieval } from "../../retrieval/create-retrieval";
import { referenceTo } from "../../retrieval/search/evidence-of";
import { isDocumentOf, type KnownCompany, resolveCompany } from "../../retrieval/question/known-companies";
import { type Store, type StoredDocument, type StoredItem } from "../../storage/store";
import {
  FiledLaterError,
  NoSuchItemError,
  NotFoundError,
  NothingToCompareError,
  UndatedFilingError,
} from "../server-errors";
import { dayOf, filingNamed, filingsOf, isKnownBy, newestFiling, yearBefore } from "./choose-compared";
import { itemOfForm } from "./item-of-form";

/** Comparisons of earlier years that tell what is usual. */
const mostHistory = 5;

type ItemStore = Pick<Store, "item">;

/**
 * What an item of a filing says otherwise than the filing of the year before. Throws `server/not-found`,
 * `server/no-such-item`, `server/nothing-to-compare`, `server/undated-filing` or `server/filed-later`, which say what
 * there is instead.
 */
export async function findChanges(
  store: ItemStore,
  retrieval: Retrieval,
  request: FilingChangesRequest,
): Promise<FilingChanges> {
  const all = await filingsAsked(retrieval, request);
  const filings = all.filter((filing) => isKnownBy(request.asOf, filing));
  const later = chooseLater(filings, all, request);
  const earlier = chooseEarlier(later, filings, all, request);
  if (dayOf(earlier) >= dayOf(later)) throw new NothingToCompareError(later.id, describe(later), describe(earlier));

  const readBoth = [earlier, later].map((document) => readSentences(store, document, request.item));
  const [before, after] = await Promise.all(readBoth);
  const changes = compareItems(before!.sentences, after!.sentences);
  const history = await compareYearsBefore(store, earlier, before!.sentences, filings, request.item);
  const remarks = [
    ...(after!.tables > 0 || before!.tables > 0 ? ["Tables are left out: only sentences are compared."] : []),
    ...remarkOnShortItem(before!, earlier),
    ...remarkOnShortItem(after!, later),
  ];
  const { part, item, title } = after!.item;
  const usual = history.map(({ similarity }) => similarity);
  return {
    earlier: referenceTo(earlier),
    later: referenceTo(later),
    part,
    item,
    title,
    counts: changes.counts,
    similarity: changes.similarity,
    units: [...changes.units],
    changes: [...changes.changes],
    history,
    // A filing compared out of turn tells nothing of what is usual from year to year.
    unusual: yearBefore(later, filings)?.id === earlier.id ? tellUnusual(item, changes.similarity, usual) : null,
    remarks,
  };
}

async function filingsAsked(retrieval: Retrieval, request: FilingChangesRequest): Promise<StoredDocument[]> {
  const [documents, companies] = await Promise.all([retrieval.listDocuments(), retrieval.companies()]);
  const named = documents.find(({ id }) => id === request.documentId);
  if (request.documentId !== null && named === undefined) throw new NotFoundError("document", request.documentId);
  const company: KnownCompany | null =
    named === undefined
      ? resolveCompany(companies, request.company ?? "")
      : (companies.find((one) => isDocumentOf(one, named)) ?? null);
  if (company === null) throw new NotFoundError("company", request.company ?? request.documentId ?? "");
  return filingsOf(company, documents);
}

function chooseLater(
  filings: readonly StoredDocument[],
  all: readonly StoredDocument[],
  request: FilingChangesRequest,
): StoredDocument {
  const wanted = request.to ?? request.documentId;
  const chosen = (among: readonly StoredDocument[]) =>
    wanted === null ? newestFiling(request.item, among) : filingNamed(wanted, among);
  const later = chosen(filings);
  if (later !== undefined) return later;
  refuseUnknownThen(chosen(all), request);
  throw new NotFoundError("filing", wanted ?? `with item ${request.item}`);
}

function chooseEarlier(
  later: StoredDocument,
  filings: readonly StoredDocument[],
  all: readonly StoredDocument[],
  request: FilingChangesRequest,
): StoredDocument {
  const { from } = request;
  const chosen = (among: readonly StoredDocument[]) =>
    from === null ? yearBefore(later, among) : filingNamed(from, among);
  const earlier = chosen(filings);
  if (earlier !== undefined) return earlier;
  refuseUnknownThen(chosen(all), request);
  if (from !== null) throw new NotFoundError("earlier filing", from);
  throw new NothingToCompareError(later.id, describe(later));
}

/** A filing on file that the as-of date rules out is not missing: the reader is told which, and why. */
function refuseUnknownThen(filing: StoredDocument | undefined, { asOf }: FilingChangesRequest): void {
  if (filing === undefined || asOf === null || isKnownBy(asOf, filing)) return;
  if (filing.filed === null) throw new UndatedFilingError(filing.id, describe(filing), asOf);
  throw new FiledLaterError(filing.id, describe(filing), filing.filed, asOf);
}

interface ReadItem {
  readonly item: StoredItem;
  readonly sentences: readonly ItemSentence[];
  readonly tables: number;
}

async function readSentences(store: ItemStore, document: StoredDocument, asked: string): Promise<ReadItem> {
  const { part, item } = itemOfForm(asked, document.form);
  const stored = await store.item(document.id, item, part);
  if (stored === null) throw new NoSuchItemError(part === null ? item : `${part}-${item}`, describe(document));
  const sentences = itemSentences(stored.passages, stored.item.toUpperCase() === "1A" ? "risks" : "other");
  return { item: stored, sentences, tables: stored.passages.filter(({ kind }) => kind === "table").length };
}

/** Newest first, until a year is missing or lacks the item. */
async function compareYearsBefore(
  store: ItemStore,
  from: StoredDocument,
  sentences: readonly ItemSentence[],
  filings: readonly StoredDocument[],
  item: string,
): Promise<FilingChanges["history"]> {
  const history: FilingChanges["history"] = [];
  let [later, after] = [from, sentences];
  while (history.length < mostHistory) {
    const earlier = yearBefore(later, filings);
    if (earlier === undefined) break;
    const place = itemOfForm(item, earlier.form);
    const stored = await store.item(earlier.id, place.item, place.part);
    if (stored === null) break;
    const before = itemSentences(stored.passages, "other");
    const similarity = measureSimilarity(before, after);
    history.push({ earlier: referenceTo(earlier), later: referenceTo(later), similarity });
    [later, after] = [earlier, before];
  }
  return history;
}

/** "Incorporated by reference", or an item cut short: what looks like a change may be none. */
function remarkOnShortItem({ item, sentences }: ReadItem, document: StoredDocument): string[] {
  if (sentences.length >= 5) return [];
  const count = sentences.length === 1 ? "one sentence" : `${sentences.length} sentences`;
  return [
    `Item ${item.item} of the ${describe(document)} holds only ${count}: it may refer to another place or document.`,
  ];
}

function describe(document: StoredDocument): string {
  const period = document.periodEnd === null ? `filed ${document.filed}` : `for the period to ${document.periodEnd}`;
  return `${document.form ?? "document"} ${period}`;
}
