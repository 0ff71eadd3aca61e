import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type ParsedDocument } from "../../src/contracts/document";
import { migrate } from "../../src/storage/migrate";
import { openPgliteConnection } from "../../src/storage/pglite-connection";
import { openPostgresqlConnection } from "../../src/storage/postgresql-connection";
import { type SqlConnection } from "../../src/storage/sql-connection";
import { type Figure, type ScoredSuite } from "../support/scored-suite";
import { startPostgresql } from "../support/start-postgresql";
import { type MeasuredFiling, readMeasuredFilings, submissionOf } from "./ingest/measured-filings";
import { readApart } from "./ingest/read-apart";
import { timeInterrupted } from "./ingest/time-interrupted";
import { timeReading } from "./ingest/time-reading";
import { describeBounds, timeStoring } from "./ingest/time-storing";

const bars = { megabytesPerSecond: { atLeast: 20 }, megabytes: { atMost: 400 } } as const;
const warmUps = 8;
const exhibitsOfSubmission = 6;
/** Every third report is stored: a mixture of both forms that ends within a minute or two. */
const storedEach = 3;

type ReadingTime = Omit<ReturnType<typeof timeReading>, "read"> & { readonly passages: number; readonly facts: number };
type Row = Readonly<Record<string, string | number>>;

function figure(name: string, value: number, unit: string, bar: Figure["bar"] = null): Figure {
  return { name, part: "all", value, unit, bar };
}

/** From a filing's bytes to stored passages: speed, memory, what bounds them, and what a kill costs. */
export const suite: ScoredSuite = async (dataFolder, onProgress) => {
  if (dataFolder === null) return { rows: [], figures: [] };
  const filings = readMeasuredFilings(dataFolder);
  for (const filing of filings.slice(0, warmUps)) timeReading(filing);
  const stored: ParsedDocument[] = [];
  const times = filings.map((filing, index) => {
    if (index % 20 === 0) onProgress(`${index} of ${filings.length} filings read`);
    const { read, ...time } = timeReading(filing);
    // Kept whole only where they are stored: otherwise the collector's work on them would be counted as reading.
    if (index % storedEach === 0) stored.push(read);
    return { ...time, passages: read.passages.length, facts: read.facts.length };
  });
  const memory = measureMemory(dataFolder, filings, onProgress);
  const storing: { rows: Row[]; figures: Figure[] } = { rows: [], figures: [] };
  for (const engine of engines()) {
    onProgress(`storing ${stored.length} filings into ${engine.name}`);
    const connection = await engine.open();
    try {
      await migrate(connection);
      const time = await timeStoring(connection, stored);
      const bounds = describeBounds(time);
      onProgress(`${engine.name}: ${bounds}`);
      const perSecond = (1e3 * time.passages) / time.wholeMs;
      storing.rows.push({ file: `stored into ${engine.name}`, passages: time.passages, facts: time.facts, bounds });
      storing.figures.push(figure(`passages a second into ${engine.name}, facts and tables beside`, perSecond, ""));
    } finally {
      await connection.close();
      engine.clear();
    }
  }
  const interrupted = await timeInterrupted(onProgress);
  return {
    rows: [...times.map(rowOf), ...memory.rows, ...storing.rows, ...interrupted.rows],
    figures: [...speedFigures(times), ...memory.figures, ...storing.figures, ...interrupted.figures],
  };
};

function speedFigures(times: readonly ReadingTime[]): Figure[] {
  const megabytes = times.reduce((sum, { filing }) => sum + filing.bytes.length, 0) / 1e6;
  const seconds = times.reduce((sum, { cpuMs }) => sum + cpuMs, 0) / 1e3;
  const bareSeconds = times.reduce((sum, { bareMs }) => sum + bareMs, 0) / 1e3;
  const unit = "MB/s of CPU";
  return [
    figure(`reading ${times.length} filings end to end`, megabytes / seconds, unit, bars.megabytesPerSecond),
    figure("a bare htmlparser2 pass over the same bytes", megabytes / bareSeconds, unit),
    figure("reading, of the bare pass's speed", bareSeconds / seconds, "times"),
    figure("reading, median of the filings", median(times.map(speedOf)), unit),
    figure("reading, slowest filing", Math.min(...times.map(speedOf)), unit),
    figure("of the bare pass's speed, median of the filings", median(times.map((t) => t.bareMs / t.cpuMs)), "times"),
  ];
}

