import { type LineItem, type UnitReading } from "../../src/contracts/model-map";
import { withUnitsOfBlock } from "../../src/model/units-of-block";

const money: UnitReading = { kind: "currency", currency: "USD", scale: 1e6 };
const rate: UnitReading = { kind: "percent", currency: null, scale: 1 };
const unknown: UnitReading = { kind: "unknown", currency: null, scale: null };

function row(label: string, unit: UnitReading, path: readonly string[] = ["Costs"]): LineItem {
  return {
    id: label,
    sheet: "Plan",
    axisId: "Plan 1",
    index0: 3,
    label,
    labelCell: { sheet: "Plan", rowIndex0: 3, columnIndex0: 0 },
    path,
    concept: null,
    statement: null,
    unit,
    role: "input",
    isTotal: false,
    range: { sheet: "Plan", startRow0: 3, endRow0: 3, startColumn0: 1, endColumn0: 3 },
  };
}

const unitOf = (items: readonly LineItem[], label: string) => items.find((item) => item.label === label)!.unit;

describe("units of a block", () => {
  const block = [row("Rent", money), row("Lamps", money), row("Fairy lights", unknown)];

  it("gives a row that says nothing the money of the rows beside it", () => {
    expect(unitOf(withUnitsOfBlock(block), "Fairy lights")).toEqual(money);
  });

  it("leaves rows that count or check, and blocks of mixed units", () => {
    expect(unitOf(withUnitsOfBlock([...block, row("Number of lamps", unknown)]), "Number of lamps")).toEqual(unknown);
    expect(unitOf(withUnitsOfBlock([...block, row("Take-up", rate)]), "Fairy lights")).toEqual(unknown);
  });

  it("does not reach under another heading", () => {
    expect(unitOf(withUnitsOfBlock([...block, row("Candles", unknown, ["Staff"])]), "Candles")).toEqual(unknown);
  });
});
