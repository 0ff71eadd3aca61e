import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { conceptById } from "../../src/concepts/dictionary";
import { type ParsedDocument } from "../../src/contracts/document";
import { readTextDocument } from "../../src/filings/read-text-document";
import { openServices } from "../../src/server/services/open-services";
import { type Services } from "../../src/server/services/services";
import { partOf } from "../support/measured-data";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { expectedFigures, type ExpectedFigure } from "./answers/expected-figures";
import { spokenName } from "./answers/spoken-name";
import { trapsFor } from "./answers/traps";

type Row = Record<string, string | number>;
type Part = "tuned" | "kept";

interface Counts {
  plain: number;
  right: number;
  wrong: number;
  abstained: number;
  traps: number;
  sprung: number;
}

const none = (): Counts => ({ plain: 0, right: 0, wrong: 0, abstained: 0, traps: 0, sprung: 0 });

/** Plain ways to ask for one figure of one year, taken in turn. */
const wordings: readonly ((company: string, name: string, year: number) => string)[] = [
  (company, name, year) => `What was ${company}'s ${name} in fiscal ${year}?`,
  (company, name, year) => `How much ${name} did ${company} report for fiscal year ${year}?`,
  (company, name, year) => `${company} ${name} FY${year}`,
  (company, name, year) => `Please state the ${name} of ${company} for ${year}.`,
];

/**
 * Asks for figures of real annual reports, all in one store, and holds each answer's value against the report's own
 * tagged facts, chosen here by a plain reading of tag and period. Traps ask for what no such fact can answer.
 */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  if (dataFolder === null) return { figures: [], rows: [] };
  const reports = path.join(dataFolder, "filings", "10-K");
  const folder = mkdtempSync(path.join(tmpdir(), "marginalia-answers-"));
  const services = await openServices({
    database: { kind: "pglite", folder },
    languageModel: null,
    edgar: null,
    logLevel: "silent",
  });
  const counts: Record<Part, Counts> = { tuned: none(), kept: none() };
  const rows: Row[] = [];
  try {
    const read: { name: string; parsed: ParsedDocument }[] = [];
    for (const name of newestOfEachCompany(readdirSync(reports))) {
      const file = path.join(reports, name);
      const parsed = readTextDocument(readFileSync(file), { fileName: name });
      if (parsed.facts.length === 0 || parsed.document.company === null) continue;
      await services.addFiling(file, {});
      read.push({ name, parsed });
    }
    onProgress(`${read.length} annual reports read`);
    for (const [index, { name, parsed }] of read.entries()) {
      const part = partOf(name);
      const row = await askAbout(parsed, index, services, counts[part], onProgress);
      rows.push({ file: name, part, ...row });
      onProgress(`${index + 1} of ${read.length}: ${name}`);
    }
  } finally {
    await services.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { figures: figuresOf(counts), rows };
};

async function askAbout(
  parsed: ParsedDocument,
  turn: number,
  services: Services,
  counts: Counts,
  onProgress: (line: string) => void,
): Promise<Row> {
  const company = spokenName(parsed.document.company ?? "");
  const before = { ...counts };
  for (const [index, expected] of expectedFigures(parsed).entries()) {
    const concept = conceptById(expected.conceptId);
    if (concept === null) throw new Error(`the dictionary has no concept "${expected.conceptId}"`);
    const word = wordings[(turn + index) % wordings.length]!;
    const question = word(company, inSentence(concept.name), expected.fiscalYear);
    const value = await valueOf(question, services);
    counts.plain += 1;
    if (value === null) {
      counts.abstained += 1;
      onProgress(`  abstained: ${question}`);
    } else if (agrees(value, expected)) counts.right += 1;
    else {
      counts.wrong += 1;
      onProgress(`  WRONG: ${question} gave ${value}, filed ${expected.value} (${expected.tag})`);
    }
  }
  for (const question of trapsFor(parsed, company, turn)) {
    const value = await valueOf(question, services);
    counts.traps += 1;
    if (value !== null) {
      counts.sprung += 1;
      onProgress(`  TRAP: ${question} gave ${value}`);
    }
  }
  return {
    right: `${counts.right - before.right}/${counts.plain - before.plain}`,
    wrong: counts.wrong - before.wrong,
    abstained: counts.abstained - before.abstained,
    traps: `${counts.sprung - before.sprung}/${counts.traps - before.traps}`,
  };
}

/** In single units; null where the answer gives no number. */
async function valueOf(question: string, services: Services): Promise<number | null> {
  const request = { question, selection: null, company: null, asOf: null, documentId: null };
  for await (const event of services.ask(request, new AbortController().signal)) {
    if (event.kind === "failed") throw new Error(`${question}: ${event.error.message}`);
    if (event.kind === "answer") return event.answer.value === null ? null : unscaled(event.answer.value);
  }
  return null;
}

const unscaled = ({ value, scale }: { value: number; scale: number }): number => value * scale;

/** Equal but for the rounding the filing itself declares. */
function agrees(value: number, expected: ExpectedFigure): boolean {
  const allowance = Math.max(expected.halfUnit, Math.abs(expected.value) * 1e-9);
  return Math.abs(value - expected.value) <= allowance;
}

/** One report a company, the newest by its file name's order of trust: a dated name, else the accession's. */
function newestOfEachCompany(names: readonly string[]): string[] {
  const newest = new Map<string, string>();
  for (const name of names.filter((one) => /^[A-Z]+_[\d-]+\.html\.gz$/.test(one)).sort()) {
    const ticker = name.split("_")[0]!;
    const known = newest.get(ticker);
    if (known === undefined || filedIn(name) >= filedIn(known)) newest.set(ticker, name);
  }
  return [...newest.values()].sort();
}

function filedIn(name: string): number {
  const [, dated, accession] = /_(?:(\d{4})-\d{2}-\d{2}|\d{10}-(\d{2})-\d{6})\./.exec(name) ?? [];
  return dated === undefined ? 2000 + Number(accession) : Number(dated);
}

function inSentence(name: string): string {
  return /^[A-Z][a-z]/.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

function figuresOf(counts: Record<Part, Counts>): Figure[] {
  return (["tuned", "kept"] as const).flatMap((part): Figure[] => {
    const { plain, right, wrong, abstained, traps, sprung } = counts[part];
    if (plain === 0) return [];
    return [
      {
        name: "plain questions answered right",
        part,
        value: right / plain,
        unit: `of ${plain}`,
        bar: { atLeast: 0.85 },
      },
      { name: "plain questions answered wrong", part, value: wrong, unit: "", bar: { atMost: 0 } },
      { name: "plain questions abstained from", part, value: abstained / plain, unit: `of ${plain}`, bar: null },
      { name: "traps answered with a number", part, value: sprung, unit: `of ${traps}`, bar: { atMost: 0 } },
    ];
  });
}
