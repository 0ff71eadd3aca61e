import { useCallback, useRef, useState } from "react";
import { type WorkbookSnapshot } from "../../contracts/workbook-snapshot";
import { type ReadWorkbookFile } from "./read-outcome";

/** A file above this would not fit the page's memory once unpacked. */
const largestFileBytes = 60 * 1024 * 1024;

export interface OpenWorkbook {
  readonly workbook: WorkbookSnapshot | null;
  /** Counts the workbooks opened. */
  readonly generation: number;
  /** The name of the file being read. */
  readonly reading: string | null;
  /** Why the last file was not opened; the workbook before it stays. */
  readonly problem: string | null;
  readonly open: (name: string, load: () => Promise<ArrayBuffer>) => void;
  readonly report: (problem: string | null) => void;
}

/** The workbook on the page. A file that cannot be read changes nothing but the message. */
export function useOpenWorkbook(
  readFile: ReadWorkbookFile,
  onOpened: (workbook: WorkbookSnapshot) => void,
): OpenWorkbook {
  const [shown, setShown] = useState<{ workbook: WorkbookSnapshot | null; generation: number }>({
    workbook: null,
    generation: 0,
  });
  const [reading, setReading] = useState<string | null>(null);
  const [problem, report] = useState<string | null>(null);
  const current = useRef<AbortController | null>(null);

  const open = useCallback(
    (name: string, load: () => Promise<ArrayBuffer>) => {
      current.current?.abort();
      const attempt = new AbortController();
      current.current = attempt;
      setReading(name);
      report(null);
      const run = async (): Promise<void> => {
        const bytes = await load();
        const refusal = whyNotRead(name, bytes.byteLength);
        const outcome =
          refusal === null
            ? await readFile({ name, bytes }, attempt.signal)
            : { kind: "failed" as const, message: refusal };
        if (attempt.signal.aborted) return;
        setReading(null);
        if (outcome.kind === "failed") return report(outcome.message);
        onOpened(outcome.workbook);
        setShown((before) => ({ workbook: outcome.workbook, generation: before.generation + 1 }));
      };
      run().catch((error: unknown) => {
        if (attempt.signal.aborted) return;
        setReading(null);
        report(`${name} could not be loaded: ${error instanceof Error ? error.message : String(error)}`);
      });
    },
    [readFile, onOpened],
  );
  return { ...shown, reading, problem, open, report };
}

function whyNotRead(name: string, sizeBytes: number): string | null {
  if (sizeBytes === 0) return `${name} is empty: there is no workbook in it.`;
  if (sizeBytes <= largestFileBytes) return null;
  const megabytes = Math.round(sizeBytes / 1024 / 1024);
  return `${name} is ${megabytes} MB; the workbench opens workbooks up to ${largestFileBytes / 1024 / 1024} MB.`;
}
