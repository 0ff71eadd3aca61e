import { type DocumentFilter, type RankedPassage, type Store } from "../../storage/store";
import { inverseDocumentFrequency } from "../words/lexical-weights";

export interface LexicalQuery extends DocumentFilter {
  /** Term to the weight the question gives it; rarity is the index's business. */
  readonly terms: ReadonlyMap<string, number>;
  readonly limit: number;
}

/** Passages by their words, best first. Another engine (pg_textsearch) may stand behind it. */
export interface LexicalIndex {
  search(query: LexicalQuery): Promise<RankedPassage[]>;
  /** The query's terms as weighed against the store as it is now. */
  weigh(terms: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>>;
}

/** Exact BM25: the stored postings hold the frequency half, the query's weights the rarity half. */
export function createPostingsIndex(store: Store): LexicalIndex {
  const weigh = async (terms: ReadonlyMap<string, number>): Promise<ReadonlyMap<string, number>> => {
    const statistics = await store.termStatistics([...terms.keys()]);
    const weighed = new Map<string, number>();
    for (const [term, weight] of terms) {
      const passages = statistics.passagesWithTerm.get(term);
      if (passages === undefined || weight <= 0) continue;
      weighed.set(term, weight * inverseDocumentFrequency(passages, statistics.passageCount));
    }
    return weighed;
  };
  return {
    weigh,
    search: async ({ terms, ...filter }) => store.searchPassages({ ...filter, terms: await weigh(terms) }),
  };
}
