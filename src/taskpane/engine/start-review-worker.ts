import { type ReviewWorker } from "./worker-review-engine";

/** Webpack builds the worker from this very expression; it cannot be written another way. */
export function startReviewWorker(): ReviewWorker {
  return new Worker(new URL("./review-worker.ts", import.meta.url), { name: "review" });
}
