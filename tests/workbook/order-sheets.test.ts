import { orderSheets } from "../../src/workbook/order-sheets";
import { workbook, type WrittenSheet } from "../support/sheet";

function ordered(sheets: Readonly<Record<string, WrittenSheet>>): string[] {
  return orderSheets(workbook(sheets).sheets).map(({ name }) => name);
}

describe("the order of sheets", () => {
  const summary: WrittenSheet = { A1: "Value", B1: "=Model!B1" };
  const model: WrittenSheet = { A1: "Sales", B1: "=Inputs!B1*'Tax & rates'!B1" };
  const inputs: WrittenSheet = { A1: "Growth", B1: 0.04, B2: 7 };
  const rates: WrittenSheet = { A1: "Tax", B1: 0.21 };

  it("is that of the figures, whatever the order of the tabs", () => {
    const expected = ["Tax & rates", "Inputs", "Model", "Summary"];
    expect(ordered({ Summary: summary, Model: model, Inputs: inputs, "Tax & rates": rates })).toEqual(expected);
    expect(ordered({ Inputs: inputs, "Tax & rates": rates, Summary: summary, Model: model })).toEqual(expected);
  });

  it("is that of their content where nothing runs between them", () => {
    const first: WrittenSheet = { A1: "Rent", B1: 12 };
    const second: WrittenSheet = { A1: "Rent", B1: 12, A2: "Heating", B2: 3 };
    expect(ordered({ Copy: second, Original: first })).toEqual(["Original", "Copy"]);
    expect(ordered({ Original: first, Copy: second })).toEqual(["Original", "Copy"]);
  });

  it("does not change when a sheet takes another name", () => {
    expect(ordered({ B: { A1: "x" }, A: { A1: "y" } }).map((name) => ({ A: "y", B: "x" })[name])).toEqual(
      ordered({ M: { A1: "x" }, N: { A1: "y" } }).map((name) => ({ N: "y", M: "x" })[name]),
    );
  });
});
