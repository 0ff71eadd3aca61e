import path from "node:path";
import { Worker } from "node:worker_threads";
import { FilingUnreadableError, NotAFilingError } from "../filing-errors";
import { type PdfPage } from "./pdf-page";

export interface PdfLimits {
  /** A page that takes longer ends the reading; what came before stands. */
  readonly pageMs: number;
  readonly memoryMb: number;
  readonly pages: number;
}

export const usualPdfLimits: PdfLimits = { pageMs: 10_000, memoryMb: 700, pages: 3_000 };

export interface PdfPages {
  readonly pages: readonly PdfPage[];
  readonly warnings: readonly string[];
}

interface Reply {
  readonly pages?: number;
  readonly page?: PdfPage;
  readonly done?: true;
  readonly failed?: { readonly name: string; readonly message: string };
}

/**
 * The words of a PDF, page by page. Where reading ends early, the pages before it and a warning that says so.
 * Throws `filings/unreadable` where nothing could be read, `filings/not-a-filing` where a password is wanted.
 */
export function readPdfPages(bytes: Uint8Array, name: string, limits: PdfLimits = usualPdfLimits): Promise<PdfPages> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(path.join(__dirname, "pdf-worker.cjs"), {
      workerData: { bytes: bytes.slice(), mostPages: limits.pages },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
      // pdf.js warns of what it cannot draw; nothing is drawn here.
      stdout: true,
      stderr: true,
    });
    const pages: PdfPage[] = [];
    let announced: number | null = null;
    let clock = setTimeout(() => end("a page took too long to read"), limits.pageMs * 2);

    function end(why: string | null, cause?: unknown): void {
      clearTimeout(clock);
      thread.removeAllListeners();
      void thread.terminate();
      if (pages.length === 0 && why !== null) return reject(new FilingUnreadableError(name, why, cause));
      const missing = (announced ?? pages.length) - pages.length;
      const of = announced === null ? "" : ` of ${announced}`;
      const warnings = missing <= 0 ? [] : [`only ${pages.length}${of} pages were read: ${why ?? "it has too many"}`];
      resolve({ pages, warnings });
    }

    thread.on("message", (reply: Reply) => {
      clearTimeout(clock);
      clock = setTimeout(() => end("a page took too long to read"), limits.pageMs);
      if (reply.pages !== undefined) announced = reply.pages;
      if (reply.page !== undefined) pages.push(reply.page);
      if (reply.done === true) end(null);
      if (reply.failed === undefined) return;
      if (reply.failed.name !== "PasswordException") return end(`its pages are damaged (${reply.failed.message})`);
      clearTimeout(clock);
      void thread.terminate();
      reject(new NotAFilingError(name, "it opens only with a password"));
    });
    thread.on("error", (cause: Error) => {
      const memory = (cause as NodeJS.ErrnoException).code === "ERR_WORKER_OUT_OF_MEMORY";
      end(memory ? `a page needs more than ${limits.memoryMb} MB of memory` : cause.message, cause);
    });
    thread.on("exit", () => end("its reader stopped"));
  });
}
