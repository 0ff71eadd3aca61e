import "@testing-library/jest-dom";
import { act, fireEvent, screen, within } from "@testing-library/react";
import { type FilingChanges } from "../../../src/contracts/filing-changes";
import { engineOf, FakeService, openPane } from "../support/fake-ports";
import { annualReport, finding, marginCitation, marginText } from "../support/samples";

const sentence = (text: string) => ({ text, passageId: "report-2024#7", start: 0, end: text.length, path: ["Margin"] });

const changes: FilingChanges = {
  earlier: { ...annualReport, id: "report-2023", periodEnd: "2023-12-31" },
  later: annualReport,
  part: "II",
  item: "7",
  title: "Discussion",
  counts: { earlier: 9, later: 10, unchanged: 7, figures: 1, changed: 0, moved: 0, added: 2, removed: 1 },
  similarity: { jaccard: 0.64, cosine: 0.9, verbatim: 0.8 },
  units: [
    {
      kind: "new",
      heading: "Tariffs",
      earlierHeading: null,
      passageId: "report-2024#7",
      sentences: 2,
      newSentences: 2,
      removedSentences: 0,
    },
  ],
  changes: [
    { kind: "added", later: sentence("Tariffs may rise.") },
    { kind: "removed", earlier: sentence("Freight was dear.") },
    {
      kind: "figures",
      moved: false,
      earlier: sentence("We sold 5 lamps."),
      later: sentence("We sold 6 lamps."),
      words: [
        { kind: "same", text: "We sold" },
        { kind: "removed", text: " 5" },
        { kind: "added", text: " 6" },
        { kind: "same", text: " lamps." },
      ],
    },
  ],
  history: [],
  unusual: null,
  remarks: ["Tables are left out: only sentences are compared."],
};

async function openPassage(service: FakeService): Promise<void> {
  service.passageReply = {
    kind: "ok",
    value: {
      document: annualReport,
      passageId: "report-2024#7",
      passages: [
        {
          id: "report-2024#7",
          kind: "text",
          path: [],
          part: "II",
          item: "7",
          page: "34",
          text: marginText,
          table: null,
        },
      ],
      before: 0,
      after: 0,
      sentences: [
        {
          passageId: "report-2024#7",
          earlierFilings: 1,
          hasYearBefore: true,
          sentences: [{ start: 0, end: 10, inEarlierFilings: 0, inYearBefore: false, atOtherCompanies: 0 }],
        },
      ],
    },
  };
  openPane({ service, engine: engineOf([finding("1", { citations: [marginCitation] })]) });
  await press(within(await screen.findByTestId("finding")).getByTestId("citation"));
}

/** A click and what the service answers to it. */
async function press(target: HTMLElement): Promise<void> {
  await act(async () => void fireEvent.click(target));
}

async function openChanges(service: FakeService): Promise<void> {
  await openPassage(service);
  await press(screen.getByTestId("open-changes"));
}

const kinds = () => screen.queryAllByTestId("sentence-change").map((each) => each.dataset["kind"]);

describe("what is new in a filing", () => {
  it("is marked in the passage, with what the mark means", async () => {
    await openPassage(new FakeService());
    expect(await screen.findByTestId("new-sentence")).toHaveTextContent(marginText.slice(0, 10).trim());
    expect(screen.getByTestId("novelty-legend")).toHaveTextContent(
      "underlined: in no earlier filing on file (1 of 1 sentences shown)",
    );
  });

  it("is listed against the year before, wording first and figures on request", async () => {
    const service = new FakeService();
    service.changesReply = { kind: "ok", value: changes };
    await openChanges(service);
    expect(screen.getByTestId("unit-change")).toHaveTextContent("newTariffs");
    expect(service.changesAsked).toEqual([{ documentId: annualReport.id, item: "7", asOf: "2026-11-23" }]);
    expect(kinds()).toEqual(["added", "removed"]);
    await press(screen.getByRole("button", { name: "1 figures only" }));
    expect(kinds()).toEqual(["added", "removed", "figures"]);
    await press(screen.getByRole("button", { name: "Back to the passage" }));
    expect(screen.getByTestId("passage-view")).toBeInTheDocument();
  });

  it("keeps the list as it was left while a sentence is read in its filing, and Escape leads back step by step", async () => {
    jest.useFakeTimers();
    try {
      const service = new FakeService();
      service.changesReply = { kind: "ok", value: changes };
      await openChanges(service);
      await press(screen.getByRole("button", { name: "1 figures only" }));
      const removed = screen.getByRole("button", { name: "Freight was dear." });
      removed.focus();
      await press(removed);
      expect(screen.getByRole("button", { name: "Back to the changes" })).toBeVisible();
      const escape = async () => {
        await act(async () => void fireEvent.keyDown(document.activeElement!, { key: "Escape" }));
        act(() => jest.runOnlyPendingTimers());
      };
      await escape();
      expect(removed).toHaveFocus();
      expect(kinds()).toEqual(["added", "removed", "figures"]);
      await escape();
      expect(screen.queryByTestId("changes-view")).not.toBeInTheDocument();
      await escape();
      expect(screen.getByTestId("tab-review")).toHaveAttribute("aria-selected", "true");
    } finally {
      jest.useRealTimers();
    }
  });

  it("says a heading once over the sentences under it, and leads to the one that is new", async () => {
    const service = new FakeService();
    service.changesReply = { kind: "ok", value: changes };
    await openChanges(service);
    expect(screen.getAllByRole("heading", { name: "Margin" })).toHaveLength(1);
    await press(screen.getByRole("button", { name: "Tariffs" }));
    expect(service.passagesAsked.at(-1)).toBe("report-2024#7");
  });

  it("shows a long list in portions, and the keyboard goes on where the list ended", async () => {
    const service = new FakeService();
    const many = Array.from({ length: 60 }, (_, each) => ({
      kind: "added" as const,
      later: sentence(`Risk ${each + 1}.`),
    }));
    const counts = { ...changes.counts, added: 60, removed: 0, figures: 0 };
    service.changesReply = { kind: "ok", value: { ...changes, counts, changes: many } };
    await openChanges(service);
    expect(kinds()).toHaveLength(40);
    await press(screen.getByRole("button", { name: "Show 20 more" }));
    expect(kinds()).toHaveLength(60);
    expect(screen.getByRole("button", { name: "Risk 41." })).toHaveFocus();
  });

  it("starts with the figures where no wording changed", async () => {
    const service = new FakeService();
    const figuresOnly = changes.changes.filter(({ kind }) => kind === "figures");
    const counts = { ...changes.counts, added: 0, removed: 0 };
    service.changesReply = { kind: "ok", value: { ...changes, counts, units: [], changes: figuresOnly } };
    await openChanges(service);
    expect(kinds()).toEqual(["figures"]);
    await press(screen.getByRole("button", { name: "1 figures only" }));
    expect(screen.getByText("No kind of change is chosen above.")).toBeInTheDocument();
  });

  it("says so where nothing changed", async () => {
    const service = new FakeService();
    const counts = { ...changes.counts, added: 0, removed: 0, figures: 0 };
    service.changesReply = { kind: "ok", value: { ...changes, counts, units: [], changes: [] } };
    await openChanges(service);
    expect(screen.getByText("Every sentence stands in both filings, word for word.")).toBeInTheDocument();
  });

  it("says why where there is nothing to compare with", async () => {
    await openChanges(new FakeService());
    expect(screen.getByText("The filings service cannot be reached: there is no connection.")).toBeInTheDocument();
  });
});
