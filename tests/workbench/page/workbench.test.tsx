import "@testing-library/jest-dom";
import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { type WorkbookSnapshot } from "../../../src/contracts/workbook-snapshot";
import { createEmulatedHost } from "../../../src/workbench/host/emulated-host";
import { type EmulatedHost } from "../../../src/workbench/host/emulated-host-contract";
import { type ReadWorkbookFile } from "../../../src/workbench/page/read-outcome";
import { Workbench } from "../../../src/workbench/page/workbench";
import { workbook } from "../../support/sheet";

const sample = workbook(
  {
    Inputs: { A1: "Growth", B1: [0.05, null, "0.0%"], C1: ["=B1*2", 0.1, "0.0%"] },
    DCF: { A1: "Value", B2: ["=Inputs!C1/0", { error: "#DIV/0!" }] },
    Notes: { A1: "Draft" },
  },
  { name: "Sample model.xlsx", sheets: { Notes: { visibility: "hidden" } } },
);
const other = workbook({ Plan: { A1: "Headcount" } }, { name: "plan.xlsx" });

const files: Readonly<Record<string, WorkbookSnapshot>> = { "Sample model.xlsx": sample, "plan.xlsx": other };
const readFile: ReadWorkbookFile = async ({ name }) => {
  const found = files[name];
  return found === undefined
    ? { kind: "failed", message: `${name} is encrypted: save it without a password and open it again.` }
    : { kind: "read", workbook: found };
};

/** jsdom lays nothing out: the grid's window is told its size. */
const sized = { clientWidth: 900, clientHeight: 500 } as const;
const untouched = new Map<string, PropertyDescriptor | undefined>();

beforeAll(() => {
  for (const [name, size] of Object.entries(sized)) {
    untouched.set(name, Object.getOwnPropertyDescriptor(Element.prototype, name));
    Object.defineProperty(Element.prototype, name, { configurable: true, get: () => size });
  }
  Element.prototype.scrollIntoView = () => undefined;
  globalThis.fetch = async () => ({ ok: true, arrayBuffer: async () => new ArrayBuffer(8) }) as Response;
});
afterAll(() => {
  for (const [name, descriptor] of untouched) {
    if (descriptor !== undefined) Object.defineProperty(Element.prototype, name, descriptor);
  }
});
beforeEach(() => window.localStorage.clear());

async function openWorkbench(): Promise<EmulatedHost> {
  let host: EmulatedHost | null = null;
  const hostOf = (opened: WorkbookSnapshot) => {
    if (host === null) host = createEmulatedHost(opened);
    else host.replaceWorkbook(opened);
    return host;
  };
  render(
    <Workbench
      paneUrl="/pane/index.html?_host_Info=Excel$Win32"
      readFile={readFile}
      hostOf={hostOf}
      onTheme={() => undefined}
    />,
  );
  await screen.findByTestId("grid");
  if (host === null) throw new Error("No host was made for the sample.");
  return host;
}

function drop(name: string, bytes = 8): void {
  const file = new File([new Uint8Array(bytes)], name);
  file.arrayBuffer = async () => new ArrayBuffer(bytes);
  fireEvent.drop(window, { dataTransfer: { types: ["Files"], files: [file] } });
}

describe("the workbench", () => {
  it("opens the sample and shows its first sheet as its formats say", async () => {
    await openWorkbench();
    expect(screen.getByTestId("workbook-name")).toHaveTextContent("Sample model.xlsx");
    expect(await screen.findByText("5.0%")).toBeInTheDocument();
    expect(screen.getByTestId("pane")).toHaveAttribute("src", expect.stringContaining("_host_Info=Excel$Win32"));
  });

  it("marks a hidden sheet instead of leaving it out", async () => {
    await openWorkbench();
    expect(screen.getAllByTestId("sheet-tab").map((tab) => tab.title)).toEqual([
      "Inputs",
      "DCF",
      "Notes is hidden in this workbook",
    ]);
  });

  it("tells the host what is selected, and shows its formula", async () => {
    const host = await openWorkbench();
    fireEvent.keyDown(screen.getByTestId("grid"), { key: "ArrowRight" });
    fireEvent.keyDown(screen.getByTestId("grid"), { key: "ArrowRight" });
    expect(host.selection()).toEqual({ sheet: "Inputs", range: "C1" });
    expect(screen.getByTestId("name-box")).toHaveTextContent("C1");
    expect(screen.getByTestId("formula-bar")).toHaveTextContent("=B1*2");
  });

  it("follows the pane to another sheet", async () => {
    const host = await openWorkbench();
    const path = (id: number, name: string, parent: number, ...Arguments: unknown[]) => ({
      Id: id,
      ObjectPathType: name === "Worksheets" ? 4 : 3,
      Name: name,
      ParentObjectPathId: parent,
      ArgumentInfo: { Arguments },
    });
    const body = JSON.stringify({
      Actions: [{ Id: 9, ActionType: 3, Name: "Select", ObjectPathId: 5, ArgumentInfo: {} }],
      ObjectPaths: {
        1: { Id: 1, ObjectPathType: 1 },
        2: { ...path(2, "Workbook", 1), ObjectPathType: 4 },
        3: path(3, "Worksheets", 2),
        4: path(4, "GetItem", 3, "DCF"),
        5: path(5, "GetRange", 4, "B2"),
      },
    });
    act(() => void host.process(body, 0));
    await waitFor(() => expect(screen.getByTestId("name-box")).toHaveTextContent("B2"));
    expect(screen.getByRole("tab", { selected: true })).toHaveTextContent("DCF");
    expect(await screen.findByText("#DIV/0!")).toBeInTheDocument();
  });

  it("replaces the workbook by a dropped one", async () => {
    const host = await openWorkbench();
    drop("plan.xlsx");
    expect(await screen.findByRole("gridcell", { name: "Headcount" })).toBeInTheDocument();
    expect(host.workbook().fingerprint).toBe(other.fingerprint);
    expect(screen.getAllByTestId("sheet-tab")).toHaveLength(1);
  });

  it("keeps the workbook and says why a file was not opened", async () => {
    const host = await openWorkbench();
    drop("locked.xlsx");
    expect(await screen.findByTestId("message-bar")).toHaveTextContent("locked.xlsx is encrypted");
    expect(await screen.findByText("5.0%")).toBeInTheDocument();
    expect(host.workbook().fingerprint).toBe(sample.fingerprint);
  });

  it.each<[number, string]>([
    [0, "plan.xlsx is empty"],
    [61 * 1024 * 1024, "plan.xlsx is 61 MB; the workbench opens workbooks up to 60 MB"],
  ])("refuses a file of %d bytes", async (bytes, said) => {
    await openWorkbench();
    drop("plan.xlsx", bytes);
    expect(await screen.findByTestId("message-bar")).toHaveTextContent(said);
  });

  it("remembers the width of the pane and the theme, and nothing else", async () => {
    await openWorkbench();
    fireEvent.keyDown(screen.getByTestId("pane-divider"), { key: "ArrowLeft" });
    fireEvent.click(screen.getByTestId("theme-toggle"));
    expect(screen.getByTestId("pane-divider")).toHaveAttribute("aria-valuenow", "420");
    expect(Object.keys(window.localStorage).sort()).toEqual([
      "marginalia.workbench.paneWidthPx",
      "marginalia.workbench.theme",
    ]);
  });
});
