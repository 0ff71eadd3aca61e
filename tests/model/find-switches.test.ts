import { type ScenarioSwitch } from "../../src/contracts/model-map";
import { findSwitches } from "../../src/model/find-switches";
import { understandModel } from "../../src/model/understand-model";
import { formatAddress, formatRange } from "../../src/workbook/address";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { sheet, workbook, type WrittenSheet } from "../support/sheet";

function switches(cells: WrittenSheet): readonly ScenarioSwitch[] {
  return findSwitches(indexWorkbook(sheet(cells)));
}

const blocks: WrittenSheet = {
  A1: "Live scenario",
  B1: 2,
  A3: "Growth",
  B3: ["=CHOOSE($B$1,B6,B7,B8)", 0.08],
  C3: ["=CHOOSE($B$1,C6,C7,C8)", 0.09],
  A6: "Base case",
  B6: 0.05,
  C6: 0.05,
  A7: "Upside",
  B7: 0.08,
  C7: 0.09,
  A8: "Downside",
  B8: 0.01,
  C8: 0.02,
};

describe("scenario switches", () => {
  it("finds the cell, its cases and every formula that chooses by it", () => {
    const [found] = switches(blocks);
    expect(found).toMatchObject({ label: "Live scenario", current: 2, cases: ["Base case", "Upside", "Downside"] });
    expect(
      found!.choices.map(({ cell, by, alternatives }) => [
        formatAddress(cell.rowIndex0, cell.columnIndex0),
        by,
        alternatives.map(formatRange),
      ]),
    ).toEqual([
      ["B3", "CHOOSE", ["B6", "B7", "B8"]],
      ["C3", "CHOOSE", ["C6", "C7", "C8"]],
    ]);
  });

  it("follows a link and a list of names to the cell that somebody sets", () => {
    const cells: WrittenSheet = {
      A1: "Selected case",
      B1: "Upside",
      A2: "Case number",
      B2: ["=MATCH(B1,D1:D3,0)", 2],
      D1: "Base",
      D2: "Upside",
      D3: "Downside",
      A5: "Growth",
      B5: ["=INDEX(B6:B8,$B$2)", 0.08],
      B6: 0.05,
      B7: 0.08,
      B8: 0.01,
    };
    expect(switches(cells)).toMatchObject([
      { label: "Selected case", current: "Upside", cases: ["Base", "Upside", "Downside"], choices: [{ by: "INDEX" }] },
    ]);
  });

  it("takes no table looked up by month and no single CHOOSE for a switch", () => {
    expect(switches({ A1: "Month", B1: 3, A2: "Season", B2: ["=INDEX($D$1:$D$12,$B$1)", 1] })).toEqual([]);
    expect(switches({ A1: "Month", B1: 3, A2: "Name", B2: ["=CHOOSE($B$1,D1,D2,D3)", 1] })).toEqual([]);
  });

  it("tags the rows of a block or sheet with the case it is about", () => {
    const block = (first: number, title: string): WrittenSheet => ({
      [`A${first}`]: title,
      [`A${first + 1}`]: "Revenue",
      [`B${first + 1}`]: 1,
      [`C${first + 1}`]: 2,
      [`D${first + 1}`]: 3,
    });
    const years = { B1: "2024E", C1: "2025E", D1: "2026E" };
    const map = understandModel(
      indexWorkbook(workbook({ Inputs: { ...years, ...block(2, "Base case"), ...block(5, "Downside") } })),
    );
    expect(map.lineItems.map(({ label, scenario }) => [label, scenario])).toEqual([
      ["Revenue", "Base case"],
      ["Revenue", "Downside"],
    ]);
  });
});
