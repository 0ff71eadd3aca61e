import { useCallback, useEffect, useRef, useState } from "react";
import { isAppError } from "../../contracts/app-error";
import { type Review } from "../../contracts/finding";
import { type ReadProgress } from "../../contracts/workbook-host";
import { usePanePorts } from "../ports/pane-ports";
import { stopWhenGone } from "../ports/stop-when-gone";
import { type ReviewStep } from "../ports/review-engine";
import { ReviewedWorkbook } from "../../model/reviewed-workbook";

export type ReviewPhase =
  | { readonly kind: "idle" }
  | { readonly kind: "reading"; readonly progress: ReadProgress | null }
  | { readonly kind: "reviewing"; readonly step: ReviewStep }
  | { readonly kind: "stopped" }
  | { readonly kind: "failed"; readonly message: string };

export interface FinishedReview {
  readonly review: Review;
  readonly workbook: ReviewedWorkbook;
  readonly at: Date;
}

export interface ReviewControls {
  readonly phase: ReviewPhase;
  /** The last review that finished; it stays while another is made. */
  readonly finished: FinishedReview | null;
  /** A cell changed since the finished review was read. */
  readonly isStale: boolean;
  readonly start: () => void;
  readonly stop: () => void;
}

/** A burst of edits is one change; a review starts only when the reader asks for it. */
const quietMs = 600;

/** Reads and audits the workbook, once on opening and then on request. Reads nothing unless the guard stands. */
export function useReview(): ReviewControls {
  const { host, engine, clock } = usePanePorts();
  const [phase, setPhase] = useState<ReviewPhase>({ kind: "idle" });
  const [finished, setFinished] = useState<FinishedReview | null>(null);
  const [isStale, setIsStale] = useState(false);
  const running = useRef<AbortController | null>(null);
  /** Whether a cell changed since the review under way (or the finished one) began to read. */
  const hasChanged = useRef(false);

  const start = useCallback(() => {
    if (host.guard().state !== "standing") return;
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    const isCurrent = (): boolean => running.current === controller;
    const showPhase = (next: ReviewPhase): void => {
      if (isCurrent()) setPhase(next);
    };

    const run = async (): Promise<void> => {
      hasChanged.current = false;
      showPhase({ kind: "reading", progress: null });
      const snapshot = await host.readWorkbook({
        onProgress: (progress) => showPhase({ kind: "reading", progress }),
        signal: controller.signal,
      });
      showPhase({ kind: "reviewing", step: { words: "reviewing", share: 0 } });
      const outcome = await engine.review(
        snapshot,
        (step) => showPhase({ kind: "reviewing", step }),
        controller.signal,
      );
      if (!isCurrent()) return;
      setFinished({
        review: outcome.review,
        workbook: new ReviewedWorkbook(snapshot, outcome.modelMap),
        at: clock.now(),
      });
      setIsStale(hasChanged.current);
      setPhase({ kind: "idle" });
    };
    run().catch((error: unknown) => {
      showPhase(controller.signal.aborted ? { kind: "stopped" } : { kind: "failed", message: messageOf(error) });
    });
  }, [host, engine, clock]);

  const stop = useCallback(() => running.current?.abort(), []);

  useEffect(() => {
    start();
    return () => {
      running.current?.abort();
      running.current = null;
    };
  }, [start]);

  useContentChanges({
    onChange: () => (hasChanged.current = true),
    onQuiet: () => setIsStale(hasChanged.current),
  });

  return { phase, finished, isStale, start, stop };
}

function useContentChanges(react: { onChange: () => void; onQuiet: () => void }): void {
  const { host } = usePanePorts();
  const latest = useRef(react);
  latest.current = react;
  useEffect(() => {
    if (host.guard().state !== "standing") return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stopListening = stopWhenGone(
      host.onContentChanged(() => {
        latest.current.onChange();
        clearTimeout(timer);
        timer = setTimeout(() => latest.current.onQuiet(), quietMs);
      }),
    );
    return () => {
      clearTimeout(timer);
      stopListening();
    };
  }, [host]);
}

function messageOf(error: unknown): string {
  if (isAppError(error)) return error.message;
  return "The workbook could not be reviewed. Nothing in it was changed; try again, or reopen the pane.";
}
