import { Parser } from "htmlparser2";
import { type ParsedDocument } from "../../../src/contracts/document";
import { readTextDocument } from "../../../src/filings/read-text-document";
import { type MeasuredFiling } from "./measured-filings";

interface ReadingTime {
  readonly filing: MeasuredFiling;
  readonly cpuMs: number;
  readonly bareMs: number;
  readonly read: ParsedDocument;
}

/** Processor time of all threads for reading a filing end to end, and of a bare htmlparser2 pass over the same bytes. */
export function timeReading(filing: MeasuredFiling): ReadingTime {
  const bareMs = cpuMsOf(() => bareParserPass(filing.bytes)).ms;
  const { ms, result } = cpuMsOf(() => readTextDocument(filing.bytes, { fileName: filing.name, form: filing.form }));
  return { filing, cpuMs: ms, bareMs, read: result };
}

function bareParserPass(bytes: Uint8Array): number {
  let elements = 0;
  const parser = new Parser({ onopentag: () => elements++, ontext: () => undefined });
  parser.write(Buffer.from(bytes).toString("utf8"));
  parser.end();
  return elements;
}

function cpuMsOf<Result>(work: () => Result): { ms: number; result: Result } {
  const before = process.cpuUsage();
  const result = work();
  const used = process.cpuUsage(before);
  return { ms: (used.user + used.system) / 1e3, result };
}
