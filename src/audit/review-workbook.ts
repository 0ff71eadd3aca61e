import { type Finding } from "../contracts/finding";
import { type ModelMap } from "../contracts/model-map";
import { type WorkbookSnapshot } from "../contracts/workbook-snapshot";
import { understandModel } from "../model/understand-model";
import { understoodOf } from "../model/understood-of";
import { indexWorkbook } from "../workbook/index-workbook";
import { runAudit } from "./run-audit";

export interface ReviewProgress {
  readonly step: "reading formulas" | "understanding the model" | "looking for problems";
  /** 0..1 of the whole review. */
  readonly done: number;
}

export interface ReviewOptions {
  /** Milliseconds, from any start; without it the time reads 0. */
  readonly clock?: () => number;
  readonly onProgress?: (progress: ReviewProgress) => void;
}

export interface WorkbookReview {
  /** Every one, best first; `defaultView` gives those to show. */
  readonly findings: readonly Finding[];
  readonly model: ModelMap;
  readonly stats: {
    readonly cells: number;
    readonly formulas: number;
    readonly ms: number;
    readonly unreadFormulas: number;
    /** How much of the workbook was understood, in a sentence. */
    readonly understood: string;
  };
}

/** Reads a workbook's formulas, understands the model and audits it. */
export function reviewWorkbook(snapshot: WorkbookSnapshot, options: ReviewOptions = {}): WorkbookReview {
  const { clock = () => 0, onProgress = () => undefined } = options;
  const started = clock();
  onProgress({ step: "reading formulas", done: 0 });
  const index = indexWorkbook(snapshot);
  const unreadFormulas = index.unreadFormulas().length;
  onProgress({ step: "understanding the model", done: 0.3 });
  const model = understandModel(index);
  onProgress({ step: "looking for problems", done: 0.5 });
  const findings = runAudit(index, model, {
    onRule: (done, total) => onProgress({ step: "looking for problems", done: 0.5 + (0.5 * done) / total }),
  });
  const cells = snapshot.sheets.reduce((total, sheet) => total + sheet.cells.length, 0);
  const formulas = snapshot.sheets.reduce(
    (total, sheet) => total + sheet.cells.filter((cell) => cell.formula !== null).length,
    0,
  );
  const understood = understoodOf(index, model).sentence;
  return { findings, model, stats: { cells, formulas, ms: Math.round(clock() - started), unreadFormulas, understood } };
}
