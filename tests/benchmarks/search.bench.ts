import { termFrequencyWeights } from "../../src/retrieval/words/lexical-weights";
import { openStore } from "../../src/storage/open-store";
import { type PassageIndexEntry } from "../../src/storage/passage-index";
import { type Store } from "../../src/storage/store";
import { storesUnderTest } from "../storage/stores-under-test";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { readMeasuredFilings } from "./ingest/measured-filings";
import { type Answers, askStore, percentile } from "./search/ask-store";
import { drawQuestions } from "./search/draw-questions";
import { createExactIndex } from "./search/exact-index";
import { companyOf, drawDocument, readRealCorpus, type RealCorpus } from "./search/expand-corpus";
import { seededRandom } from "./search/seeded-random";

const usualSizes = [20_000, 200_000];
/** The bars are for this many passages. */
const barredSize = 200_000;
const bars = {
  company: { p50Ms: { atMost: 4 }, p95Ms: { atMost: 15 } },
  allP95Ms: { atMost: 60 },
  overlap: { atLeast: 0.95 },
  alike: { atLeast: 1 },
  noSlower: { atMost: 1 },
  growth: { atMost: 1.25 },
} as const;
const questionCount = 200;
const seed = 42;

interface Measured extends Answers {
  readonly engine: string;
  readonly size: number;
  readonly storedMs: number;
}

/**
 * Search in stores of 20,000 and 200,000 passages, and of `-- search --passages N` where asked, on PGlite and, where
 * DATABASE_URL is set, on PostgreSQL: times, agreement with exact BM25, and of the engines with each other.
 */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  if (dataFolder === null) return { rows: [], figures: [] };
  const annual = readMeasuredFilings(dataFolder).filter(({ form }) => form === "10-K");
  const corpus = readRealCorpus(annual);
  const sizes = [...new Set([...usualSizes, ...sizesAsked()])].sort((a, b) => a - b);
  const measured: Measured[] = [];
  for (const { name, prepare } of storesUnderTest) {
    const place = await prepare();
    const store = await openStore(place.location);
    try {
      await measureStore(name, store, corpus, sizes, (one) => {
        measured.push(one);
        onProgress(`${name}, ${one.size} passages: ${describeTimes(one)}`);
      });
    } finally {
      await store.close();
      await place.clear();
    }
  }
  return {
    rows: measured.map((one) => ({
      engine: one.engine,
      passages: one.size,
      ...Object.fromEntries(timesOf(one).map(({ what, ms }) => [`${what}, ms`, ms.toFixed(1)])),
      "overlap@10 company": one.overlap.company.toFixed(3),
      "overlap@10 all": one.overlap.all.toFixed(3),
      "stored, ms a passage": one.storedMs.toFixed(2),
    })),
    figures: [...measured.flatMap(figuresOf), ...growthFigures(measured), ...engineFigures(measured)],
  };
};

async function measureStore(
  engine: string,
  store: Store,
  corpus: RealCorpus,
  sizes: readonly number[],
  onMeasured: (measured: Measured) => void,
): Promise<void> {
  const random = seededRandom(seed);
  const exact = createExactIndex();
  let passages = 0;
  let documents = 0;
  let storedMs = 0;
  for (const size of sizes) {
    while (passages < size) {
      const { document, terms } = drawDocument(corpus, documents, random);
      document.passages.forEach(({ id }, i) => exact.add(id, companyOf(documents), terms[i]!));
      documents++;
      passages += document.passages.length;
      const started = performance.now();
      await store.addDocument(document, {
        fiscalYear: null,
        fiscalQuarter: null,
        passages: terms.map(indexEntry),
        sentences: [],
      });
      storedMs += performance.now() - started;
    }
    // Its own sequence: the documents drawn next must be the same whatever is asked between.
    const ofQuestions = seededRandom(seed + 1);
    const asked = drawQuestions(corpus, questionCount, ofQuestions).map((terms) => ({
      terms,
      // The last company may not be whole yet.
      company: Math.floor(ofQuestions() * Math.max(1, companyOf(documents))),
    }));
    onMeasured({ engine, size, storedMs: storedMs / passages, ...(await askStore(store, asked, exact)) });
  }
}

