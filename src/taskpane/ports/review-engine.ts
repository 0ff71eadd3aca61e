import { type Review } from "../../contracts/finding";
import { type ModelMap } from "../../contracts/model-map";
import { type WorkbookSnapshot } from "../../contracts/workbook-snapshot";

export interface ReviewOutcome {
  readonly review: Review;
  readonly modelMap: ModelMap;
}

/** What is being done, in words for the reader: "Understanding the model". */
export type ReviewStep = string;

/** Audits a snapshot away from the page's own thread. */
export interface ReviewEngine {
  /** Rejects with `taskpane/review-cancelled` where the signal aborts, `taskpane/review-failed` where the audit breaks. */
  review(
    snapshot: WorkbookSnapshot,
    onProgress: (step: ReviewStep) => void,
    signal: AbortSignal,
  ): Promise<ReviewOutcome>;
}
