import "@testing-library/jest-dom";
import { act, fireEvent, screen, within } from "@testing-library/react";
import { type QuestionIntent } from "../../../src/contracts/intent";
import { FakeService, openPane } from "../support/fake-ports";
import { answer } from "../support/samples";

const fiscal = (year: number): QuestionIntent["periods"][number] => ({
  label: `FY${year}`,
  kind: "year",
  fiscalYear: year,
  quarter: null,
  start: null,
  end: null,
});
const understood: QuestionIntent = {
  companies: [{ name: "Lumen Harbor Inc.", matched: "Lumen Harbor Inc." }],
  periods: [fiscal(2024)],
  forms: ["10-K"],
  statements: ["income-statement"],
  items: ["8"],
  concepts: ["revenue"],
  kind: "number",
  asOf: "2026-11-23",
  terms: ["revenue"],
};
const choices = {
  companies: ["Lumen Harbor Inc.", "Target Dune Corp"],
  periods: [fiscal(2024), fiscal(2023)],
  forms: ["10-K", "10-Q"],
};

describe("what a question was understood as", () => {
  async function asked(intent: QuestionIntent = understood): Promise<FakeService> {
    const service = new FakeService();
    service.askEvents = [{ kind: "answer", answer: answer({ intent, choices }) }];
    openPane({ service });
    fireEvent.click(await screen.findByTestId("tab-ask"));
    const input = screen.getByTestId("ask-input");
    fireEvent.change(input, { target: { value: "What was revenue?" } });
    await act(async () => void fireEvent.keyDown(input, { key: "Enter" }));
    return service;
  }
  const chips = (): HTMLElement[] => within(screen.getAllByTestId("intent-line")[0]!).getAllByTestId("intent-chip");
  const chip = (part: string): HTMLElement => chips().find((one) => one.dataset.part === part)!;
  async function choose(part: string, words: string): Promise<void> {
    fireEvent.click(chip(part));
    const item = await screen.findByRole("menuitem", { name: words });
    await act(async () => void fireEvent.click(item));
  }

  it("stands under the question, each part by its name", async () => {
    await asked();
    expect(chips().map(({ textContent }) => textContent)).toEqual([
      "Lumen Harbor Inc.",
      "Revenue",
      "FY2024",
      "a number",
      "income statement",
      "Item 8",
      "10-K",
      "as of 2026-11-23",
    ]);
    expect(chip("periods")).toHaveAccessibleName("Period: FY2024. Change");
    expect(screen.queryByTestId("ask-as-set")).not.toBeInTheDocument();
  });

  it("is sent as the reader set it, only when asked again, with the parts that were set", async () => {
    const service = await asked();
    await choose("periods", "FY2023");
    await choose("companies", "Target Dune Corp");
    expect(service.questions).toHaveLength(1);
    expect(chip("periods")).toHaveAccessibleName("Period: FY2023, set by you. Change");
    await act(async () => void fireEvent.click(screen.getByTestId("ask-as-set")));
    expect(service.questions[1]).toMatchObject({
      question: "What was revenue?",
      company: "Target Dune Corp",
      asOf: "2026-11-23",
      intent: {
        companies: [{ name: "Target Dune Corp", matched: "Target Dune Corp" }],
        periods: [{ label: "FY2023" }],
        concepts: ["revenue"],
        edited: ["periods", "companies"],
      },
    });
    expect(chip("periods")).toHaveTextContent("FY2024");
  });

  it("loses what is left out, and has it back when that is undone", async () => {
    const service = await asked();
    await choose("forms", "Leave “10-K” out");
    expect(chip("forms")).toBeUndefined();
    fireEvent.click(screen.getByRole("button", { name: "Undo" }));
    expect(chip("forms")).toHaveTextContent("10-K");
    expect(service.questions).toHaveLength(1);
  });

  it("takes another day for this question alone", async () => {
    const service = await asked();
    fireEvent.click(chip("as-of"));
    fireEvent.change(await screen.findByLabelText("Nothing filed after"), { target: { value: "2025-01-31" } });
    await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Use this day" })));
    await act(async () => void fireEvent.click(screen.getByTestId("ask-as-set")));
    expect(service.questions[1]).toMatchObject({
      asOf: "2025-01-31",
      intent: { asOf: "2025-01-31", edited: ["as-of"] },
    });
  });

  it("can be told what it did not say", async () => {
    const service = await asked({ ...understood, companies: [], periods: [] });
    fireEvent.click(screen.getByTestId("intent-add"));
    const item = await screen.findByRole("menuitem", { name: "latest year" });
    await act(async () => void fireEvent.click(item));
    await act(async () => void fireEvent.click(screen.getByTestId("ask-as-set")));
    expect(service.questions[1]?.intent?.periods.map(({ label }) => label)).toEqual(["latest year"]);
  });
});
