import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Fact } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";
import { openServices } from "../../../src/server/services/open-services";
import { type Services } from "../../../src/server/services/services";
import { fingerprintOfSource } from "../financebench/fingerprint-of-source";

/** A filing's tagged facts as they stand in it, beside what its cover says of it. */
export interface TaggedFiling {
  readonly cik: number;
  readonly ticker: string;
  readonly company: string;
  readonly form: "10-K" | "10-Q";
  readonly periodEnd: string;
  readonly facts: readonly Fact[];
}

interface ManifestRow {
  readonly file: string;
  readonly cik: number;
  readonly ticker: string;
  readonly company: string;
  readonly form: string;
  readonly period: string | null;
  readonly ixbrl: number;
}

const entries = ["filings/read-document.ts", "retrieval/index/index-document.ts", "storage/open-store.ts"];
/** A company with one filing has no second year, no quarter and nothing to put together. */
const fewestFilings = 2;

/** Annual and quarterly reports of companies with several of them, all in one store that is kept until reading changes. */
export async function openFactsStore(
  filings: string,
  onProgress: (line: string) => void,
): Promise<{ services: Services; filings: readonly TaggedFiling[] }> {
  const cache = path.join(tmpdir(), "marginalia-facts");
  const folder = path.join(cache, fingerprintOfSource(entries, ["storage/migrations"]));
  if (!existsSync(folder)) {
    rmSync(cache, { recursive: true, force: true });
    const unfinished = `${folder}.unfinished`;
    mkdirSync(unfinished, { recursive: true });
    const services = await open(path.join(unfinished, "store"));
    const read: TaggedFiling[] = [];
    for (const row of chosenFilings(filings)) {
      const file = path.join(filings, row.file);
      const parsed = readTextDocument(readFileSync(file), { fileName: path.basename(file) });
      const { company, periodEnd, form } = parsed.document;
      if (company === null || periodEnd === null || (form !== "10-K" && form !== "10-Q")) continue;
      await services.addFiling(file, {});
      const { cik, ticker } = row;
      read.push({ cik, ticker, company, form, periodEnd, facts: parsed.facts.filter(isUsable) });
      onProgress(`read ${row.file}`);
    }
    await services.close();
    writeFileSync(path.join(unfinished, "facts.json"), JSON.stringify(read));
    renameSync(unfinished, folder);
  }
  const kept = JSON.parse(readFileSync(path.join(folder, "facts.json"), "utf8")) as TaggedFiling[];
  return { services: await open(path.join(folder, "store")), filings: kept };
}

function chosenFilings(filings: string): ManifestRow[] {
  const all = JSON.parse(readFileSync(path.join(filings, "manifest.json"), "utf8")) as ManifestRow[];
  const tagged = all.filter((row) => row.ixbrl > 0 && /^10-[KQ]\/.*\.html\.gz$/.test(row.file));
  return tagged.filter((row) => tagged.filter(({ cik }) => cik === row.cik).length >= fewestFilings);
}

/** Figures and the cover's own words; texts of notes are long and answer nothing here. */
function isUsable({ value, concept }: Fact): boolean {
  return typeof value === "number" || (concept.startsWith("dei:") && typeof value === "string" && value.length < 200);
}

function open(folder: string): Promise<Services> {
  return openServices({ database: { kind: "pglite", folder }, languageModel: null, edgar: null, logLevel: "silent" });
}
