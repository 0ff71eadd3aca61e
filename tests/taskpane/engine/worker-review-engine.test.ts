import { type ReviewNews, type ReviewOrder } from "../../../src/taskpane/engine/review-messages";
import { createWorkerReviewEngine, type ReviewWorker } from "../../../src/taskpane/engine/worker-review-engine";
import { sheet } from "../../support/sheet";
import { emptyModel } from "../support/samples";

class FakeWorker implements ReviewWorker {
  readonly orders: ReviewOrder[] = [];
  isTerminated = false;
  private readonly target = new EventTarget();

  postMessage(order: ReviewOrder): void {
    this.orders.push(order);
  }
  terminate(): void {
    this.isTerminated = true;
  }
  addEventListener(kind: "message" | "error", listener: (event: never) => void): void {
    this.target.addEventListener(kind, listener as unknown as (event: Event) => void);
  }
  tell(news: ReviewNews): void {
    this.target.dispatchEvent(new MessageEvent("message", { data: news }));
  }
}

const outcome = {
  review: {
    workbook: "M",
    company: null,
    stats: { cells: 1, formulas: 0, ms: 1, unreadFormulas: 0, understood: "" },
    findings: [],
  },
  modelMap: emptyModel,
};
const snapshot = sheet({ A1: 1 });

describe("the review in a worker", () => {
  it("passes steps on, gives the outcome and ends the worker", async () => {
    const worker = new FakeWorker();
    const steps: string[] = [];
    const review = createWorkerReviewEngine(() => worker).review(
      snapshot,
      (step) => steps.push(step.words),
      new AbortController().signal,
    );
    worker.tell({ kind: "step", step: { words: "reading formulas", share: 0 } });
    worker.tell({ kind: "done", outcome });
    expect(await review).toBe(outcome);
    expect(worker.orders).toEqual([{ snapshot }]);
    expect(steps).toEqual(["reading formulas"]);
    expect(worker.isTerminated).toBe(true);
  });

  it("ends the worker in the middle when it is stopped", async () => {
    const worker = new FakeWorker();
    const controller = new AbortController();
    const review = createWorkerReviewEngine(() => worker).review(snapshot, () => undefined, controller.signal);
    controller.abort();
    await expect(review).rejects.toMatchObject({ code: "taskpane/review-cancelled" });
    expect(worker.isTerminated).toBe(true);
  });

  it("says why an audit could not be finished", async () => {
    const worker = new FakeWorker();
    const engine = createWorkerReviewEngine(() => worker);
    const review = engine.review(snapshot, () => undefined, new AbortController().signal);
    worker.tell({ kind: "failed", message: "a rule broke" });
    await expect(review).rejects.toMatchObject({
      code: "taskpane/review-failed",
      message: "The review could not be finished: a rule broke",
    });
  });
});
