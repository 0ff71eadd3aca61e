import { understandModel } from "../../src/model/understand-model";
import { formatAddress } from "../../src/workbook/address";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { type Fault, type FaultyModel } from "../accuracy/injected/fault";
import { faultKinds } from "../accuracy/injected/fault-kinds";
import { formulaRuns } from "../accuracy/injected/formula-runs";
import { seededRandom } from "../support/seeded-random";
import { workbook } from "../support/sheet";
import { rows } from "./find-with";

const snapshot = workbook({
  Inputs: rows(["Growth", 0.1], ["Scale", 5]),
  Model: rows(
    ["", "Plan A", "Plan B", "Plan C", "Plan D"],
    ["Units", 10, 20, 40, 80],
    ["Price", 3, 5, 7, 9],
    ["Fees", 4, 6, 8, 11],
    ["Sales", ["=B2*B3", 30], ["=C2*C3", 100], ["=D2*D3", 280], ["=E2*E3", 720]],
    ["Sales with fees", ["=B5+B4", 34], ["=C5+C4", 106], ["=D5+D4", 288], ["=E5+E4", 731]],
    ["Fees to sales", ["=B4/B5", 0.13], ["=C4/C5", 0.06], ["=D4/D5", 0.03], ["=E4/E5", 0.015]],
    ["Scaled", ["=B2*Inputs!$B$2", 50], ["=C2*Inputs!$B$2", 100], ["=D2*Inputs!$B$2", 200], ["=E2*Inputs!$B$2", 400]],
    ["Shown", ["=B2", 10], ["=C2", 20], ["=D2", 40], ["=E2", 80]],
    ["Total", ["=SUM(B2:B4)", 17], ["=SUM(C2:C4)", 31], ["=SUM(D2:D4)", 55], ["=SUM(E2:E4)", 100]],
  ),
});
const index = indexWorkbook(snapshot);
const model: FaultyModel = { index, model: understandModel(index), runs: formulaRuns(index) };

function faultsOf(name: string): string[][] {
  const kind = faultKinds.find((one) => one.name === name);
  return [...kind!.propose(model, seededRandom(3))].map(contentsOf);
}

function contentsOf({ changes }: Fault): string[] {
  return changes.map(
    ({ address, formula, value }) =>
      `${formatAddress(address.rowIndex0, address.columnIndex0)}${formula ?? ` ${JSON.stringify(value)}`}`,
  );
}

describe("faults put into a model", () => {
  it("stand in rows of copied formulas", () => {
    expect(model.runs.map(({ cells }) => cells.length)).toEqual([4, 4, 4, 4, 4, 4]);
  });

  it("leave a first, a last or a middle line out of a sum", () => {
    expect(faultsOf("range omits its first line, whole row")).toEqual([
      ["B10=SUM(B3:B4)", "C10=SUM(C3:C4)", "D10=SUM(D3:D4)", "E10=SUM(E3:E4)"],
    ]);
    expect(faultsOf("range omits its last line, whole row")[0]![0]).toBe("B10=SUM(B2:B3)");
    expect(faultsOf("range omits a middle line, whole row")[0]![0]).toBe("B10=SUM(B2,B4)");
  });

  it("let a reference without its dollar sign slide", () => {
    expect(faultsOf("missing anchor")).toEqual([["C8=C2*Inputs!C$2", "D8=D2*Inputs!D$2", "E8=E2*Inputs!E$2"]]);
  });

  it("hold every later link on the first one's source", () => {
    expect(faultsOf("frozen reference, row of links")).toEqual([["C9=B2", "D9=B2", "E9=B2"]]);
  });

  it("turn a ratio and a sign over in all of a row", () => {
    expect(faultsOf("ratio upside down, whole row")).toEqual([["B7=B5/B4", "C7=C5/C4", "D7=D5/D4", "E7=E5/E4"]]);
    expect(faultsOf("sign flipped, whole row")).toEqual([["B6=B5-B4", "C6=C5-C4", "D6=D5-D4", "E6=E5-E4"]]);
  });

  it("type a total as it stands", () => {
    expect(faultsOf("total typed, whole row")).toEqual([["B10 17", "C10 31", "D10 55", "E10 100"]]);
  });

  it("move a reference by one line to other figures, never into a circle", () => {
    for (const cells of faultsOf("wrong row, whole row")) expect(cells.join()).not.toMatch(/B5=B[56]\*|B5=.*\*B[56]/u);
  });

  it("are the same every time", () => {
    for (const { name } of faultKinds) expect(faultsOf(name)).toEqual(faultsOf(name));
  });
});
