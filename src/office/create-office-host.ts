import { type WorkbookHost } from "../contracts/workbook-host";
import { awaitOffice } from "./await-office";
import { goToPlace } from "./go-to-place";
import { standGuard } from "./guard/stand-guard";
import { listenToContent, listenToSelection } from "./listen";
import { type OfficeRealm } from "./office-realm";
import { readSelection } from "./read-selection";
import { readTheme } from "./read-theme";
import { readWorkbook } from "./read-workbook";
import { createRunBatch } from "./run-batch";

/**
 * The workbook beside the pane, read-only. Throws as `awaitOffice` does. Where the guard cannot stand the host is
 * still given, so that the pane can say why: `guard()` is "failed" and every read rejects with `office/guard-not-standing`.
 */
export async function createOfficeHost(
  options: { timeoutMs?: number; realm?: OfficeRealm; wait?: (milliseconds: number) => Promise<void> } = {},
): Promise<WorkbookHost> {
  const realm = await awaitOffice(options);
  const guard = await standGuard(realm);
  const run = createRunBatch(realm, guard, options.wait);
  return {
    readWorkbook: (reading) => readWorkbook(run, reading),
    readSelection: () => readSelection(run),
    goTo: (place) => goToPlace(run, place),
    onSelectionChanged: (listener) => listenToSelection(realm, run, listener),
    onContentChanged: (listener) => listenToContent(realm, run, listener),
    theme: () => readTheme(realm),
    partitionKey: () => realm.Office.context.partitionKey ?? null,
    guard: () => guard.status(),
  };
}
