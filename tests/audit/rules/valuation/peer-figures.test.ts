import { peerFigures } from "../../../../src/audit/rules/valuation/peer-figures";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const peers = (revenue: number, debt: number, ebitda: number) =>
  sheet(
    rows(
      ["Company", "Total debt", "Revenue", "EBITDA", "EV/EBITDA"],
      ["Alpha plc", 20, 300, 41.5, 9],
      ["Bravo plc", 15, 210, 30.2, 8],
      ["Charlie plc", debt, revenue, ebitda, 7],
      ["Delta plc", 33, 500, 71.8, 10],
    ),
  );

describe("peer figures", () => {
  it("reports a peer that earns more than it sells", () => {
    const findings = findWith(peerFigures, peers(40, 12, 55.4));
    expect(placesOf(findings)).toEqual(["Sheet1!D4"]);
    expect(wordsOf(findings[0])).toContain("EBITDA of 55.4 on revenue of 40");
  });

  it("reports a figure copied from the column beside it", () => {
    expect(findWith(peerFigures, peers(900, 118.45, 118.45)).map(({ title }) => title)).toEqual([
      "A peer’s EBITDA is another of its figures",
    ]);
  });

  it("accepts figures that go together", () => {
    expect(findWith(peerFigures, peers(400, 12, 55.4))).toEqual([]);
  });
});
