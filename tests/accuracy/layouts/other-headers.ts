import { type CellAddress, type ModelMap, type Period, type TimeAxis } from "../../../src/contracts/model-map";
import { type Cell, type WorkbookSnapshot } from "../../../src/contracts/workbook-snapshot";
import { cellKey } from "../../../src/workbook/cell-key";
import { groupBy } from "../../../src/workbook/group-by";
import { edited } from "../../support/relocate-cells";
import { editHeaders, type NewHeader } from "./edit-headers";
import { type LaidOut, type Spread, spreadSheets } from "./spread-sheets";

const stay = (address: CellAddress) => address;

/** "A" or "E", where the phase is known. */
export function letterOf(phase: Period["phase"]): string {
  return phase === "unknown" ? "" : phase === "forecast" ? "E" : "A";
}

export function across({ axes }: ModelMap): TimeAxis[] {
  return axes.filter(({ orientation }) => orientation === "columns");
}

/** Axes of years alone, all of whose years are told. */
function yearly(model: ModelMap): TimeAxis[] {
  return model.axes.filter(({ periods }) => periods.every(({ kind, year }) => kind === "year" && year !== null));
}

/** Years written otherwise, as a word or a date. */
export function rewriteYears(
  write: (year: string, phase: Period["phase"]) => NewHeader,
): (workbook: WorkbookSnapshot, model: ModelMap) => LaidOut | null {
  return (workbook, model) => {
    const axes = yearly(model);
    if (axes.length === 0) return null;
    return {
      workbook: editHeaders(workbook, axes, ({ year, phase }) => write(String(year), phase)),
      placeOf: stay,
    };
  };
}

/** "Historical" over the first past year and "Projected" over the first to come, the years themselves bare. */
export function withPhasesAbove(workbook: WorkbookSnapshot, model: ModelMap): LaidOut | null {
  const axes = yearly(model).filter(
    ({ orientation, periods }) => orientation === "columns" && periods.every(({ phase }) => phase !== "unknown"),
  );
  if (axes.length === 0) return null;
  const bare = editHeaders(workbook, axes, ({ year }) => ({ value: year, numberFormat: null }));
  const bySheet = groupBy(axes, ({ sheet }) => sheet);
  const spreads = [...bySheet].map(([sheet, own]): [string, Spread] => [
    sheet,
    { rows: new Map(own.map(({ headerIndex0 }) => [headerIndex0, 1])), columns: new Map() },
  ]);
  const laidOut = spreadSheets(bare, new Map(spreads));
  const sheets = laidOut.workbook.sheets.map((sheet) => {
    const words = (bySheet.get(sheet.name) ?? []).flatMap(({ headerIndex0, periods }) =>
      periods.flatMap(({ phase, index0 }, i): Cell[] => {
        if (periods[i - 1]?.phase === phase) return [];
        const place = laidOut.placeOf({ sheet: sheet.name, rowIndex0: headerIndex0, columnIndex0: index0 });
        const value = phase === "actual" ? "Historical" : "Projected";
        return [{ ...place, rowIndex0: place.rowIndex0 - 1, value, formula: null, numberFormat: null }];
      }),
    );
    const taken = new Set(words.map((cell) => cellKey(cell.rowIndex0, cell.columnIndex0)));
    const others = sheet.cells.filter((cell) => !taken.has(cellKey(cell.rowIndex0, cell.columnIndex0)));
    const cells = [...others, ...words].sort((a, b) => a.rowIndex0 - b.rowIndex0 || a.columnIndex0 - b.columnIndex0);
    return { ...sheet, cells };
  });
  return { ...laidOut, workbook: edited(laidOut.workbook, { sheets }) };
}

/** A header that repeats the one above over the same columns is cleared: the first stands for all blocks below. */
export function withOneHeader(workbook: WorkbookSnapshot, model: ModelMap): LaidOut | null {
  const repeated = new Set<TimeAxis>();
  for (const axes of groupBy(across(model), ({ sheet }) => sheet).values()) {
    const [first, ...others] = axes;
    for (const axis of others) if (saysTheSame(first!, axis)) repeated.add(axis);
  }
  if (repeated.size === 0) return null;
  const cleared = editHeaders(workbook, [...repeated], () => ({ value: null, numberFormat: null }));
  return { workbook: cleared, placeOf: stay };
}

function saysTheSame(first: TimeAxis, other: TimeAxis): boolean {
  return (
    first.periods.length === other.periods.length &&
    first.periods.every((period, i) => {
      const own = other.periods[i]!;
      return period.index0 === own.index0 && period.label === own.label && period.phase === own.phase;
    })
  );
}
