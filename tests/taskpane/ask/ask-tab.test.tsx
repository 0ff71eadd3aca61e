import "@testing-library/jest-dom";
import { act, fireEvent, screen, within } from "@testing-library/react";
import { sheet } from "../../support/sheet";
import { engineOf, FakeHost, FakeService, openPane } from "../support/fake-ports";
import {
  answer,
  emptyModel,
  finding,
  lineItem,
  marginCitation,
  marginEvidence,
  shownNumber,
  yearAxis,
} from "../support/samples";

const model = { ...emptyModel, axes: [yearAxis], lineItems: [lineItem(1, "Revenue")] };

function hostOver(): FakeHost {
  const host = new FakeHost();
  host.snapshot = sheet({ A2: "Revenue", B2: 100, C2: 110, D2: 121 });
  return host;
}

describe("asking in the pane", () => {
  async function ask(question: string): Promise<void> {
    fireEvent.click(await screen.findByTestId("tab-ask"));
    const input = screen.getByTestId("ask-input");
    fireEvent.change(input, { target: { value: question } });
    await act(async () => void fireEvent.keyDown(input, { key: "Enter" }));
  }

  it("sends the selection it shows, the company and the as-of date", async () => {
    const host = hostOver();
    host.selection = {
      workbook: "Model.xlsx",
      sheet: "Sheet1",
      range: "C2",
      cells: [{ rowIndex0: 1, columnIndex0: 2, value: 110, formula: null, numberFormat: null }],
      truncated: false,
    };
    const { service } = openPane({ host, engine: engineOf([], model) });
    await screen.findByText("Sheet1!C2");
    await screen.findByText("Revenue: 110");
    await ask("Is this growth plausible?");
    expect(service.questions[0]).toMatchObject({
      question: "Is this growth plausible?",
      asOf: "2026-11-23",
      selection: { range: "C2", cells: [{ address: "C2", label: "Revenue", period: "FY2024" }] },
    });
  });

  it("sends no cell when the reader keeps the selection back", async () => {
    const host = hostOver();
    host.selection = {
      ...host.selection,
      cells: [{ rowIndex0: 1, columnIndex0: 2, value: 110, formula: null, numberFormat: null }],
    };
    const { service } = openPane({ host, engine: engineOf([]) });
    fireEvent.click(await screen.findByLabelText("Send with the question"));
    await ask("What is a fair margin?");
    expect(service.questions[0]?.selection).toBeNull();
  });

  it("names what the review said of the selected cells, and of no others", async () => {
    const host = hostOver();
    host.selection = { ...host.selection, sheet: "Sheet1", range: "C2:D2" };
    const listed = [finding("on", { cells: ["B2:C2"], title: "C2 is typed" }), finding("off", { cells: ["B9"] })];
    openPane({ host, engine: engineOf(listed, model) });
    const comments = await screen.findByTestId("comments-on-selection");
    expect(comments).toHaveTextContent("1 comment of the review on these cells");
    expect(comments).toHaveTextContent("C2 is typed");
  });

  it("says that it cannot tell once, whatever words the reason opens with", async () => {
    const service = new FakeService();
    service.askEvents = [
      { kind: "answer", answer: answer({ status: "abstained", reason: "I cannot tell: no filing states it." }) },
    ];
    openPane({ service });
    await ask("And in 2040?");
    expect(await screen.findByTestId("answer")).toHaveTextContent("I cannot tell. No filing states it.");
  });

  it("starts a new line on Shift and Enter instead of sending", async () => {
    const { service } = openPane();
    fireEvent.click(await screen.findByTestId("tab-ask"));
    const input = screen.getByTestId("ask-input");
    fireEvent.change(input, { target: { value: "One line" } });
    fireEvent.keyDown(input, { key: "Enter", shiftKey: true });
    expect(service.questions).toEqual([]);
  });

  it("shows statements with their citations and numbers, and follows a next question", async () => {
    const service = new FakeService();
    service.askEvents = [
      {
        kind: "answer",
        answer: answer({
          statements: [
            {
              text: [{ kind: "number", number: shownNumber("41.2%", { verdict: "matched" }) }],
              citations: [marginCitation],
            },
          ],
          nextQuestions: ["Why did it fall?"],
        }),
      },
    ];
    openPane({ service });
    await ask("What was gross margin?");
    const statement = await screen.findByTestId("answer-statement");
    expect(within(statement).getByTestId("number")).toHaveTextContent("41.2%");
    expect(within(statement).getByTestId("citation")).toBeInTheDocument();
    fireEvent.click(screen.getByRole("button", { name: "Why did it fall?" }));
    expect(service.questions.map((request) => request.question)).toEqual([
      "What was gross margin?",
      "Why did it fall?",
    ]);
  });

  it("calls quotes what they are: passages found, not an answer", async () => {
    const service = new FakeService();
    const quote = { kind: "quote" as const, text: marginCitation.quote, citation: 0 };
    service.askEvents = [
      {
        kind: "answer",
        answer: answer({
          statements: [{ text: [{ kind: "text", text: "From the 10-K: " }, quote], citations: [marginCitation] }],
        }),
      },
    ];
    openPane({ service });
    await ask("Why did margin fall?");
    expect(await screen.findByTestId("quotes-only")).toHaveTextContent("Passages found, no answer of mine.");
  });

  it("says beside a number that it was read from a table nobody tagged", async () => {
    const service = new FakeService();
    const number = shownNumber("41.2%", {
      verdict: "matched",
      reference: { kind: "fact", factId: `${marginCitation.document.id}!3` },
    });
    const citation = { ...marginCitation, readFromTable: true as const };
    service.askEvents = [
      {
        kind: "answer",
        answer: answer({ statements: [{ text: [{ kind: "number", number }], citations: [citation] }] }),
      },
    ];
    openPane({ service });
    await ask("What was gross margin?");
    expect(await screen.findByTestId("number")).toHaveAccessibleName("41.2%, read from a table, not tagged");
    const statement = screen.getByTestId("answer-statement");
    expect(within(statement).getByTestId("citation")).toHaveTextContent("read, not tagged");
    expect(within(screen.getByTestId("answer")).getByTestId("marks-legend")).toHaveTextContent("did not tag");
    expect(screen.queryByTestId("quotes-only")).not.toBeInTheDocument();
  });

  it("gives the reason and what was found when it cannot tell", async () => {
    const service = new FakeService();
    service.askEvents = [
      {
        kind: "answer",
        answer: answer({ status: "abstained", reason: "No filing states it.", evidence: [marginEvidence] }),
      },
    ];
    openPane({ service });
    await ask("And in 2040?");
    expect(await screen.findByTestId("answer")).toHaveTextContent("I cannot tell. No filing states it.");
    expect(within(screen.getByTestId("answer")).getByTestId("citation")).toBeInTheDocument();
  });

  it("shows a draft as unchecked while it comes, and stops when told", async () => {
    const service = new FakeService();
    service.endsAnswers = false;
    service.askEvents = [
      { kind: "draft", text: "Margin was" },
      { kind: "draft", text: "Margin was about 41%" },
    ];
    openPane({ service });
    await ask("Margin?");
    expect(screen.getByTestId("draft")).toHaveTextContent(/^draft, uncheckedMargin was about 41%$/);
    await act(async () => void fireEvent.click(screen.getByTestId("ask-stop")));
    expect(await screen.findByText("Stopped.")).toBeInTheDocument();
    expect(screen.queryByTestId("draft")).not.toBeInTheDocument();
  });

  it("says that the service is away and offers to ask again", async () => {
    const service = new FakeService();
    service.ask = async () => ({ kind: "unreachable", why: "there is no connection" });
    openPane({ service });
    await ask("Margin?");
    expect(
      await screen.findByText(/The filings service cannot be reached: there is no connection/),
    ).toBeInTheDocument();
    expect(screen.getByRole("button", { name: "Ask again" })).toBeInTheDocument();
  });
});
