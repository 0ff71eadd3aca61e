import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createRetrieval } from "../../src/retrieval/create-retrieval";
import { createSparseVectorIndex } from "../../src/retrieval/search/lexical-index";
import { inverseDocumentFrequency } from "../../src/retrieval/words/lexical-weights";
import { tokenize } from "../../src/retrieval/words/tokenize";
import { openStore } from "../../src/storage/open-store";
import { parsedDocument } from "../storage/document-fixture";
import { type Figure, type ScoredSuite } from "../support/scored-suite";

const companies = 40;
const documentsEach = 5;
const passagesEach = 100;
const questions = 100;

/** 20,000 passages of made-up words with the frequencies of a language; BM25 in SQL against BM25 in plain arrays. */
export const suite: ScoredSuite = async (_dataFolder, onProgress) => {
  const random = seededRandom(42);
  const folder = await mkdtemp(path.join(tmpdir(), "marginalia-bench-"));
  const store = await openStore({ kind: "pglite", folder });
  const retrieval = createRetrieval(store);
  const exact = createExactIndex();
  const vocabulary = Array.from({ length: 30_000 }, (_, i) => madeUpWord(i));
  // Zipf: the n-th word comes n times as rarely as the first.
  const word = () =>
    vocabulary[Math.min(vocabulary.length - 1, Math.floor(Math.exp(random() * Math.log(vocabulary.length))) - 1)]!;
  const started = performance.now();
  for (let company = 0; company < companies; company++) {
    for (let year = 0; year < documentsEach; year++) {
      const document = parsedDocument({
        id: `c${company}-${2020 + year}`,
        company: `${vocabulary[company + 100]} ${vocabulary[company + 200]} Inc`,
        ticker: `ZQ${company}`,
        cik: String(1000 + company),
        periodEnd: `${2020 + year}-12-31`,
        filed: `${2021 + year}-02-20`,
        passages: Array.from({ length: passagesEach }, () => ({
          text: Array.from({ length: 80 + Math.floor(random() * 160) }, word).join(" "),
        })),
      });
      await retrieval.addDocument(document);
      for (const passage of document.passages) exact.add(passage.id, document.document.id, tokenize(passage.text));
    }
    onProgress(`${(company + 1) * documentsEach * passagesEach} passages stored`);
  }
  const buildMs = performance.now() - started;

  const index = createSparseVectorIndex(store);
  const times = { all: [] as number[], narrow: [] as number[], whole: [] as number[], arrays: [] as number[] };
  const overlaps = { all: 0, narrow: 0 };
  for (let n = 0; n < questions; n++) {
    const terms = new Map(Array.from({ length: 6 }, () => [tokenize(word())[0]!, 1]));
    const company = Math.floor(random() * companies);
    const documentIds = Array.from({ length: documentsEach }, (_, year) => `c${company}-${2020 + year}`);
    const found = await timed(times.all, () => index.search({ terms, asOf: null, documentIds: null, limit: 10 }));
    const foundNarrow = await timed(times.narrow, () =>
      index.search({ terms, asOf: "2030-01-01", documentIds, limit: 10 }),
    );
    const reference = await timed(times.arrays, async () => exact.search(terms, null));
    overlaps.all += overlap(
      found.map((hit) => hit.passage.id),
      reference,
    );
    overlaps.narrow += overlap(
      foundNarrow.map((hit) => hit.passage.id),
      exact.search(terms, new Set(documentIds)),
    );
    await timed(times.whole, () =>
      retrieval.search({
        query: `why did ${[...terms.keys()].join(" ")} change in 2023`,
        k: 10,
        company: `ZQ${company}`,
        documentId: null,
        asOf: "2030-01-01",
      }),
    );
  }
  await store.close();
  await rm(folder, { recursive: true, force: true });

  const figure = (name: string, value: number, unit: string, bar: Figure["bar"] = null): Figure => ({
    name,
    part: "all",
    value,
    unit,
    bar,
  });
  return {
    rows: [],
    figures: [
      figure("passages", companies * documentsEach * passagesEach, ""),
      figure("storing, a passage", buildMs / (companies * documentsEach * passagesEach), "ms"),
      figure("one company, p50", percentile(times.narrow, 0.5), "ms", { atMost: 50 }),
      figure("one company, p95", percentile(times.narrow, 0.95), "ms"),
      figure("unfiltered, p50", percentile(times.all, 0.5), "ms", { atMost: 500 }),
      figure("unfiltered, p95", percentile(times.all, 0.95), "ms"),
      figure("plain arrays unfiltered, p50", percentile(times.arrays, 0.5), "ms"),
      figure("whole question within a company, p50", percentile(times.whole, 0.5), "ms", { atMost: 150 }),
      figure("whole question within a company, p95", percentile(times.whole, 0.95), "ms"),
      figure("overlap@10 with exact BM25, one company", overlaps.narrow / questions, "", { atLeast: 0.9 }),
      figure("overlap@10 with exact BM25, unfiltered", overlaps.all / questions, "", { atLeast: 0.9 }),
    ],
  };
};

/** BM25 as the textbook has it, with the true mean length of the passages. */
function createExactIndex() {
  const postings = new Map<string, Map<number, number>>();
  const passages: { id: string; documentId: string; length: number }[] = [];
  let words = 0;
  return {
    add(id: string, documentId: string, terms: readonly string[]): void {
      const place = passages.push({ id, documentId, length: terms.length }) - 1;
      words += terms.length;
      for (const term of terms) {
        const posting = postings.get(term) ?? new Map<number, number>();
        posting.set(place, (posting.get(place) ?? 0) + 1);
        postings.set(term, posting);
      }
    },
    search(terms: ReadonlyMap<string, number>, within: ReadonlySet<string> | null): string[] {
      const mean = words / passages.length;
      const scores = new Map<number, number>();
      for (const [term, weight] of terms) {
        const posting = postings.get(term);
        if (!posting) continue;
        const rarity = inverseDocumentFrequency(posting.size, passages.length) * weight;
        for (const [place, count] of posting) {
          const passage = passages[place]!;
          if (within && !within.has(passage.documentId)) continue;
          const frequency = (count * 2.2) / (count + 1.2 * (0.25 + (0.75 * passage.length) / mean));
          scores.set(place, (scores.get(place) ?? 0) + rarity * frequency);
        }
      }
      return [...scores]
        .sort((a, b) => b[1] - a[1])
        .slice(0, 10)
        .map(([place]) => passages[place]!.id);
    },
  };
}

async function timed<Result>(times: number[], work: () => Promise<Result>): Promise<Result> {
  const started = performance.now();
  const result = await work();
  times.push(performance.now() - started);
  return result;
}

function overlap(found: readonly string[], reference: readonly string[]): number {
  return reference.length === 0 ? 1 : reference.filter((id) => found.includes(id)).length / reference.length;
}

function percentile(times: readonly number[], share: number): number {
  return [...times].sort((a, b) => a - b)[Math.floor(share * (times.length - 1))] ?? 0;
}

/** Consonants and vowels in turn: no word of it is a word. */
function madeUpWord(number: number): string {
  const consonants = "bdfgklmnprtvz";
  const vowels = "aeiou";
  let left = number + 700;
  let word = "";
  while (left > 0 || word.length < 4) {
    word += consonants[left % 13]! + vowels[Math.floor(left / 13) % 5]!;
    left = Math.floor(left / 65);
  }
  return word;
}

/** mulberry32: the same numbers on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
