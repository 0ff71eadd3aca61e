import { companyAmongPeers } from "../../../../src/audit/rules/valuation/company-among-peers";
import { type WrittenCell, sheet } from "../../../support/sheet";
import { findWith, placesOf, wordsOf } from "../../find-with";

const comparables = (names: readonly string[], statistic: WrittenCell) => {
  const cells: Record<string, WrittenCell> = {
    A1: "Northwind Foods Ltd - DCF Model",
    A3: "Peer",
    B3: "EV / EBITDA",
    A9: "Median",
    B9: statistic,
    A11: "Implied value",
    B11: ["=B9*100", 900],
  };
  names.forEach((name, i) => {
    cells[`A${4 + i}`] = name;
    cells[`B${4 + i}`] = [12, 8, 9, 10, 7][i]!;
  });
  return sheet(cells);
};

describe("the company among its peers", () => {
  it("reports a median that counts the company itself", () => {
    const names = ["Northwind Foods", "Alder Mills", "Birch Dairy", "Cedar Snacks", "Dune Grains"];
    const findings = findWith(companyAmongPeers, comparables(names, ["=MEDIAN(B4:B8)", 9]));
    expect(placesOf(findings)).toEqual(["Sheet1!B9"]);
    expect(wordsOf(findings[0])).toContain(
      "counts Northwind Foods, the company being valued; without it the figures give 8.5",
    );
  });

  it("accepts statistics that leave the company out, and peers of other names", () => {
    const names = ["Northwind Foods", "Alder Mills", "Birch Dairy", "Cedar Snacks", "Dune Grains"];
    expect(findWith(companyAmongPeers, comparables(names, ["=MEDIAN(B5:B8)", 8.5]))).toEqual([]);
    expect(
      findWith(companyAmongPeers, comparables(["Northern Foods", ...names.slice(1)], ["=MEDIAN(B4:B8)", 9])),
    ).toEqual([]);
  });

  it("accepts the company in a statistic that is no price", () => {
    const names = ["Northwind Foods", "Alder Mills", "Birch Dairy", "Cedar Snacks", "Dune Grains"];
    expect(findWith(companyAmongPeers, comparables(names, ["=MEDIAN(B4:B8)", 9, "0.0%"]))).toEqual([]);
  });
});