function measureMemory(
  dataFolder: string,
  filings: readonly MeasuredFiling[],
  onProgress: (line: string) => void,
): { rows: Row[]; figures: Figure[] } {
  const folder = mkdtempSync(path.join(tmpdir(), "marginalia-bench-"));
  try {
    const bySize = [...filings].sort((a, b) => b.bytes.length - a.bytes.length);
    const largest = bySize[0]!;
    const write = (name: string, bytes: Uint8Array): string => {
      const file = path.join(folder, name);
      writeFileSync(file, bytes);
      return file;
    };
    const exhibits = bySize.slice(1, 1 + exhibitsOfSubmission);
    const pdfs = path.join(dataFolder, "filings", "pdf");
    const measured = [
      { what: "the largest filing", file: write("largest.htm", largest.bytes) },
      {
        what: `a submission of ${exhibitsOfSubmission} large exhibits`,
        file: write("whole.txt", submissionOf(largest, exhibits)),
      },
      ...readdirSync(pdfs)
        .filter((name) => name.endsWith(".pdf"))
        .map((name) => ({ what: "PDF", file: path.join(pdfs, name) })),
    ].map(({ what, file }) => {
      const { baselineBytes, peakBytes, passages, facts } = readApart(file);
      const megabytes = (peakBytes - baselineBytes) / 1e6;
      onProgress(`${what}: ${megabytes.toFixed(0)} MB above ${(baselineBytes / 1e6).toFixed(0)} MB`);
      return { what, file, megabytes, passages, facts };
    });
    const most = (what: (name: string) => boolean): number =>
      Math.max(...measured.filter((one) => what(one.what)).map(({ megabytes }) => megabytes));
    return {
      rows: measured.map(({ what, file, megabytes, passages, facts }) => ({
        file: what === "PDF" ? path.basename(file) : what,
        passages,
        facts,
        "MB above baseline": Math.round(megabytes),
      })),
      figures: [
        figure(
          `memory of the largest filing, ${(largest.bytes.length / 1e6).toFixed(1)} MB`,
          most((what) => what === "the largest filing"),
          "MB",
          bars.megabytes,
        ),
        figure(
          "memory of a whole submission with exhibits",
          most((what) => what.startsWith("a submission")),
          "MB",
          bars.megabytes,
        ),
        figure(
          "memory of the hungriest PDF",
          most((what) => what === "PDF"),
          "MB",
          bars.megabytes,
        ),
      ],
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

interface Engine {
  readonly name: string;
  readonly open: () => Promise<SqlConnection>;
  readonly clear: () => void;
}

/** PGlite always; PostgreSQL where there is one. */
function* engines(): Generator<Engine> {
  const folder = mkdtempSync(path.join(tmpdir(), "marginalia-bench-"));
  yield {
    name: "PGlite",
    open: () => openPgliteConnection(folder),
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
  const server = startPostgresql();
  if (server !== null) {
    yield { name: "PostgreSQL", open: () => openPostgresqlConnection(server.url), clear: () => server.stop() };
  }
}

function rowOf(time: ReadingTime): Row {
  return {
    file: `${time.filing.form}/${time.filing.name}`,
    MB: (time.filing.bytes.length / 1e6).toFixed(1),
    "MB/s": speedOf(time).toFixed(1),
    "bare MB/s": (time.filing.bytes.length / 1e3 / time.bareMs).toFixed(1),
    "of bare": (time.bareMs / time.cpuMs).toFixed(2),
    passages: time.passages,
    facts: time.facts,
  };
}

function speedOf({ filing, cpuMs }: ReadingTime): number {
  return filing.bytes.length / 1e3 / cpuMs;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
