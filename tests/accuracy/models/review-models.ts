import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { defaultView } from "../../../src/audit/findings/rank";
import { reviewWorkbook } from "../../../src/audit/review-workbook";
import { type Finding } from "../../../src/contracts/finding";
import { type ModelMap } from "../../../src/contracts/model-map";
import { readXlsx } from "../../../src/workbook/read-xlsx";

/** One real workbook as our review sees it. */
export interface ReviewedModel {
  readonly file: string;
  /** What was thrown; null where the review went through. */
  readonly failure: string | null;
  readonly readMs: number;
  readonly reviewMs: number;
  readonly formulas: number;
  readonly unread: number;
  readonly findings: readonly Finding[];
  /** The default view. */
  readonly shown: readonly Finding[];
  readonly model: ModelMap | null;
}

/** Reviews every workbook of a folder, by file name. */
export function reviewModels(folder: string, onProgress: (line: string) => void): Map<string, ReviewedModel> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith(".xlsx"))
    .sort();
  return new Map(
    files.map((file) => {
      const reviewed = reviewModel(folder, file);
      if (reviewed.failure !== null) onProgress(`${file}: ${reviewed.failure}`);
      return [file, reviewed];
    }),
  );
}

function reviewModel(folder: string, file: string): ReviewedModel {
  const started = performance.now();
  let readMs = 0;
  try {
    const snapshot = readXlsx(readFileSync(path.join(folder, file)), file);
    readMs = performance.now() - started;
    const { findings, model, stats } = reviewWorkbook(snapshot, { clock: () => performance.now() });
    return {
      file,
      failure: null,
      readMs,
      reviewMs: stats.ms,
      formulas: stats.formulas,
      unread: stats.unreadFormulas,
      findings,
      shown: defaultView(findings),
      model,
    };
  } catch (error) {
    const failure = String(error);
    return { file, failure, readMs, reviewMs: 0, formulas: 0, unread: 0, findings: [], shown: [], model: null };
  }
}
