import { isAppError } from "../contracts/app-error";
import { type StandingGuard } from "./guard/stand-guard";
import { CellBeingEdited, ReadCancelled, ReadFailed } from "./office-errors";
import { type OfficeRealm } from "./office-realm";

export interface BatchOptions {
  readonly signal?: AbortSignal;
  /** How long to wait, quietly, while a cell is being edited. */
  readonly patienceMs: number;
}

/** Runs one batch, guarded, and waits while a cell is edited: Excel refuses everything meanwhile. */
export type RunBatch = <T>(batch: (context: Excel.RequestContext) => Promise<T>, options: BatchOptions) => Promise<T>;

const firstPauseMs = 200;
const longestPauseMs = 2_000;

export function createRunBatch(
  realm: OfficeRealm,
  guard: StandingGuard,
  wait: (milliseconds: number) => Promise<void> = (milliseconds) =>
    new Promise((resolve) => setTimeout(resolve, milliseconds)),
): RunBatch {
  return async (batch, { signal, patienceMs }) => {
    let waitedMs = 0;
    let pauseMs = firstPauseMs;
    for (;;) {
      if (signal?.aborted === true) throw new ReadCancelled();
      guard.assertStanding();
      try {
        return await realm.Excel.run(batch);
      } catch (thrown) {
        if (hostCodeOf(thrown) !== "InvalidOperationInCellEditMode") throw thrown;
        if (waitedMs >= patienceMs) throw new CellBeingEdited();
      }
      await wait(pauseMs);
      waitedMs += pauseMs;
      pauseMs = Math.min(pauseMs * 1.5, longestPauseMs);
    }
  };
}

/** The code of an error of Excel's; null for our own and anything else. */
export function hostCodeOf(thrown: unknown): string | null {
  if (isAppError(thrown) || typeof thrown !== "object" || thrown === null) return null;
  const { code } = thrown as { code?: unknown };
  return typeof code === "string" ? code : null;
}

/** An error of Excel's as one of ours, `office/read-failed`; what is not Excel's stays what it is. */
export function asReadFailure(thrown: unknown): unknown {
  const code = hostCodeOf(thrown);
  if (code === null) return thrown;
  return new ReadFailed(code, thrown instanceof Error ? thrown.message : String(thrown), thrown);
}
