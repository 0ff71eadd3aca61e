import { type IsoDate } from "../../contracts/dates";
import { type FactHistory } from "../../contracts/fact-history";
import { type Store, type StoredDocument } from "../../storage/store";
import { type BareHistory, buildHistories } from "./build-histories";
import { classifyHistories } from "./classify-histories";
import { evidenceFromStore } from "./evidence-from-store";
import { reportsFrom } from "./reports-from-facts";

export interface HistoriesRequest {
  /** Qualified tags. */
  readonly concepts: readonly string[];
  /** Nothing filed later is read, nor is a change that came later. */
  readonly asOf: IsoDate | null;
  /** False: the parts of the company (segments, products) as well. */
  readonly wholeCompany: boolean;
}

/** What filings of a company, all known on the as-of day, said of each thing over time, and how it changed; newest period first. */
export async function findHistories(
  store: Store,
  documents: readonly StoredDocument[],
  request: HistoriesRequest,
): Promise<FactHistory[]> {
  const histories = await classifyHistories(
    await readHistories(store, documents, request),
    evidenceFromStore(store, documents, request.asOf),
  );
  return histories.sort(newestFirst);
}

/** The reports alone: what was said, not why it changed. */
export async function readHistories(
  store: Store,
  documents: readonly StoredDocument[],
  { concepts, asOf, wholeCompany }: HistoriesRequest,
): Promise<BareHistory[]> {
  const documentIds = documents.map(({ id }) => id);
  const facts = await store.findFacts({ concepts, documentIds, asOf, dimensionless: wholeCompany });
  return buildHistories(reportsFrom(facts));
}

export function newestFirst(a: FactHistory, b: FactHistory): number {
  const text = (value: string | null) => value ?? "";
  return (
    text(b.end).localeCompare(text(a.end)) ||
    text(b.start).localeCompare(text(a.start)) ||
    a.concept.localeCompare(b.concept)
  );
}
