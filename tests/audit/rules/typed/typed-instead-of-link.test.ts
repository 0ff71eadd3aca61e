import { typedInsteadOfLink } from "../../../../src/audit/rules/typed/typed-instead-of-link";
import { workbook } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", 2024, 2025, 2026, 2027];
const flow = rows(years, ["Ending cash", 15, 25, 35, 45]);
const balance = (first: number) => rows(years, ["Cash", first, ["=Flow!C2", 25], ["=Flow!D2", 35], ["=Flow!E2", 45]]);

describe("typed where the row is linked", () => {
  it("reports a first value that differs from the linked row", () => {
    const findings = findWith(typedInsteadOfLink, workbook({ Flow: flow, Balance: balance(12) }));
    expect(placesOf(findings)).toEqual(["Balance!B2"]);
    expect(wordsOf(findings[0])).toContain("The linked row has 15 here (Flow!B2): a difference of -3");
  });

  it("accepts a typed value that agrees, and one where the source begins later", () => {
    expect(findWith(typedInsteadOfLink, workbook({ Flow: flow, Balance: balance(15) }))).toEqual([]);
    const later = rows(years, ["Ending cash", null, 25, 35, 45]);
    expect(findWith(typedInsteadOfLink, workbook({ Flow: later, Balance: balance(12) }))).toEqual([]);
  });

  const inputs = { A1: "Exit multiple", B1: 10, A2: "Exit multiple, long hold", B2: 10.5 };
  const cases = (label: string, second: number | string) =>
    rows(
      ["", "Entry", "Short hold", "Long hold", "Longest hold"],
      [label, ["=Inputs!B1", 10], second, ["=Inputs!B2", 10.5], 11],
      ["EBITDA", 50, 60, 70, 80],
      ["Value", ["=B2*B3", 500], ["=C2*C3", 600], ["=D2*D3", 735], ["=E2*E3", 880]],
    );
  const find = (label: string, second: number | string) =>
    findWith(typedInsteadOfLink, workbook({ Inputs: inputs, Returns: cases(label, second) }));

  it("reports a figure typed between links to the assumptions", () => {
    expect(placesOf(find("Exit multiple", 10))).toEqual(["Returns!C2"]);
    expect(wordsOf(find("Exit multiple", 10)[0])).toContain("holds a typed 10 between cells that are linked");
  });

  it("accepts another measure between links, and a row whose name is no measure", () => {
    expect(find("Exit multiple", 4200)).toEqual([]);
    expect(find("Bramble & Sons", 10)).toEqual([]);
  });
});
