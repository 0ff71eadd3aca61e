import { type OfficeRealm } from "./office-realm";
import { asReadFailure, type RunBatch } from "./run-batch";

/** Registering waits long while a cell is edited: a pane that does not hear is stale without saying so. */
const registerPatienceMs = 60_000;

type Registration = OfficeExtension.EventHandlerResult<unknown>;

/** Gives back how to stop listening. */
export async function listenToSelection(realm: OfficeRealm, run: RunBatch, listener: () => void): Promise<() => void> {
  return listen(realm, run, ({ onSelectionChanged }) => [onSelectionChanged.add(heardBy(listener))]);
}

/** Hears of changed cells and of added and deleted sheets. */
export async function listenToContent(realm: OfficeRealm, run: RunBatch, listener: () => void): Promise<() => void> {
  const heard = heardBy(listener);
  return listen(realm, run, ({ onChanged, onAdded, onDeleted }) => [
    onChanged.add(heard),
    onAdded.add(heard),
    onDeleted.add(heard),
  ]);
}

function heardBy(listener: () => void): () => Promise<void> {
  return () => {
    listener();
    return Promise.resolve();
  };
}

async function listen(
  realm: OfficeRealm,
  run: RunBatch,
  register: (worksheets: Excel.WorksheetCollection) => unknown[],
): Promise<() => void> {
  let isOn = true;
  const registrations = await run(
    async (context) => {
      const added = register(context.workbook.worksheets) as Registration[];
      await context.sync();
      return added;
    },
    { patienceMs: registerPatienceMs },
  ).catch((thrown: unknown) => {
    throw asReadFailure(thrown);
  });
  return () => {
    const [first] = registrations;
    if (!isOn || first === undefined) return;
    isOn = false;
    registrations.forEach((registration) => registration.remove());
    // The pane may be closing: where taking back fails, Excel forgets the handlers with the pane.
    void first.context.sync().catch(() => undefined);
  };
}
