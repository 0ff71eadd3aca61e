import "@testing-library/jest-dom";
import { act, fireEvent, screen, within } from "@testing-library/react";
import { FakeService, openPane } from "../support/fake-ports";
import { answer, marginCitation, marginEvidence } from "../support/samples";

describe("why a passage was found", () => {
  async function openPassage(score: { total: number; parts: { name: string; value: number; why: string | null }[] }) {
    const service = new FakeService();
    const evidence = [{ ...marginEvidence, passageId: marginCitation.passageId, score }];
    service.askEvents = [{ kind: "answer", answer: answer({ status: "abstained", reason: "no", evidence }) }];
    openPane({ service });
    fireEvent.click(await screen.findByTestId("tab-ask"));
    const input = screen.getByTestId("ask-input");
    fireEvent.change(input, { target: { value: "Why did margin fall?" } });
    await act(async () => void fireEvent.keyDown(input, { key: "Enter" }));
    await act(async () => void fireEvent.click(within(screen.getByTestId("answer")).getByTestId("citation")));
  }

  it("is told in its parts, with the question it was found for and the total they add up to", async () => {
    await openPassage({
      total: 0.7,
      parts: [
        { name: "words", value: 1, why: "BM25 over the best" },
        { name: "boilerplate", value: -0.3, why: "stands in every filing" },
      ],
    });
    const why = screen.getByTestId("why-passage");
    expect(why).not.toHaveAttribute("open");
    expect(why).toHaveTextContent("Found for “Why did margin fall?”");
    expect(
      within(why)
        .getAllByRole("row", { hidden: true })
        .map(({ textContent }) => textContent),
    ).toEqual(["words1.0000BM25 over the best", "boilerplate−0.3000stands in every filing", "total0.7000"]);
  });

  it("is not told where nothing was scored", async () => {
    await openPassage({ total: 0, parts: [] });
    expect(screen.getByTestId("passage-view")).toBeInTheDocument();
    expect(screen.queryByTestId("why-passage")).not.toBeInTheDocument();
  });
});
