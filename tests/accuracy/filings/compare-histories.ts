import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { addDays } from "../../../src/concepts/time/days";
import { type ParsedDocument } from "../../../src/contracts/document";
import { type FactChange, type FactHistory, type FactReport } from "../../../src/contracts/fact-history";
import { companyFactsSchema, reportsFrom } from "../../../src/edgar/company-facts";
import { createRetrieval, type Retrieval } from "../../../src/retrieval/create-retrieval";
import { type BareHistory } from "../../../src/retrieval/history/build-histories";
import { readHistories } from "../../../src/retrieval/history/find-histories";
import { openStore } from "../../../src/storage/open-store";
import { type Store } from "../../../src/storage/store";
import { partOf } from "../../support/measured-data";

type Part = "tuned" | "kept";

/** A thing whose value changed between filings, and what each filing said. */
interface ExpectedHistory {
  readonly cik: number;
  readonly concept: string;
  readonly unit: string;
  readonly start: string | null;
  readonly end: string;
  readonly history: readonly { readonly filed: string; readonly accn: string; readonly value: number }[];
}

/** What a reader of the filings' figures judged a change to be. */
interface Verdict {
  readonly cik: number;
  readonly concept: string;
  readonly unit: string;
  readonly start: string | null;
  readonly end: string;
  /** The filing that changed it. */
  readonly accession: string;
  readonly kind: FactChange["kind"];
}

export interface HistoryScore {
  readonly part: Part;
  readonly histories: { readonly equal: number; readonly expected: number };
  /** A day before, on and after each filing that changed a value. */
  readonly asOf: { readonly equal: number; readonly expected: number };
  readonly kinds: ReadonlyMap<FactChange["kind"], number>;
  readonly judged: { readonly agree: number; readonly verdicts: number };
  readonly differences: readonly string[];
  /** Median and slowest milliseconds of one company's histories as of one day. */
  readonly readMs: { readonly median: number; readonly most: number };
}

/** Names the part a history belongs to, so that one concept of a company is whole in one part. */
export function partOfHistory({ cik, concept }: Pick<ExpectedHistory, "cik" | "concept">): Part {
  return partOf(`${cik} ${concept}`);
}

