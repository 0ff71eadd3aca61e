import "@testing-library/jest-dom";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { AppError } from "../../../src/contracts/app-error";
import { ReviewCancelledError } from "../../../src/taskpane/engine/review-errors";
import { type ReviewEngine } from "../../../src/taskpane/ports/review-engine";
import { engineOf, FakeHost, memoryOf, openPane } from "../support/fake-ports";
import { finding, shownNumber } from "../support/samples";

class PlaceGone extends AppError {
  readonly code = "office/no-such-place";
}

const findings = (count: number) => Array.from({ length: count }, (_, i) => finding(String(i + 1)));
const titles = () => screen.getAllByTestId("finding-title").map((title) => title.textContent);

describe("the review in the pane", () => {
  it("moves the host's selection when a place is clicked", async () => {
    const comment = [{ kind: "place" as const, sheet: "DCF", range: "C4:C9", shown: "C4:C9" }];
    const { host } = openPane({ engine: engineOf([finding("1", { comment })]) });
    const note = await screen.findByTestId("finding");
    fireEvent.click(within(note).getByText("C4:C9"));
    fireEvent.click(within(note).getByText("Sheet1!B1"));
    expect(host.wentTo).toEqual([
      { sheet: "DCF", range: "C4:C9" },
      { sheet: "Sheet1", range: "B1" },
    ]);
  });

  it("reaches a place with the keyboard alone", async () => {
    const { host } = openPane({ engine: engineOf([finding("1")]) });
    const place = await screen.findByTestId("place");
    place.focus();
    fireEvent.keyDown(place, { key: "Enter" });
    expect(place).toHaveFocus();
    expect(host.wentTo).toEqual([{ sheet: "Sheet1", range: "B1" }]);
  });

  it("says in one line that a place is gone", async () => {
    const host = new FakeHost();
    host.missingPlace = new PlaceGone("The workbook has no Sheet1!B1 any more.");
    openPane({ host, engine: engineOf([finding("1")]) });
    fireEvent.click(await screen.findByTestId("place"));
    await waitFor(() =>
      expect(screen.getByTestId("notice")).toHaveTextContent("The workbook has no Sheet1!B1 any more."),
    );
  });

  it("names a few places of a slip copied down, and the rest on request", async () => {
    openPane({ engine: engineOf([finding("1", { cells: ["B1", "B2", "B3", "B4", "B5", "B6"] })]) });
    const note = await screen.findByTestId("finding");
    expect(within(note).getAllByTestId("place")).toHaveLength(4);
    fireEvent.click(within(note).getByText("and 2 more"));
    expect(within(note).getAllByTestId("place")).toHaveLength(6);
  });

  it("shows twenty findings and offers the rest", async () => {
    openPane({ engine: engineOf(findings(23)) });
    expect(await screen.findAllByTestId("finding")).toHaveLength(20);
    fireEvent.click(screen.getByText("Show all 23"));
    expect(screen.getAllByTestId("finding")).toHaveLength(23);
  });

  it("says how serious a finding is in a word, not by colour alone", async () => {
    openPane({ engine: engineOf([finding("1", { severity: "high" })]) });
    expect(await screen.findByTestId("finding")).toHaveTextContent("High");
  });

  it("filters by severity and by sheet", async () => {
    openPane({
      engine: engineOf([
        finding("a", { severity: "high" }),
        finding("b", { severity: "low", sheet: "DCF" }),
        finding("c", { severity: "low" }),
      ]),
    });
    await screen.findAllByTestId("finding");
    fireEvent.change(screen.getByLabelText("Severity"), { target: { value: "low" } });
    expect(titles()).toEqual(["Finding b", "Finding c"]);
    fireEvent.change(screen.getByLabelText("Sheet"), { target: { value: "DCF" } });
    expect(titles()).toEqual(["Finding b"]);
  });

  it("names the outputs a finding moves and leads to them", async () => {
    const consequence = {
      outputs: [{ label: "Equity value per share", sheet: "DCF", address: "C30" }],
      dependents: 12,
    };
    const { host } = openPane({ engine: engineOf([finding("1", { consequence })]) });
    expect(await screen.findByTestId("finding")).toHaveTextContent(
      "moves: Equity value per share · 12 formulas depend on it",
    );
    fireEvent.click(screen.getByText("Equity value per share"));
    expect(host.wentTo).toEqual([{ sheet: "DCF", range: "C30" }]);
  });

  it("marks a number without reference as unchecked", async () => {
    const comment = [
      { kind: "number" as const, number: shownNumber("44%") },
      {
        kind: "number" as const,
        number: shownNumber("12.0%", {
          verdict: "matched",
          reference: { kind: "cell", sheet: "DCF", address: "D14" },
        }),
      },
    ];
    const { host } = openPane({ engine: engineOf([finding("1", { comment })]) });
    const [unchecked, matched] = await screen.findAllByTestId("number");
    expect(unchecked).toHaveAttribute("data-verdict", "unchecked");
    expect(unchecked).toHaveAccessibleName("44%, unchecked");
    expect(unchecked).toHaveTextContent(/^44%$/);
    expect(matched).toHaveAccessibleName("12.0%, matched");
    fireEvent.focus(matched!);
    expect(await screen.findByText("Matched: cell DCF!D14")).toBeInTheDocument();
    fireEvent.click(matched!);
    expect(host.wentTo).toEqual([{ sheet: "DCF", range: "D14" }]);
  });

  it("sets a finding aside, and remembers it at the next opening", async () => {
    const remembered = new Map<string, string>();
    const first = openPane({ engine: engineOf(findings(2)), memory: memoryOf(remembered) });
    const [note] = await screen.findAllByTestId("finding");
    fireEvent.click(within(note!).getByRole("button", { name: "Not interesting" }));
    expect(titles()).toEqual(["Finding 2"]);
    first.unmount();

    openPane({ engine: engineOf(findings(2)), memory: memoryOf(remembered) });
    await screen.findByTestId("finding");
    expect(titles()).toEqual(["Finding 2"]);
    fireEvent.click(screen.getByLabelText("1 set aside"));
    expect(titles()).toEqual(["Finding 1", "Finding 2"]);
  });

  it("brings a finding back whose cells changed since it was set aside", async () => {
    const remembered = new Map<string, string>();
    const first = openPane({ engine: engineOf([finding("1")]), memory: memoryOf(remembered) });
    fireEvent.click(within(await screen.findByTestId("finding")).getByRole("button", { name: "Done" }));
    first.unmount();

    openPane({ engine: engineOf([finding("1", { fingerprint: "changed" })]), memory: memoryOf(remembered) });
    expect(await screen.findByTestId("finding")).toHaveTextContent("changed since you marked it");
  });

  it("says once that the workbook changed, and reads it again only when asked", async () => {
    const { host } = openPane({ engine: engineOf([finding("1")]) });
    await screen.findByTestId("finding");
    const readsBefore = host.reads;
    act(() => {
      for (let edits = 0; edits < 5; edits++) host.changeContent();
    });
    expect(await screen.findByTestId("workbook-changed", {}, { timeout: 2000 })).toBeInTheDocument();
    expect(screen.getByTestId("finding")).toHaveTextContent("may be stale");
    expect(host.reads).toBe(readsBefore);
    fireEvent.click(screen.getByText("Review again"));
    await waitFor(() => expect(screen.queryByTestId("workbook-changed")).not.toBeInTheDocument());
    expect(host.reads).toBe(readsBefore + 1);
  });

  it("shows progress while it works and stops when told", async () => {
    const engine: ReviewEngine = {
      review: (_snapshot, onProgress, signal) =>
        new Promise((_resolve, reject) => {
          onProgress({ words: "understanding the model", share: 0.3 });
          signal.addEventListener("abort", () => reject(new ReviewCancelledError()));
        }),
    };
    openPane({ engine });
    expect(await screen.findByText("Understanding the model…")).toBeInTheDocument();
    fireEvent.click(within(screen.getByTestId("progress")).getByRole("button", { name: "Stop" }));
    expect(await screen.findByText(/Stopped. Nothing was reviewed./)).toBeInTheDocument();
    expect(screen.queryByTestId("progress")).not.toBeInTheDocument();
  });
});
