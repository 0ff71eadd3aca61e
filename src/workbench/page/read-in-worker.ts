import { type ReadOutcome, type ReadWorkbookFile } from "./read-outcome";

/** Reads in a worker of its own, which ends with the reading: its memory goes with it. */
export const readInWorker: ReadWorkbookFile = (order, signal) =>
  new Promise((resolve) => {
    const worker = new Worker(/* webpackChunkName: "xlsx-worker" */ new URL("./xlsx-worker.ts", import.meta.url));
    const finish = (outcome: ReadOutcome): void => {
      worker.terminate();
      resolve(outcome);
    };
    signal.addEventListener("abort", () => worker.terminate());
    worker.addEventListener("message", ({ data }: MessageEvent<ReadOutcome>) => finish(data));
    worker.addEventListener("error", (event) => {
      event.preventDefault();
      finish({ kind: "failed", message: `${order.name} could not be read: it needs more memory than this page has.` });
    });
    worker.postMessage(order, [order.bytes]);
  });
