import { createEmulatedHost } from "../../../src/workbench/host/emulated-host";
import { installWebTransport, webPaneSuffix } from "../../../src/workbench/host/web-transport";
import { sheet } from "../../support/sheet";

/** The frame as a pane in an iframe would see it: what it posts to its parent, and what comes back. */
function paneOf(snapshot = sheet({ A1: 1 })) {
  const host = createEmulatedHost(snapshot);
  const answers: Record<string, unknown>[] = [];
  const source = { postMessage: (text: string) => answers.push(JSON.parse(text) as Record<string, unknown>) };
  const stop = installWebTransport(window, host);
  const post = (message: object | string, origin = window.location.origin) => {
    const event = new MessageEvent("message", {
      data: typeof message === "string" ? message : JSON.stringify({ _messageType: 0, _actionType: 0, ...message }),
      origin,
    });
    Object.defineProperty(event, "source", { value: source });
    window.dispatchEvent(event);
  };
  const execute = (body: unknown, dispatchId = 93) =>
    post({
      _actionName: "executeMethod",
      _correlationId: 7,
      _data: {
        DdaMethod: { DispatchId: dispatchId, Version: 1 },
        ArrayData: ["", "POST", "ProcessQuery", [], JSON.stringify(body), 0, 4],
      },
    });
  return { host, answers, post, execute, stop };
}

const root = { 1: { Id: 1, ObjectPathType: 1, Name: "" } };
const readName = {
  Actions: [{ Id: 2, ActionType: 2, ObjectPathId: 1, QueryInfo: { Select: ["name"] } }],
  ObjectPaths: root,
};
const listen = {
  Actions: [{ Id: 3, ActionType: 3, Name: "_RegisterSelectionChangedEvent", ObjectPathId: 2 }],
  ObjectPaths: { ...root, 2: { Id: 2, ObjectPathType: 4, Name: "Worksheets", ParentObjectPathId: 1 } },
};

it("names itself Excel on the web when the pane asks who is there", () => {
  const { answers, post, stop } = paneOf();
  post({ _actionName: "ContextActivationManager_getAppContextAsync", _correlationId: 1, _data: "pane" });
  expect(answers[0]).toMatchObject({ _messageType: 1, _correlationId: 1, _data: { _id: "pane", _appName: 16 } });
  expect(webPaneSuffix("https://localhost:3000")).toContain("_xdm_Info=workbench|pane|https://localhost:3000");
  stop();
});

it("answers a RichApi request with the host's response", () => {
  const { answers, execute, stop } = paneOf();
  execute(readName);
  const { Error: error, Data: data } = answers[0]!._data as { Error: number; Data: [number, unknown[], string] };
  expect([error, data[0]]).toEqual([0, 200]);
  expect(JSON.parse(data[2])).toEqual({ Results: [{ ActionId: 2, Value: { Name: "Model.xlsx" } }], TraceIds: [] });
  stop();
});

it("refuses with the number of office.js while a cell is edited", () => {
  const { answers, host, execute, stop } = paneOf();
  host.setEditing(true);
  execute(readName);
  expect(answers[0]!._data).toEqual({ Error: 5004, Version: 1 });
  stop();
});

it("records a call of the Common API and refuses it", () => {
  const { answers, host, execute, stop } = paneOf();
  execute({}, 65);
  expect(answers[0]!._data).toEqual({ Error: 5001, Version: 1 });
  expect(host.writes).toEqual([{ what: "common api 65", target: "" }]);
  stop();
});

it("sends events to a pane that registered, until it takes that back", () => {
  const { answers, host, execute, post, stop } = paneOf();
  post({ _actionName: "richApiMessage", _actionType: 1, _correlationId: 5 });
  execute(listen);
  host.select({ sheet: "Sheet1", range: "B2" });
  const event = answers.at(-1)!;
  expect(event).toMatchObject({ _responseType: 1, _correlationId: 5 });
  expect((event._data as { ArrayData: unknown[][] }).ArrayData[0]!.slice(0, 3)).toEqual([65536, 14, "Workbook"]);
  post({ _actionName: "richApiMessage", _actionType: 2, _correlationId: 6 });
  const before = answers.length;
  host.select({ sheet: "Sheet1", range: "B3" });
  expect(answers).toHaveLength(before);
  stop();
});

it("leaves messages from elsewhere and messages of others alone", () => {
  const { answers, post, stop } = paneOf();
  post({ _actionName: "ContextActivationManager_getAppContextAsync", _data: "pane" }, "https://elsewhere.example");
  post("not JSON");
  post({ _messageType: 1 });
  expect(answers).toEqual([]);
  stop();
  post({ _actionName: "ContextActivationManager_getAppContextAsync", _data: "pane" });
  expect(answers).toEqual([]);
});
