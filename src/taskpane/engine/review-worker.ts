import { reviewWorkbook } from "../../audit/review-workbook";
import { type ReviewNews, type ReviewOrder } from "./review-messages";

/** The worker's whole life: one order in, news of the steps, one outcome. */
self.addEventListener("message", ({ data }: MessageEvent<ReviewOrder>) => {
  const tell = (news: ReviewNews): void => self.postMessage(news);
  try {
    const { snapshot } = data;
    const { findings, model, stats } = reviewWorkbook(snapshot, {
      clock: () => performance.now(),
      onProgress: ({ step, done }) => tell({ kind: "step", step: { words: step, share: done } }),
    });
    const company = model.company?.name ?? null;
    const review = { workbook: snapshot.name, company, stats, findings: [...findings] };
    tell({ kind: "done", outcome: { review, modelMap: model } });
  } catch (error) {
    tell({ kind: "failed", message: error instanceof Error ? error.message : "the audit broke off" });
  }
});
