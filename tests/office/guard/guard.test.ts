import { type WorkbookHost } from "../../../src/contracts/workbook-host";
import { createOfficeHost } from "../../../src/office/create-office-host";
import { type EmulatedHost } from "../../../src/workbench/host/emulated-host-contract";
import { startRealOffice } from "../../support/real-office";
import { workbook } from "../../support/sheet";
import { hostileWrites } from "./hostile-writes";

const model = workbook(
  { Model: { A1: "Revenue", B1: 100, C1: "=B1*1.1" }, Other: { A1: 1 } },
  {
    names: [{ name: "Growth", formula: "=Model!$B$1", sheet: null }],
    tables: [{ name: "Sales", sheet: "Model", range: "A1:B3", columns: ["Item", "2024"] }],
  },
);

let emulated: EmulatedHost;
let pane: WorkbookHost;
beforeAll(async () => {
  emulated = await startRealOffice(model);
  pane = await createOfficeHost();
});

function refusals(): number {
  const status = pane.guard();
  return status.state === "standing" ? status.refused.length : -1;
}

/** The code a promise rejects with; "succeeded" where it does not. */
async function codeOf(work: Promise<unknown>): Promise<string> {
  return work.then(
    () => "succeeded",
    (thrown: { code?: string; message?: string }) => thrown.code ?? thrown.message ?? "an error without a code",
  );
}

const leftThePane = () => emulated.batches.length;

describe("the guard over the unmodified office.js", () => {
  it("stands after its self-test, which changed nothing and refused nothing worth telling", () => {
    expect(pane.guard()).toEqual({ state: "standing", allowed: 0, refused: [] });
    expect(emulated.writes).toEqual([]);
  });

  it("refuses none of the pane's own requests", async () => {
    const stops = [await pane.onSelectionChanged(() => undefined), await pane.onContentChanged(() => undefined)];
    await pane.readWorkbook({ onProgress: () => undefined, signal: new AbortController().signal });
    await pane.readSelection();
    await pane.goTo({ sheet: "Model", range: "B1:C1" });
    stops.forEach((stop) => stop());
    await new Promise((resolve) => setTimeout(resolve, 50));
    const status = pane.guard();
    expect(status.state === "standing" && status.refused).toEqual([]);
    expect(status.state === "standing" && status.allowed).toBeGreaterThan(5);
    expect(emulated.writes).toEqual([]);
    expect(emulated.selection()).toEqual({ sheet: "Model", range: "B1:C1" });
  });

  it.each(Object.keys(hostileWrites))("refuses %s before it leaves, and says so", async (name) => {
    const [before, batches] = [refusals(), leftThePane()];
    const attempt = Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("Model");
      hostileWrites[name]!(context, sheet, sheet.getRange("A1"));
      await context.sync();
    });
    expect(await codeOf(attempt)).toBe("office/write-refused");
    expect(leftThePane()).toBe(batches);
    expect(refusals()).toBeGreaterThan(before);
    expect(emulated.writes).toEqual([]);
  });

  it("names what was attempted in words of the object model", async () => {
    const attempt = Excel.run(async (context) => {
      context.workbook.worksheets.getItem("Model").getRange("A1").clear();
      await context.sync();
    });
    await expect(attempt).rejects.toThrow("worksheets.getItem().getRange().clear()");
  });

  it("refuses a write in a context made by hand, and one that follows a read", async () => {
    const context = new Excel.RequestContext();
    const range = context.workbook.worksheets.getItem("Model").getRange("A1").load("values");
    context.trackedObjects.add(range);
    await context.sync();
    range.values = [["changed"]];
    expect(await codeOf(context.sync())).toBe("office/write-refused");
    expect(emulated.writes).toEqual([]);
  });
});

