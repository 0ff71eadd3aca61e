import { type Review } from "../../contracts/finding";
import { type ModelMap } from "../../contracts/model-map";
import { type WorkbookSnapshot } from "../../contracts/workbook-snapshot";

export interface ReviewOutcome {
  readonly review: Review;
  readonly modelMap: ModelMap;
}

export interface ReviewStep {
  /** For the reader: "understanding the model". */
  readonly words: string;
  /** 0..1 of the whole review. */
  readonly share: number;
}

/** Audits a snapshot away from the page's own thread. */
export interface ReviewEngine {
  /** Rejects with `taskpane/review-cancelled` where the signal aborts, `taskpane/review-failed` where the audit breaks. */
  review(
    snapshot: WorkbookSnapshot,
    onProgress: (step: ReviewStep) => void,
    signal: AbortSignal,
  ): Promise<ReviewOutcome>;
}
