import { rowDrift } from "../../../../src/audit/rules/formulas/row-drift";
import { sheet } from "../../../support/sheet";
import { findWith, placesOf, rows, wordsOf } from "../../find-with";

const years = ["USD m", "2021A", "2022A", "2023A", "2024E", "2025E", "2026E", "2027E", "2028E"];
const revenue = [
  "Revenue",
  100,
  110,
  120,
  ["=D2*1.05", 126],
  ["=E2*1.05", 132],
  ["=F2*1.05", 139],
  ["=G2*1.05", 146],
  ["=H2*1.05", 153],
] as const;

describe("row drift", () => {
  it("reports a cell that reads another row than its neighbours", () => {
    const snapshot = sheet(
      rows(
        years,
        revenue,
        ["Costs", 60, 66, 72, 75, 79, 83, 87, 92],
        [
          "Gross profit",
          ["=B2-B3", 40],
          ["=C2-C3", 44],
          ["=D2-D3", 48],
          ["=E2-E3", 51],
          ["=F2-F3", 53],
          ["=G2-F3", 60],
          ["=H2-H3", 59],
          ["=I2-I3", 61],
        ],
      ),
    );
    const findings = findWith(rowDrift, snapshot);
    expect(placesOf(findings)).toEqual(["Sheet1!G4"]);
    expect(wordsOf(findings[0])).toContain("It reads F3 where the row’s own formula would read G3.");
  });

  it("accepts the step from history to forecast", () => {
    expect(findWith(rowDrift, sheet(rows(years, revenue)))).toEqual([]);
  });

  it("accepts an opening formula and a row that changes its method for good", () => {
    const snapshot = sheet(
      rows(
        ["", 2024, 2025, 2026, 2027, 2028, 2029],
        ["Debt", ["=100", 100], ["=B2-5", 95], ["=C2-5", 90], ["=D2-9", 81], ["=E2-9", 72], ["=F2-9", 63]],
      ),
    );
    expect(findWith(rowDrift, snapshot)).toEqual([]);
  });

  it("accepts a window that slides on purpose", () => {
    const line = ["", 2024, 2025, 2026, 2027, 2028, 2029];
    const capex = ["Capex", 10, 10, 10, 10, 10, 10];
    const depreciation = [
      "Depreciation",
      ["=SUM($B2:B2)/3", 3],
      ["=SUM($B2:C2)/3", 6],
      ["=SUM($B2:D2)/3", 10],
      ["=SUM($C2:E2)/3", 10],
      ["=SUM($D2:F2)/3", 10],
      ["=SUM($E2:G2)/3", 10],
    ] as const;
    expect(findWith(rowDrift, sheet(rows(line, capex, depreciation)))).toEqual([]);
  });

  it("keeps its id when a row is inserted above", () => {
    const drifting = [
      "Gross profit",
      ["=B2-1", 1],
      ["=C2-1", 1],
      ["=D2-1", 1],
      ["=E2-1", 1],
      ["=F2-1", 1],
      ["=G2-7", 1],
      ["=H2-1", 1],
      ["=I2-1", 1],
    ] as const;
    const moved = drifting.map((cell) =>
      typeof cell === "string" ? cell : ([cell[0].replace("2", "3"), cell[1]] as const),
    );
    const before = findWith(rowDrift, sheet(rows(years, revenue, drifting)));
    const after = findWith(rowDrift, sheet(rows(years, [], revenue, moved)));
    expect(before).toHaveLength(1);
    expect(after[0]!.cells).toEqual(["G4"]);
    expect(after[0]!.id).toBe(before[0]!.id);
  });

  it("accepts a formula that reads across a column the row itself leaves out", () => {
    const cells = rows(
      ["USD m", 2023, 2024, 2025, 2026, 2027, 2028, 2029],
      ["Revenue", 10, 11, 12, 13, 14, 15, 16],
      [
        "Growth",
        null,
        ["=C2/B2-1", 0.1],
        ["=D2/C2-1", 0.09],
        null,
        ["=F2/D2-1", 0.16],
        ["=G2/F2-1", 0.07],
        ["=H2/G2-1", 0.06],
      ],
    );
    expect(findWith(rowDrift, sheet(cells))).toEqual([]);
  });

  it("reports a first year that leaves out a calculated row which every later year takes in", () => {
    const loan = (first: string) =>
      sheet(
        rows(
          ["USD m", "2023A", "2024E", "2025E", "2026E", "2027E"],
          ["Cash", 10, 20, 30, 40, 50],
          ["Scheduled", null, ...["C", "D", "E", "F"].map((column) => [`=${column}2*0.1`, 2] as const)],
          ["Sweep", null, ...["C", "D", "E", "F"].map((column) => [`=${column}2*0.5`, 10] as const)],
          ["Term loan", 100, [first, 98], ["=C5-D3-D4", 80], ["=D5-E3-E4", 56], ["=E5-F3-F4", 26]],
        ),
      );
    const findings = findWith(rowDrift, loan("=B5-B5*0.02"));
    expect(placesOf(findings)).toEqual(["Sheet1!C5"]);
    expect(wordsOf(findings[0])).toContain("C3 and C4");
    expect(findWith(rowDrift, loan("=B5-C3-C4"))).toEqual([]);
  });

  const months = ["USD m", "2024E", "2025E", "2026E", "2027E", "2028E", "2029E"];

  it("accepts a purchase added to a balance that is carried on", () => {
    const plant = (odd: string) =>
      sheet(
        rows(
          months,
          ["Purchase", 0, 0, 0, 40, 0, 0],
          ["Plant", 100, ["=B3", 100], ["=C3", 100], [odd, 140], ["=E3", 140], ["=F3", 140]],
        ),
      );
    expect(findWith(rowDrift, plant("=D3+E2"))).toEqual([]);
    expect(placesOf(findWith(rowDrift, plant("=C3+E2")))).toEqual(["Sheet1!E3"]);
  });

  it("accepts the last instalment, which pays what is left", () => {
    const loan = (last: number) =>
      sheet(
        rows(
          months,
          ["Loan", 100, 70, 40, 10, 0, 0],
          ["Payment", 32, 32, 32, 10.5, 0, 0],
          ["Interest", 2, 2, 2, 0.5, 0, 0],
          [
            "Repayment",
            ["=B3-B4", 30],
            ["=C3-C4", 30],
            ["=D3-D4", 30],
            ["=E2", 10],
            ["=F3-F4", last],
            ["=G3-G4", last],
          ],
        ),
      );
    expect(findWith(rowDrift, loan(0))).toEqual([]);
    expect(placesOf(findWith(rowDrift, loan(5)))).toEqual(["Sheet1!E5"]);
  });

  it("takes the cell for right where its row alone has the other sign, and its name wants this one", () => {
    const flow = (label: string) =>
      sheet(
        rows(
          months,
          ["Movement", 0, 0, 0, 50, 0, 0],
          [label, ["=-B2", 0], ["=-C2", 0], ["=-D2", 0], ["=E2", 50], ["=-F2", 0], ["=-G2", 0]],
        ),
      );
    const told = (label: string) => wordsOf(findWith(rowDrift, flow(label))[0]);
    expect(told("Net borrowings")).toContain("this cell is right and the sign of the others is wrong");
    expect(told("Other items")).toContain("Settle which sign the row wants");
    expect(told("Net borrowings")).not.toContain("copy the formula across");
  });

  it("doubts the row where the row beside it reads what the odd cell reads", () => {
    const days = (row: string) => ["B", "C", "D", "E", "F", "G"].map((c) => [`=${c}${row}*0.1`, 5] as const);
    const payables = days("2").map((cell, i) => (i === 3 ? (["=E3*0.1", 4] as const) : cell));
    const findings = findWith(
      rowDrift,
      sheet(
        rows(
          months,
          ["Sales", 50, 50, 50, 50, 50, 50],
          ["Costs", 40, 40, 40, 40, 40, 40],
          ["Inventory", ...days("3")],
          ["Payables", ...payables],
        ),
      ),
    );
    expect(placesOf(findings)).toEqual(["Sheet1!E5"]);
    expect(wordsOf(findings[0])).toContain("“Inventory” reads the same in every period");
  });

  it("accepts a blank row put into a list that runs down", () => {
    const grown = (row: number, before: number): [string, number] => [`=B${before}*1.02`, 100 * 1.02 ** row];
    const above = [2, 3, 4, 5].map((row, i) => [`Year ${i + 2}`, grown(row, row)]);
    const below = [8, 9, 10, 11].map((row, i) => [`Year ${i + 6}`, grown(row, i === 0 ? row - 2 : row - 1)]);
    const snapshot = sheet(rows(["Year", "Rent"], ["Year 1", 100], ...above, [], ...below));
    expect(findWith(rowDrift, snapshot)).toEqual([]);
  });
});
