import { isAppError } from "../../contracts/app-error";
import { type OfficeRealm } from "../office-realm";
import { type Guard } from "./install-guard";

/** No sheet and no name can be called this, so that even a leak would change nothing. */
const impossibleName = "?marginalia:self-test?";

/**
 * Tries the guard at each of its places with writes that could do no harm if they passed.
 * Null where it stands; otherwise why not, in one sentence.
 */
export async function selfTest(realm: OfficeRealm, guard: Guard): Promise<string | null> {
  return guard.withoutRecording(async () => {
    if (!guard.hooksInPlace()) return "its hooks are not where they were put";
    return (await trySync(realm)) ?? tryFacade(realm) ?? (await tryBridge(realm));
  });
}

const writes: Readonly<Record<string, (context: Excel.RequestContext) => unknown>> = {
  "range.values": ({ workbook }) => (workbook.worksheets.getItem(impossibleName).getRange("A1").values = [[0]]),
  "range.clear": ({ workbook }) => workbook.worksheets.getItem(impossibleName).getRange("A1").clear(),
  "worksheets.add": ({ workbook }) => workbook.worksheets.add(impossibleName),
  "names.add": ({ workbook }) => workbook.names.add(impossibleName, "=0"),
  "sheet.name": ({ workbook }) => (workbook.worksheets.getItem(impossibleName).name = impossibleName),
};

/** The context's sync: what passes ends in a probe instead of Excel. */
async function trySync(realm: OfficeRealm): Promise<string | null> {
  // The read goes first: where it does not end in the probe, the probe is not in place, and no write is tried.
  const read = await outcomeOf(realm, ({ workbook }) => workbook.worksheets.getItem(impossibleName).load("name"));
  if (read !== "reached the probe") return `a read at a context's sync ${read}`;
  for (const [name, write] of Object.entries(writes)) {
    const outcome = await outcomeOf(realm, write);
    if (outcome !== "was refused") return `${name} at a context's sync ${outcome}`;
  }
  return null;
}

async function outcomeOf(realm: OfficeRealm, work: (context: Excel.RequestContext) => unknown): Promise<string> {
  let reached = 0;
  const context = new realm.Excel.RequestContext();
  Object.assign(context, {
    _requestExecutor: {
      executeAsync: () => {
        reached += 1;
        return Promise.reject(new Error("the self-test's probe"));
      },
    },
  });
  work(context);
  const thrown: unknown = await context.sync().then(
    () => null,
    (error: unknown) => error,
  );
  if (reached > 0) return "reached the probe";
  return isRefusal(thrown) ? "was refused" : `ended in neither refusal nor probe (${String(thrown)})`;
}

/** The facade: RichApi and Common API, by the functions office.js itself uses. */
function tryFacade(realm: OfficeRealm): string | null {
  const execute = realm.OSF.DDA?.RichApi?.executeRichApiRequestAsync;
  if (typeof execute !== "function") return "the host facade's way to Excel is not where it was";
  const message = ["", "POST", "ProcessQuery", [], JSON.stringify(harmlessWrite), 0, 1];
  if (!refuses(() => execute(message, () => undefined))) return "a hand-built write passed the host facade";
  // Without data the call is invalid, and ends in office.js even where the guard does not stand.
  const setSelectedData = realm.Office.context.document.setSelectedDataAsync.bind(realm.Office.context.document);
  const isRefused = refuses(() => (setSelectedData as unknown as () => void)());
  return isRefused ? null : "a write of the Common API passed the host facade";
}

/** The native bridge: a bridge of our own, which must hear nothing. */
async function tryBridge(realm: OfficeRealm): Promise<string | null> {
  let heard = 0;
  const bridge = Object.create(realm.OfficeExtension.HostBridge?.prototype ?? null) as {
    sendMessageToHost(message: unknown): unknown;
    sendMessageToHostAndExpectResponse(message: unknown): Promise<unknown>;
  };
  Object.assign(bridge, { m_bridge: { sendMessageToHost: () => (heard += 1) }, m_promiseResolver: {} });
  const message = { id: 0, type: 1, flags: 1, message: { url: "ProcessQuery", method: "POST", body: harmlessWrite } };
  const isSendRefused = refuses(() => bridge.sendMessageToHost(message));
  // A message that passed would be answered by nobody, so the answer is not waited for longer than a turn.
  let asked: unknown = null;
  bridge.sendMessageToHostAndExpectResponse(message).catch((error: unknown) => (asked = error));
  await new Promise((resolve) => setTimeout(resolve, 0));
  return isSendRefused && isRefusal(asked) && heard === 0 ? null : "a write passed the native bridge";
}

const harmlessWrite = {
  Actions: [{ Id: 2, ActionType: 4, Name: "Values", ObjectPathId: 4, ArgumentInfo: { Arguments: [[[0]]] } }],
  ObjectPaths: {
    1: { Id: 1, ObjectPathType: 1, Name: "" },
    2: { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 },
    3: { Id: 3, ObjectPathType: 5, Name: "", ParentObjectPathId: 2, ArgumentInfo: { Arguments: [impossibleName] } },
    4: { Id: 4, ObjectPathType: 3, Name: "GetRange", ParentObjectPathId: 3, ArgumentInfo: { Arguments: ["A1"] } },
  },
};

function refuses(attempt: () => unknown): boolean {
  try {
    attempt();
    return false;
  } catch (thrown) {
    return isRefusal(thrown);
  }
}

function isRefusal(thrown: unknown): boolean {
  return isAppError(thrown) && thrown.code === "office/write-refused";
}
