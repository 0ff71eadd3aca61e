import { understandModel } from "../../src/model/understand-model";
import { indexWorkbook } from "../../src/workbook/index-workbook";
import { sheet } from "../support/sheet";

const valuation = {
  A1: "DCF",
  B2: "2025E",
  C2: "2026E",
  D2: "2027E",
  A3: "Free cash flow",
  B3: 10,
  C3: 11,
  D3: 12,
};

const listBelow = {
  A5: "Valuation",
  A6: "WACC",
  B6: 0.08,
  A7: "Terminal growth rate",
  B7: 0.02,
  A8: "Enterprise value",
  B8: ["=D3/(B6-B7)", 200] as const,
};

describe("line items", () => {
  it("end above a list of single values that stands under the first period", () => {
    const model = understandModel(indexWorkbook(sheet({ ...valuation, ...listBelow })));
    expect(model.lineItems.map((item) => item.label)).toEqual(["Free cash flow"]);
    expect(model.parameters.map((parameter) => parameter.label)).toEqual([
      "WACC",
      "Terminal growth rate",
      "Enterprise value",
    ]);
  });

  it("keep a last row that only the first period fills, where no list follows", () => {
    const model = understandModel(indexWorkbook(sheet({ ...valuation, A4: "Opening balance", B4: 5 })));
    expect(model.lineItems.map((item) => item.label)).toEqual(["Free cash flow", "Opening balance"]);
  });

  it("stand on an axis that repeats one of its years by mistake", () => {
    const model = understandModel(
      indexWorkbook(
        sheet({
          B1: "2025E",
          C1: "2026E",
          D1: "2027E",
          E1: "2027E",
          F1: "2029E",
          A2: "Revenue",
          B2: 1,
          C2: 2,
          D2: 3,
          E2: 4,
          F2: 5,
        }),
      ),
    );
    expect(model.axes[0]?.periods.map((period) => period.year)).toEqual([2025, 2026, 2027, 2027, 2029]);
    expect(model.lineItems.map((item) => item.label)).toEqual(["Revenue"]);
  });
});
