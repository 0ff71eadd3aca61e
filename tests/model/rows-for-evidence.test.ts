import { type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { type ModelMap, type TimeAxis } from "../../src/contracts/model-map";
import { ReviewedWorkbook } from "../../src/model/reviewed-workbook";
import { rowsForEvidence } from "../../src/model/rows-for-evidence";
import { sheet } from "../support/sheet";
import { emptyModel, lineItem, parameter, yearAxis } from "../taskpane/support/samples";

const rowsOf = (snapshot: WorkbookSnapshot, model: Partial<ModelMap>) =>
  rowsForEvidence(new ReviewedWorkbook(snapshot, { ...emptyModel, axes: [yearAxis], ...model }));

describe("rowsForEvidence", () => {
  it("sends labels, periods and values of a row, and no formula", () => {
    const [row] = rowsOf(sheet({ A2: "Revenue", B2: 100, C2: 110, D2: ["=C2*1.1", 121] }), {
      lineItems: [lineItem(1, "Revenue")],
    });
    expect(row).toEqual({
      key: "Sheet1/Revenue",
      sheet: "Sheet1",
      label: "Revenue",
      concept: "revenue",
      unit: "currency",
      scale: 1e6,
      values: [
        {
          address: "B2",
          period: "FY2023",
          year: 2023,
          quarter: null,
          endDate: "2023-12-31",
          phase: "actual",
          value: 100,
        },
        {
          address: "C2",
          period: "FY2024",
          year: 2024,
          quarter: null,
          endDate: "2024-12-31",
          phase: "actual",
          value: 110,
        },
        {
          address: "D2",
          period: "FY2025",
          year: 2025,
          quarter: null,
          endDate: "2025-12-31",
          phase: "forecast",
          value: 121,
          calculated: true,
        },
      ],
    });
  });

  it("keeps a row to itself whose meaning is not known", () => {
    const rows = rowsOf(sheet({ B2: 100, B3: 5 }), {
      lineItems: [lineItem(1, "Secret project", { concept: null }), lineItem(2, "Revenue")],
    });
    expect(rows.map((row) => row.label)).toEqual(["Revenue"]);
  });

  it("leaves out texts, blanks, months and terminal values", () => {
    const monthly: TimeAxis = {
      ...yearAxis,
      periods: [
        ...yearAxis.periods,
        { index0: 4, label: "Jan", kind: "month", year: 2026, ordinal: 1, endDate: null, phase: "forecast" },
        { index0: 5, label: "TV", kind: "terminal", year: null, ordinal: null, endDate: null, phase: "forecast" },
      ],
    };
    const [row] = rowsOf(sheet({ B2: "n/a", C2: 110, E2: 9, F2: 900 }), {
      axes: [monthly],
      lineItems: [lineItem(1, "Revenue")],
    });
    expect(row?.values.map((value) => value.address)).toEqual(["C2"]);
  });

  it("reads single assumptions as the forecast's, after the rows with history", () => {
    const rows = rowsOf(sheet({ B9: 0.21, B2: 100 }), {
      parameters: [parameter("Tax rate", 8)],
      lineItems: [lineItem(1, "Revenue")],
    });
    expect(rows.map((row) => row.label)).toEqual(["Revenue", "Tax rate"]);
    expect(rows[1]?.values).toEqual([
      { address: "B9", period: "", year: null, quarter: null, endDate: null, phase: "forecast", value: 0.21 },
    ]);
  });
});
