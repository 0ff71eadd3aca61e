import "@testing-library/jest-dom";
import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { engineOf, FakeHost, openPane } from "../support/fake-ports";
import { finding } from "../support/samples";

const findings = (count: number) => Array.from({ length: count }, (_, i) => finding(String(i + 1)));

describe("the pane as a whole", () => {
  it("reads nothing when the guard failed, and says why", async () => {
    const host = new FakeHost();
    host.guardStatus = { state: "failed", why: "a write sent on purpose was not refused." };
    const { service } = openPane({ host, engine: engineOf(findings(1)) });
    expect(screen.getByTestId("full-pane-message")).toHaveTextContent("a write sent on purpose was not refused.");
    await act(async () => undefined);
    expect(host.reads).toBe(0);
    expect(service.evidenceAsked).toEqual([]);
  });

  it("takes a company that was typed and puts the list away", async () => {
    openPane();
    const company = await screen.findByRole("combobox", { name: "Company" });
    for (const name of ["Nowhere plc", "Elsewhere plc"]) {
      fireEvent.input(company, { target: { value: name } });
      fireEvent.keyDown(company, { key: "Enter" });
      expect(company).toHaveValue(name);
    }
    expect(company).toHaveAttribute("aria-expanded", "false");
  });

  it("says in the footer that the guard stands and that nothing leaves the machine", async () => {
    openPane();
    expect(await screen.findByText("no language model configured: nothing leaves this machine")).toBeInTheDocument();
    expect(screen.getByTestId("guard-state")).toHaveTextContent("read-only guard standing; 0 refused");
  });

  it("counts in the footer what the guard refuses while the pane is open", async () => {
    const { host } = openPane();
    host.guardStatus = {
      state: "standing",
      allowed: 3,
      refused: [{ what: "Range.clear", at: "2026-11-23T09:31:00Z" }],
    };
    await waitFor(() => expect(screen.getByTestId("guard-state")).toHaveTextContent("standing; 1 refused"), {
      timeout: 3000,
    });
  });

  it("shows every request with its exact body", async () => {
    const { sentLog } = openPane();
    act(() => {
      const id = sentLog.record({ method: "POST", endpoint: "/api/ask", body: '{"question":"Why?"}' });
      sentLog.settle(id, { kind: "answered", status: 200 });
    });
    fireEvent.click(screen.getByTestId("open-sent-log"));
    const log = await screen.findByTestId("sent-log");
    expect(log).toHaveTextContent("POST /api/ask19 bytesstatus 200");
    expect(log).toHaveTextContent('{"question":"Why?"}');
  });
});