const indexEntry = (terms: readonly string[]): PassageIndexEntry => ({
  terms: termFrequencyWeights(terms),
  statement: null,
  statementStrength: 0,
  numberShare: 0,
  contentsPage: false,
  wordPrint: "0000000000000000",
  numberPrint: "",
});

function timesOf({ times }: Measured): { what: string; ms: number }[] {
  return [
    { what: "one company p50", ms: percentile(times.company, 0.5) },
    { what: "one company p95", ms: percentile(times.company, 0.95) },
    { what: "no filter p50", ms: percentile(times.all, 0.5) },
    { what: "no filter p95", ms: percentile(times.all, 0.95) },
  ];
}

const describeTimes = (one: Measured): string =>
  timesOf(one)
    .map(({ what, ms }) => `${what} ${ms.toFixed(1)} ms`)
    .join(", ");

function figuresOf(one: Measured): Figure[] {
  const barred = one.size === barredSize;
  const name = (what: string): string => `${one.engine}, ${one.size} passages: ${what}`;
  const times = timesOf(one);
  const barsOfTimes = [bars.company.p50Ms, bars.company.p95Ms, null, bars.allP95Ms];
  return [
    ...times.map(({ what, ms }, i) => figure(name(what), ms, "ms", barred ? barsOfTimes[i]! : null)),
    figure(name("overlap@10 with exact BM25, one company"), one.overlap.company, "", barred ? bars.overlap : null),
    figure(name("overlap@10 with exact BM25, no filter"), one.overlap.all, "", barred ? bars.overlap : null),
  ];
}

/** One company's questions in the largest store over those in the smallest. */
function growthFigures(measured: readonly Measured[]): Figure[] {
  return [...new Set(measured.map(({ engine }) => engine))].map((engine) => {
    const own = measured.filter((one) => one.engine === engine);
    const [first, last] = [own[0]!, own.at(-1)!];
    const times = percentile(last.times.company, 0.5) / percentile(first.times.company, 0.5);
    return figure(`${engine}: one company p50, ${last.size} over ${first.size} passages`, times, "times", bars.growth);
  });
}

function engineFigures(measured: readonly Measured[]): Figure[] {
  return measured.flatMap((server) => {
    const embedded = measured.find((one) => one.engine === "PGlite" && one.size === server.size);
    if (server.engine === "PGlite" || embedded === undefined) return [];
    const alike = server.found.filter((found, i) => found === embedded.found[i]).length / server.found.length;
    const ratio = (what: "company" | "all"): number =>
      percentile(server.times[what], 0.5) / percentile(embedded.times[what], 0.5);
    const name = (what: string): string => `${server.engine} beside PGlite, ${server.size} passages: ${what}`;
    const barred = server.size === barredSize;
    return [
      figure(name("questions with the same results"), alike, "", bars.alike),
      figure(name("one company p50"), ratio("company"), "times", barred ? bars.noSlower : null),
      figure(name("no filter p50"), ratio("all"), "times", barred ? bars.noSlower : null),
    ];
  });
}

function figure(name: string, value: number, unit: string, bar: Figure["bar"] = null): Figure {
  return { name, part: "all", value, unit, bar };
}

/** `--passages 1000000`; several are parted by commas. */
function sizesAsked(): number[] {
  const at = process.argv.indexOf("--passages");
  const asked = at < 0 ? [] : (process.argv[at + 1] ?? "").split(",").map(Number);
  if (asked.some((size) => !Number.isInteger(size) || size < 1000)) {
    throw new RangeError("--passages wants whole numbers of at least 1000, as in --passages 1000000");
  }
  return asked;
}