describe("the Common API and hand-built messages", () => {
  type Callback = (result: unknown) => void;
  const commonWrites: Readonly<Record<string, (answered: Callback) => unknown>> = {
    setSelectedDataAsync: (answered) => Office.context.document.setSelectedDataAsync("x", answered),
    "settings.saveAsync": (answered) => {
      Office.context.document.settings.set("a", "b");
      Office.context.document.settings.saveAsync(answered);
    },
    "bindings.addFromSelectionAsync": (answered) =>
      Office.context.document.bindings.addFromSelectionAsync(Office.BindingType.Text, answered),
    "bindings.addFromNamedItemAsync": (answered) =>
      Office.context.document.bindings.addFromNamedItemAsync("Growth", Office.BindingType.Text, answered),
    goToByIdAsync: (answered) => Office.context.document.goToByIdAsync("Growth", Office.GoToType.NamedItem, answered),
    getFileAsync: (answered) => Office.context.document.getFileAsync(Office.FileType.Compressed, answered),
  };

  it.each(Object.keys(commonWrites))("refuses %s with an error and without an answer", async (name) => {
    const [before, batches] = [emulated.writes.length, leftThePane()];
    const answered = jest.fn();
    let thrown: { code?: string; message?: string } = {};
    try {
      commonWrites[name]!(answered);
    } catch (error) {
      thrown = error as { code: string };
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(thrown.code).toBe("office/write-refused");
    expect(answered).not.toHaveBeenCalled();
    expect(emulated.writes.length).toBe(before);
    expect(leftThePane()).toBe(batches);
  });

  const write = {
    Actions: [{ Id: 2, ActionType: 4, Name: "Values", ObjectPathId: 1, ArgumentInfo: { Arguments: [[[9]]] } }],
    ObjectPaths: { 1: { Id: 1, ObjectPathType: 6, Name: "R|{00000001-0000-0000-0000-000000000000}|0|0|0|0" } },
  };
  const update = {
    Actions: [{ Id: 2, ActionType: 9, Name: "", ObjectPathId: 1, ObjectState: { Values: [[9]] } }],
    ObjectPaths: write.ObjectPaths,
  };
  const read = {
    Actions: [{ Id: 2, ActionType: 2, Name: "", ObjectPathId: 1, QueryInfo: { Select: ["address"] } }],
    ObjectPaths: write.ObjectPaths,
  };
  interface Internals {
    OSF: { DDA: { RichApi: { executeRichApiRequestAsync(message: unknown[], answered: Callback): void } } };
    OfficeExtension: {
      HostBridge: new (bridge: object) => {
        sendMessageToHost(message: unknown): void;
        sendMessageToHostAndExpectResponse(message: unknown): Promise<unknown>;
      };
      HttpUtility: { sendLocalDocumentRequest(request: object): Promise<unknown> };
    };
  }
  const internals = globalThis as unknown as Internals;
  const wireMessage = (body: unknown, path = "ProcessQuery") => ["", "POST", path, [], body, 0, 1];
  const hostile: Readonly<Record<string, unknown>> = {
    "a property set": JSON.stringify(write),
    "an update": JSON.stringify(update),
    "a preview execution": JSON.stringify({ ...read, PreviewExecutionActions: [{ ActionType: 4 }] }),
    "an action of an unknown type": JSON.stringify({ ...read, Actions: [{ Id: 2, ActionType: 12, ObjectPathId: 1 }] }),
    "a path of an unknown type": JSON.stringify({ ...read, ObjectPaths: { 1: { Id: 1, ObjectPathType: 11 } } }),
    "a method in another case": JSON.stringify({
      ...read,
      Actions: [{ Id: 2, ActionType: 3, Name: "clear", ObjectPathId: 1 }],
    }),
    "text that is no JSON": "Actions",
    "no text at all": undefined,
  };

  it.each(Object.keys(hostile))("refuses %s at the host facade", async (name) => {
    const batches = leftThePane();
    const answered = jest.fn();
    expect(() => internals.OSF.DDA.RichApi.executeRichApiRequestAsync(wireMessage(hostile[name]), answered)).toThrow(
      "never changes it",
    );
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(answered).not.toHaveBeenCalled();
    expect(leftThePane()).toBe(batches);
  });

  it("refuses another endpoint than ProcessQuery at the host facade, whatever its body", () => {
    const send = () =>
      internals.OSF.DDA.RichApi.executeRichApiRequestAsync(wireMessage(JSON.stringify(read), "workbook/x"), jest.fn());
    expect(send).toThrow("never changes it");
  });

  it("refuses a REST request for the local document", async () => {
    const batches = leftThePane();
    const url = "http://document.localhost/_api/workbook/worksheets('Model')/range(address='A1')";
    const sent = internals.OfficeExtension.HttpUtility.sendLocalDocumentRequest({
      method: "PATCH",
      url,
      body: '{"values":[[1]]}',
    });
    expect(await codeOf(sent)).toBe("office/write-refused");
    expect(leftThePane()).toBe(batches);
  });

  it("refuses a write at the native bridge, and lets a read pass", async () => {
    const heard: unknown[] = [];
    const bridge = new internals.OfficeExtension.HostBridge({ sendMessageToHost: (text: unknown) => heard.push(text) });
    const message = (body: unknown) => ({
      id: 7,
      type: 1,
      flags: 1,
      message: { url: "ProcessQuery", method: "POST", body },
    });
    expect(await codeOf(bridge.sendMessageToHostAndExpectResponse(message(write)))).toBe("office/write-refused");
    expect(await codeOf(bridge.sendMessageToHostAndExpectResponse({ id: 8, type: 1 }))).toBe("office/write-refused");
    expect(() => bridge.sendMessageToHost(message(update))).toThrow("never changes it");
    expect(heard).toEqual([]);
    void bridge.sendMessageToHostAndExpectResponse(message(read));
    expect(heard).toHaveLength(1);
  });

  it("keeps its hooks where a later assignment would replace them", () => {
    const { prototype } = OfficeExtension.ClientRequestContext as unknown as { prototype: { syncPrivate: unknown } };
    expect(() => {
      "use strict";
      prototype.syncPrivate = () => Promise.resolve();
    }).toThrow(TypeError);
    expect(pane.guard().state).toBe("standing");
  });

  it("left the workbook as it was", () => {
    expect(emulated.workbook().fingerprint).toBe(model.fingerprint);
    expect(emulated.writes).toEqual([]);
  });
});