/** Stores the figures of every filing of a few companies as EDGAR lists them, and asks our own histories for them again. */
export async function compareHistories(dataFolder: string): Promise<HistoryScore[]> {
  const cases = readCases(path.join(dataFolder, "cases"));
  const verdicts = readVerdicts();
  const listed = path.join(dataFolder, "filings", "companyfacts");
  const folder = mkdtempSync(path.join(tmpdir(), "marginalia-histories-"));
  const store = await openStore({ kind: "pglite", folder });
  const retrieval = createRetrieval(store);
  const scores = { tuned: new Score(), kept: new Score() };
  try {
    for (const file of readdirSync(listed).filter((name) => name.endsWith(".json.gz"))) {
      const cik = Number(/\d+/.exec(file)![0]);
      await storeFilings(retrieval, path.join(listed, file), cik);
      const own = cases.filter((one) => one.cik === cik);
      const request = { concepts: conceptsOf(own), asOf: null, wholeCompany: true };
      const histories = byThing(cik, await retrieval.factHistories(String(cik), request));
      for (const one of own) {
        const found = histories.get(keyOf(one));
        scores[partOfHistory(one)].addHistory(
          one,
          found,
          verdicts.filter((verdict) => isSame(verdict, one)),
        );
      }
      await checkDays(store, cik, own, scores);
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return (["tuned", "kept"] as const).map((part) => scores[part].result(part));
}

async function checkDays(store: Store, cik: number, own: readonly ExpectedHistory[], scores: Record<Part, Score>) {
  const documents = (await store.listDocuments()).filter((document) => Number(document.cik) === cik);
  const filed = [...new Set(own.flatMap(({ history }) => history.map((report) => report.filed)))].sort();
  const days = new Set(filed.flatMap((day) => [addDays(day, -1), day, addDays(day, 1)]));
  for (const day of days) {
    const near = own.filter(({ history }) => history.some((report) => isBeside(report.filed, day)));
    const startedMs = performance.now();
    const request = { concepts: conceptsOf(near), asOf: day, wholeCompany: true };
    const known = byThing(cik, await readHistories(store, documents, request));
    const ms = performance.now() - startedMs;
    for (const one of near) scores[partOfHistory(one)].addDay(one, day, known.get(keyOf(one)), ms);
  }
}

const isBeside = (filed: string, day: string) => [addDays(filed, -1), filed, addDays(filed, 1)].includes(day);
const conceptsOf = (cases: readonly ExpectedHistory[]) => [...new Set(cases.map(({ concept }) => concept))];

function byThing<History extends BareHistory>(cik: number, histories: readonly History[]): Map<string, History> {
  return new Map(histories.map((history) => [keyOf({ ...history, cik }), history]));
}

/** The list leaves out what 8-Ks state again, as one that recasts an annual report does. */
const isListed = ({ document }: FactReport) => /^10-[KQ]/.test(document.form ?? "");

class Score {
  private histories = { equal: 0, expected: 0 };
  private asOf = { equal: 0, expected: 0 };
  private judged = { agree: 0, verdicts: 0 };
  private readonly kinds = new Map<FactChange["kind"], number>();
  private readonly differences: string[] = [];
  private readonly ms: number[] = [];

  addHistory(expected: ExpectedHistory, found: FactHistory | undefined, verdicts: readonly Verdict[]): void {
    this.histories.expected++;
    const listed = (found?.reports ?? []).filter(isListed);
    const said = listed.filter((report, at, all) => report.value !== all[at - 1]?.value);
    const ours = said.map((report) => `${report.document.accession} ${report.value}`).join();
    const wanted = expected.history.map((report) => `${report.accn} ${report.value}`).join();
    if (ours === wanted) this.histories.equal++;
    else this.differences.push(`${keyOf(expected)}: ${ours}, not ${wanted}`);
    for (const { change } of found?.changes ?? []) this.kinds.set(change.kind, (this.kinds.get(change.kind) ?? 0) + 1);
    for (const verdict of verdicts) {
      const at = found?.reports.findIndex((report) => report.document.accession === verdict.accession);
      const kind = found?.changes.find((one) => one.at === at)?.change.kind;
      this.judged.verdicts++;
      if (kind === verdict.kind) this.judged.agree++;
      else this.differences.push(`${keyOf(expected)} by ${verdict.accession}: ${kind}, judged ${verdict.kind}`);
    }
  }

  addDay(expected: ExpectedHistory, day: string, found: BareHistory | undefined, ms: number): void {
    const wanted = expected.history.filter((report) => report.filed <= day).at(-1)?.value;
    const known = found?.reports.filter(isListed).at(-1)?.value;
    this.asOf.expected++;
    this.ms.push(ms);
    if (known === wanted) this.asOf.equal++;
    else this.differences.push(`${keyOf(expected)} as of ${day}: ${known}, not ${wanted}`);
  }

  result(part: Part): HistoryScore {
    const sorted = [...this.ms].sort((a, b) => a - b);
    const readMs = { median: sorted[Math.floor(sorted.length / 2)] ?? 0, most: sorted.at(-1) ?? 0 };
    const { histories, asOf, kinds, judged, differences } = this;
    return { part, histories, asOf, kinds, judged, differences, readMs };
  }
}

/** One document a filing, its figures as EDGAR attributes them. */
async function storeFilings(retrieval: Retrieval, file: string, cik: number): Promise<void> {
  const facts = companyFactsSchema.parse(JSON.parse(gunzipSync(readFileSync(file)).toString("utf8")));
  const byFiling = new Map<string, FactReport[]>();
  for (const report of reportsFrom(facts, { cik: String(cik).padStart(10, "0"), ticker: null })) {
    const own = byFiling.get(report.document.id);
    if (own === undefined) byFiling.set(report.document.id, [report]);
    else own.push(report);
  }
  for (const reports of byFiling.values()) await retrieval.addDocument(asDocument(reports));
}

function asDocument(reports: readonly FactReport[]): ParsedDocument {
  const { document } = reports[0]!;
  return {
    document,
    text: "",
    sections: [],
    passages: [],
    tables: [],
    disclosures: [],
    textShare: 1,
    warnings: [],
    facts: reports.map(({ concept, unit, start, end, value, decimals }, n) => ({
      id: `${document.id}!${n}`,
      documentId: document.id,
      source: "tagged",
      concept,
      unit,
      start,
      end,
      dimensions: {},
      value,
      decimals,
      printed: null,
      passageId: null,
      span: null,
    })),
  };
}

function readCases(folder: string): readonly ExpectedHistory[] {
  return (JSON.parse(readFileSync(path.join(folder, "restatements.json"), "utf8")) as { cases: ExpectedHistory[] })
    .cases;
}

function readVerdicts(): readonly Verdict[] {
  const file = path.join(__dirname, "change-verdicts.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as { verdicts: Verdict[] }).verdicts : [];
}

function keyOf({
  cik,
  concept,
  unit,
  start,
  end,
}: { cik: number } & Pick<FactReport, "concept" | "unit" | "start" | "end">) {
  return [cik, concept, unit, start ?? "", end].join("|");
}

function isSame(verdict: Verdict, one: ExpectedHistory): boolean {
  return keyOf(verdict) === keyOf(one);
}
