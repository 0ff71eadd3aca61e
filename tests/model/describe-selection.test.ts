import { selectionForQuestionSchema } from "../../src/contracts/answer";
import { type SelectionRead } from "../../src/contracts/workbook-host";
import { describeSelection } from "../../src/model/describe-selection";
import { ReviewedWorkbook } from "../../src/model/reviewed-workbook";
import { error, sheet } from "../support/sheet";
import { emptyModel, lineItem, yearAxis } from "../taskpane/support/samples";

const reviewed = new ReviewedWorkbook(sheet({ A2: "Revenue", B2: 100, C2: 110, D2: ["=C2*1.05+SUM(B2:C2)", 325.5] }), {
  ...emptyModel,
  axes: [yearAxis],
  lineItems: [lineItem(1, "Revenue")],
});

function selecting(cells: SelectionRead["cells"], range = "D2"): SelectionRead {
  return { workbook: "Model.xlsx", sheet: "Sheet1", range, cells, truncated: false };
}
const forecast = { rowIndex0: 1, columnIndex0: 3, value: 325.5, formula: "=C2*1.05+SUM(B2:C2)", numberFormat: "0.0" };

describe("describeSelection", () => {
  it("says what the model calls a cell and what its formula reads", () => {
    expect(describeSelection(selecting([forecast]), reviewed).cells).toEqual([
      {
        address: "D2",
        value: 325.5,
        error: null,
        formula: "=C2*1.05+SUM(B2:C2)",
        numberFormat: "0.0",
        label: "Revenue",
        period: "FY2025",
        year: 2025,
        quarter: null,
        phase: "forecast",
        concept: "revenue",
        unit: "currency",
        scale: 1e6,
        precedents: [
          { sheet: "Sheet1", address: "C2", label: "Revenue", value: 110 },
          { sheet: "Sheet1", address: "B2:C2", label: "Revenue", value: null },
        ],
      },
    ]);
  });

  it("invents no meaning before there is a review", () => {
    const [cell] = describeSelection(selecting([forecast]), null).cells;
    expect(cell).toMatchObject({ label: null, period: null, phase: "unknown", concept: null, unit: "unknown" });
    expect(cell?.precedents[0]).toEqual({ sheet: "Sheet1", address: "C2", label: null, value: null });
  });

  it("names an error instead of a value", () => {
    const broken = { rowIndex0: 0, columnIndex0: 0, value: error("#REF!"), formula: "=#REF!", numberFormat: null };
    expect(describeSelection(selecting([broken]), reviewed).cells[0]).toMatchObject({ value: null, error: "#REF!" });
  });

  it("leaves out what stands in another workbook", () => {
    const linked = { rowIndex0: 0, columnIndex0: 0, value: 1, formula: "=[1]Data!A1+C2", numberFormat: null };
    const [cell] = describeSelection(selecting([linked]), reviewed).cells;
    expect(cell?.precedents.map(({ address }) => address)).toEqual(["C2"]);
  });

  it("keeps to what the service accepts, however much is selected", () => {
    const long = "x".repeat(5000);
    const cells = Array.from({ length: 900 }, (_, rowIndex0) => ({
      rowIndex0,
      columnIndex0: 0,
      value: long,
      formula: `="${long}"&${Array.from({ length: 40 }, (_, i) => `Z${i + 1}`).join("&")}${" ".repeat(9000)}`,
      numberFormat: long,
    }));
    const described = describeSelection(selecting(cells, "A1:A900"), reviewed);
    expect(selectionForQuestionSchema.safeParse(described).success).toBe(true);
    expect(described.cells).toHaveLength(400);
    expect(described.cells[0]?.precedents).toHaveLength(12);
  });
});
