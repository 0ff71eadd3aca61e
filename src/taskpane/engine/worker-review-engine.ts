import { type ReviewEngine } from "../ports/review-engine";
import { ReviewCancelledError, ReviewFailedError } from "./review-errors";
import { type ReviewNews, type ReviewOrder } from "./review-messages";

/** The part of a Worker a review needs. */
export interface ReviewWorker {
  postMessage(order: ReviewOrder): void;
  terminate(): void;
  addEventListener(kind: "message", listener: (event: MessageEvent<ReviewNews>) => void): void;
  addEventListener(kind: "error", listener: (event: ErrorEvent) => void): void;
}

/**
 * One worker a review: ending the worker is the only way to stop a computation midway, and nothing of a workbook
 * stays behind in memory.
 */
export function createWorkerReviewEngine(startWorker: () => ReviewWorker): ReviewEngine {
  return {
    review: (snapshot, onProgress, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(new ReviewCancelledError());
          return;
        }
        const worker = startWorker();
        const stop = (): void => {
          worker.terminate();
          signal.removeEventListener("abort", cancel);
        };
        const cancel = (): void => {
          stop();
          reject(new ReviewCancelledError());
        };
        signal.addEventListener("abort", cancel);
        worker.addEventListener("error", (event) => {
          stop();
          reject(new ReviewFailedError(event.message || "its worker did not start"));
        });
        worker.addEventListener("message", ({ data }) => {
          switch (data.kind) {
            case "step":
              onProgress(data.step);
              break;
            case "done":
              stop();
              resolve(data.outcome);
              break;
            case "failed":
              stop();
              reject(new ReviewFailedError(data.message));
              break;
          }
        });
        worker.postMessage({ snapshot });
      }),
  };
}
