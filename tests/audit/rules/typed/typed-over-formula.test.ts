import { typedOverFormula } from "../../../../src/audit/rules/typed/typed-over-formula";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2021A", "2022A", "2023A", "2024E", "2025E", "2026E", "2027E"];

describe("a number typed over a formula", () => {
  it("reports a typed number inside a formula row", () => {
    const snapshot = sheet(
      rows(years, ["Revenue", 100, 110, 120, ["=D2*1.05", 126], ["=E2*1.05", 132], 150, ["=G2*1.05", 158]]),
    );
    const withRow = sheet(
      rows(years, ["Revenue", 100, 110, 120, ["=D2*1.05", 126], 140, ["=F2*1.05", 147], ["=G2*1.05", 154]]),
    );
    expect(placesOf(findWith(typedOverFormula, snapshot))).toEqual(["Sheet1!G2"]);
    expect(wordsOf(findWith(typedOverFormula, withRow)[0])).toContain("is 140, typed in");
  });

  it("accepts typed history before a calculated forecast", () => {
    const snapshot = sheet(
      rows(years, [
        "Revenue",
        100,
        110,
        120,
        ["=D2*1.05", 126],
        ["=E2*1.05", 132],
        ["=F2*1.05", 139],
        ["=G2*1.05", 146],
      ]),
    );
    expect(findWith(typedOverFormula, snapshot)).toEqual([]);
  });

  it("accepts a row of inputs", () => {
    expect(
      findWith(typedOverFormula, sheet(rows(years, ["Revenue growth", 0.1, 0.1, 0.1, 0.05, 0.05, 0.04, 0.04]))),
    ).toEqual([]);
  });

  it("accepts a typed last figure that the row works towards", () => {
    const cells = rows(
      ["USD m", 2024, 2025, 2026, 2027, 2028],
      ["Margin", 0.1, ["=B2+($F$2-$B$2)/4", 0.15], ["=C2+($F$2-$B$2)/4", 0.2], ["=D2+($F$2-$B$2)/4", 0.25], 0.3],
    );
    expect(findWith(typedOverFormula, sheet(cells))).toEqual([]);
  });

  const longer = ["", "2023A", "2024E", "2025E", "2026E", "2027E", "2028E"];
  const cells = (at: number, count: number) =>
    ["C", "D", "E", "F", "G"].slice(0, count).map((column) => [`=${column}${at}*2`, 40] as const);
  const others = ["Rent", "Wages", "Power"].map((label) => [label, 40, ...cells(2, 5)]);
  const units = ["Units", 19, 20, 20, 20, 20, 20];

  it("reports the last two cells typed while the other rows are calculated to the end", () => {
    const sales = ["Sales", 40, ...cells(2, 3), 45, 46];
    expect(placesOf(findWith(typedOverFormula, sheet(rows(longer, units, ...others, sales))))).toEqual([
      "Sheet1!F6:G6",
    ]);
  });

  it("accepts rows that change their way together, and rates typed for the future", () => {
    const ended = ["Rent", "Wages", "Power", "Sales"].map((label) => [label, 40, ...cells(2, 3), 45, 46]);
    const open = ["", 2023, 2024, 2025, 2026, 2027, 2028];
    const rate = (value: number) => [value, null, "0%"] as const;
    const growth = ["Sales", "=B2/B3", "=C2/C3", "=D2/D3"].map((one, i) =>
      i === 0 ? one : ([one, 0.1, "0%"] as const),
    );
    expect(findWith(typedOverFormula, sheet(rows(longer, units, ...ended)))).toEqual([]);
    expect(findWith(typedOverFormula, sheet(rows(open, units, ...others, [...growth, rate(0.2), rate(0.3)])))).toEqual(
      [],
    );
  });
});
