import "@testing-library/jest-dom";
import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { type EvidenceComment, type Tick } from "../../../src/contracts/evidence-request";
import { sheet } from "../../support/sheet";
import { engineOf, FakeHost, FakeService, openPane } from "../support/fake-ports";
import { annualReport, emptyModel, finding, lineItem, marginCitation, marginText, yearAxis } from "../support/samples";

const findings = (count: number) => Array.from({ length: count }, (_, i) => finding(String(i + 1)));
const titles = () => screen.getAllByTestId("finding-title").map((title) => title.textContent);
const model = { ...emptyModel, axes: [yearAxis], lineItems: [lineItem(1, "Revenue")] };

function hostOver(): FakeHost {
  const host = new FakeHost();
  host.snapshot = sheet({ A2: "Revenue", B2: 100, C2: 110, D2: 121 });
  return host;
}

describe("evidence beside the review", () => {
  const tick: Tick = {
    key: "Sheet1/Revenue",
    sheet: "Sheet1",
    address: "B2",
    modelValue: 100,
    fact: {
      id: "report-2024!1",
      documentId: "report-2024",
      source: "tagged",
      concept: "us-gaap:Revenues",
      unit: "USD",
      start: null,
      end: null,
      dimensions: {},
      value: 1e8,
      decimals: -6,
      printed: "100",
      passageId: null,
      span: null,
    },
    factValue: 100,
    verdict: "ties",
    restated: false,
    citation: marginCitation,
  };
  const comment: EvidenceComment = {
    key: "Sheet1/Revenue",
    rule: "history-differs",
    severity: "high",
    confidence: 1,
    sheet: "Sheet1",
    cells: ["C2"],
    title: "Revenue of FY2024 differs from the 10-K",
    comment: [{ kind: "text", text: "It differs." }],
    citations: [marginCitation],
  };

  it("leaves the review standing when the service is unreachable, with one clear line", async () => {
    const service = new FakeService();
    service.statusReply = { kind: "unreachable", why: "there is no connection" };
    service.evidenceReply = { kind: "unreachable", why: "there is no connection" };
    openPane({ host: hostOver(), service, engine: engineOf(findings(2), model) });
    expect(await screen.findByTestId("evidence-note")).toHaveTextContent(
      "The filings service cannot be reached: there is no connection. The review below stands without it.",
    );
    expect(titles()).toEqual(["Finding 1", "Finding 2"]);
    expect(screen.getByText("filings service not reachable: working alone")).toBeInTheDocument();
  });

  it("asks with the company, the as-of date and only the rows whose meaning is known", async () => {
    const company = { name: "Made-Up Instruments", ticker: null, place: null };
    const { service } = openPane({ host: hostOver(), engine: engineOf([], { ...model, company }) });
    await waitFor(() => expect(service.evidenceAsked).toHaveLength(1));
    expect(service.evidenceAsked[0]).toMatchObject({ company: "Made-Up Instruments", asOf: "2026-11-23" });
    expect(service.evidenceAsked[0]?.rows.map((row) => row.label)).toEqual(["Revenue"]);
    fireEvent.change(screen.getByLabelText("As of"), { target: { value: "2024-06-30" } });
    await waitFor(() => expect(service.evidenceAsked[1]).toMatchObject({ asOf: "2024-06-30" }));
  });

  it("counts what ties, and lists the cells that differ first", async () => {
    const service = new FakeService();
    service.evidenceReply = {
      kind: "ok",
      value: {
        company: null,
        note: null,
        ticks: [tick, { ...tick, address: "C2", verdict: "differs", modelValue: 110, factValue: 112 }],
        comments: [],
        passages: [],
      },
    };
    openPane({ host: hostOver(), service, engine: engineOf(findings(1), model) });
    const ticks = await screen.findByTestId("ticks");
    expect(ticks).toHaveTextContent("1 of 2 historical cells tie; 1 differs");
    act(() => {
      (ticks as HTMLDetailsElement).open = true;
      fireEvent(ticks, new Event("toggle"));
    });
    const rows = within(ticks)
      .getAllByRole("listitem")
      .map((row) => row.textContent);
    expect(rows[0]).toContain("Sheet1!C2Revenue, FY2024: 110 in the model, 112 reported");
    expect(rows[1]).toContain("Sheet1!B2Revenue, FY2023: 100, as reported");
  });

  it("puts the comments of the filings among the findings", async () => {
    const service = new FakeService();
    service.evidenceReply = {
      kind: "ok",
      value: { company: null, note: null, ticks: [], comments: [comment], passages: [] },
    };
    openPane({ host: hostOver(), service, engine: engineOf(findings(1), model) });
    const note = (await screen.findByText("Revenue of FY2024 differs from the 10-K")).closest("li");
    expect(note).toHaveTextContent("from the filings");
    expect(within(note!).getByTestId("citation")).toHaveTextContent("10-K · Dec 2024 · Part II, Item 7, page 34");
  });

  it("opens a citation in its passage, highlighted and dated, and leads back", async () => {
    const service = new FakeService();
    service.passageReply = {
      kind: "ok",
      value: {
        document: annualReport,
        passageId: "report-2024#7",
        passages: [
          {
            id: "report-2024#6",
            kind: "text",
            path: [],
            part: "II",
            item: "7",
            page: "33",
            text: "Before.",
            table: null,
          },
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
        before: 5,
        after: 9,
      },
    };
    openPane({ service, engine: engineOf([finding("1", { citations: [marginCitation] })]) });
    const note = await screen.findByTestId("finding");
    fireEvent.click(within(note).getByTestId("citation"));
    expect(await screen.findByTestId("passage-highlight")).toHaveTextContent(
      "We expect between 40% and 42% next year.",
    );
    const passage = screen.getByTestId("passage-view");
    expect(passage).toHaveTextContent("10-K · period to 2024-12-31 · filed 2025-02-14");
    expect(passage).toHaveTextContent("filed 1 year 9 months before your as-of date");
    expect(passage).toHaveTextContent("made-up sample company");
    expect(screen.getByTestId("tab-evidence")).toHaveAttribute("aria-selected", "true");
    fireEvent.click(screen.getByRole("button", { name: "Previous passage" }));
    await waitFor(() => expect(service.passagesAsked).toEqual(["report-2024#7", "report-2024#6"]));
    fireEvent.click(screen.getByRole("button", { name: "Back to the review" }));
    expect(screen.getByTestId("tab-review")).toHaveAttribute("aria-selected", "true");
  });

  it("shows the quote alone where its passage cannot be opened", async () => {
    openPane({ engine: engineOf([finding("1", { citations: [marginCitation] })]) });
    const note = await screen.findByTestId("finding");
    fireEvent.click(within(note).getByTestId("citation"));
    expect(await screen.findByText(/This is the quote as it was given/)).toBeInTheDocument();
    expect(screen.getByTestId("passage-view")).toHaveTextContent("We expect between 40% and 42% next year.");
    expect(screen.queryByTestId("passage-highlight")).not.toBeInTheDocument();
  });
});
