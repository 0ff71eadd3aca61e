import { createPostingsIndex } from "../../../src/retrieval/search/lexical-index";
import { type Store } from "../../../src/storage/store";
import { documentIdsOfCompany } from "./expand-corpus";
import { type ExactIndex } from "./exact-index";

export interface Asked {
  readonly terms: ReadonlyMap<string, number>;
  readonly company: number;
}

export interface Answers {
  readonly times: { readonly company: number[]; readonly all: number[] };
  /** Mean share of the exact first ten that are among ours. */
  readonly overlap: { readonly company: number; readonly all: number };
  /** What was found, one string a question: two engines are compared by it. */
  readonly found: readonly string[];
}

const resultLimit = 20;
const compared = 10;
const warmUps = 10;
/** After the last filing: the filter stands in the query and leaves all. */
const asOf = "2040-01-01";

/** Every question, of one company and of all, with its time from the words to the passages with their text. */
export async function askStore(store: Store, questions: readonly Asked[], exact: ExactIndex): Promise<Answers> {
  const index = createPostingsIndex(store);
  const times = { company: [] as number[], all: [] as number[] };
  const overlap = { company: 0, all: 0 };
  const found: string[] = [];
  const ask = async (terms: Asked["terms"], documentIds: readonly string[] | null) => {
    const started = performance.now();
    const hits = await index.search({ terms, asOf, documentIds, limit: resultLimit });
    return {
      ids: hits.map((hit) => hit.passage.id),
      scores: hits.map((hit) => hit.lexicalScore),
      ms: performance.now() - started,
    };
  };
  for (const { terms, company } of questions.slice(0, warmUps)) {
    await ask(terms, documentIdsOfCompany(company));
    await ask(terms, null);
  }
  for (const { terms, company } of questions) {
    const own = await ask(terms, documentIdsOfCompany(company));
    const all = await ask(terms, null);
    times.company.push(own.ms);
    times.all.push(all.ms);
    overlap.company += shareFound(own.ids, exact.search(terms, company, compared)) / questions.length;
    overlap.all += shareFound(all.ids, exact.search(terms, null, compared)) / questions.length;
    found.push(JSON.stringify([own.ids, own.scores, all.ids, all.scores]));
  }
  return { times, overlap, found };
}

function shareFound(found: readonly string[], reference: readonly string[]): number {
  const first = found.slice(0, compared);
  return reference.length === 0 ? 1 : reference.filter((id) => first.includes(id)).length / reference.length;
}

export function percentile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))] ?? 0;
}
