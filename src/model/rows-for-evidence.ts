import { type RowForEvidence } from "../contracts/evidence-request";
import { type LineItem, type Parameter, type Period, type TimeAxis } from "../contracts/model-map";
import { formatAddress } from "../workbook/address";
import { cellOfPeriod, quarterOf } from "./model-index";
import { type ReviewedWorkbook } from "./reviewed-workbook";

const mostRows = 200;
const mostValues = 60;

type ValueOfRow = RowForEvidence["values"][number];

/**
 * The rows that filings can speak to, and nothing else of the workbook: those whose meaning is known, with labels,
 * periods and numbers. Rows with history come first, because only they can be ticked.
 */
export function rowsForEvidence(reviewed: ReviewedWorkbook): RowForEvidence[] {
  const axes = new Map(reviewed.model.axes.map((axis) => [axis.id, axis]));
  const lines = reviewed.model.lineItems.flatMap((item) => {
    const axis = axes.get(item.axisId);
    return item.concept === null || axis === undefined ? [] : [rowOfLine(item, axis, reviewed)];
  });
  const parameters = reviewed.model.parameters.flatMap((parameter) =>
    parameter.concept === null ? [] : [rowOfParameter(parameter, reviewed)],
  );
  const rows = [...lines, ...parameters].filter((row) => row.values.length > 0);
  const holdsHistory = (row: RowForEvidence): boolean => row.values.some((value) => value.phase !== "forecast");
  return [...rows.filter(holdsHistory), ...rows.filter((row) => !holdsHistory(row))].slice(0, mostRows);
}

function rowOfLine(item: LineItem, axis: TimeAxis, reviewed: ReviewedWorkbook): RowForEvidence {
  const values = axis.periods.filter(isReportedSpan).flatMap((period): ValueOfRow[] => {
    const { row0, column0 } = cellOfPeriod(item, axis, period);
    const cell = reviewed.cellAt(item.sheet, row0, column0);
    const value = cell?.value;
    if (typeof value !== "number" || !Number.isFinite(value)) return [];
    return [
      {
        address: formatAddress(row0, column0),
        period: period.label.slice(0, 60),
        year: period.year,
        quarter: quarterOf(period),
        endDate: period.endDate,
        phase: period.phase,
        value,
        ...(cell?.formula === null ? {} : { calculated: true }),
      },
    ];
  });
  return {
    key: item.id.slice(0, 200),
    sheet: item.sheet,
    label: item.label.slice(0, 500),
    concept: item.concept?.id ?? null,
    unit: item.unit.kind,
    scale: item.unit.scale,
    values: historyFirst(values).slice(0, mostValues),
  };
}

function rowOfParameter(parameter: Parameter, reviewed: ReviewedWorkbook): RowForEvidence {
  const { sheet, rowIndex0, columnIndex0 } = parameter.cell;
  const value = reviewed.cellAt(sheet, rowIndex0, columnIndex0)?.value;
  const address = formatAddress(rowIndex0, columnIndex0);
  return {
    key: parameter.id.slice(0, 200),
    sheet,
    label: parameter.label.slice(0, 500),
    concept: parameter.concept?.id ?? null,
    unit: parameter.unit.kind,
    scale: parameter.unit.scale,
    // A single assumption stands outside time: it is the forecast's, whatever year it is read in.
    values:
      typeof value === "number" && Number.isFinite(value)
        ? [{ address, period: "", year: null, quarter: null, endDate: null, phase: "forecast", value }]
        : [],
  };
}

/** Filings report years and quarters; a month, a stub or a terminal value could only be ticked by mistake. */
function isReportedSpan(period: Period): boolean {
  return period.kind === "year" || period.kind === "quarter";
}

function historyFirst(values: readonly ValueOfRow[]): ValueOfRow[] {
  return [
    ...values.filter((value) => value.phase !== "forecast"),
    ...values.filter((value) => value.phase === "forecast"),
  ];
}
