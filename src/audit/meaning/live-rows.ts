import { type CellAddress, type ScenarioChoice, type ScenarioSwitch } from "../../contracts/model-map";
import { addTo, groupBy } from "../../workbook/group-by";
import { type AuditContext } from "../audit-context";

const mostCases = 9;
const fewestCases = 2;
const fewestLive = 2;

/** Where the cases stand from a cell that chooses among them: so many rows below (or above), or columns beside. */
export interface CaseSteps {
  readonly along: "rows" | "columns";
  readonly steps: readonly number[];
}

export interface LiveCell {
  readonly address: CellAddress;
  readonly layout: CaseSteps;
}

/** Cells of a sheet that choose by one switch among cases laid out alike. */
export interface LiveGroup {
  readonly by: ScenarioSwitch;
  readonly sheet: string;
  readonly layout: CaseSteps;
  readonly cells: readonly LiveCell[];
  /** The rows of all that choose by this switch on the sheet, however their cases are laid out. */
  readonly choosing: ReadonlyMap<number, readonly LiveCell[]>;
}

/** The case cell so many steps from the live one. */
export function caseAt(live: CellAddress, { along }: CaseSteps, step: number): CellAddress {
  return along === "rows"
    ? { ...live, rowIndex0: live.rowIndex0 + step }
    : { ...live, columnIndex0: live.columnIndex0 + step };
}

/** The rows that choose by a switch, grouped by how their cases lie; at least two rows to a group. */
export function liveGroups(context: AuditContext): LiveGroup[] {
  return context.model.switches.flatMap((by) => {
    const bySheet = groupBy(liveCellsOf(by), ({ address }) => address.sheet);
    return [...bySheet].flatMap(([sheet, all]) => {
      const choosing = groupBy(all, ({ address }) => address.rowIndex0);
      const alike = groupBy(all, ({ address, layout }) => {
        const key = `${layout.along}/${layout.steps.join()}`;
        return layout.along === "rows" ? key : `${key}/${address.columnIndex0}`;
      });
      return [...alike.values()]
        .filter((cells) => new Set(cells.map(({ address }) => address.rowIndex0)).size >= fewestLive)
        .map((cells) => ({ by, sheet, layout: cells[0]!.layout, cells, choosing }));
    });
  });
}

function liveCellsOf(by: ScenarioSwitch): LiveCell[] {
  const choices = new Map<string, ScenarioChoice[]>();
  for (const choice of by.choices)
    addTo(choices, `${choice.cell.sheet}!${choice.cell.rowIndex0},${choice.cell.columnIndex0}`, choice);
  return [...choices.values()].flatMap((ofCell) => {
    const layouts = ofCell.map((choice) => layoutOf(choice, by)).filter((layout) => layout !== null);
    /** Nested IFs choose several times; the outermost sees every case. */
    const widest = layouts.sort((a, b) => b.steps.length - a.steps.length)[0];
    return widest === undefined ? [] : [{ address: ofCell[0]!.cell, layout: widest }];
  });
}

function layoutOf({ cell, by, alternatives }: ScenarioChoice, { cell: source, cases }: ScenarioSwitch) {
  const places: CellAddress[] = [];
  for (const range of alternatives) {
    const { sheet, startRow0, endRow0, startColumn0, endColumn0 } = range;
    if (sheet === source.sheet && startRow0 === source.rowIndex0 && startColumn0 === source.columnIndex0) continue;
    if (sheet !== cell.sheet || (startRow0 !== endRow0 && startColumn0 !== endColumn0)) return null;
    if (endRow0 - startRow0 + endColumn0 - startColumn0 > mostCases) return null;
    for (let row = startRow0; row <= endRow0; row++)
      for (let column = startColumn0; column <= endColumn0; column++)
        places.push({ sheet, rowIndex0: row, columnIndex0: column });
  }
  const along = places.every(({ columnIndex0 }) => columnIndex0 === cell.columnIndex0) ? "rows" : "columns";
  if (along === "columns" && places.some(({ rowIndex0 }) => rowIndex0 !== cell.rowIndex0)) return null;
  let steps = places.map((one) =>
    along === "rows" ? one.rowIndex0 - cell.rowIndex0 : one.columnIndex0 - cell.columnIndex0,
  );
  /** OFFSET names only the cell before the first case. */
  const [before] = steps;
  if (by === "OFFSET" && steps.length === 1 && before !== undefined) steps = cases.map((_, i) => before + i + 1);
  const isClear = new Set(steps).size === steps.length && !steps.includes(0) && steps.length >= fewestCases;
  return isClear && steps.length <= mostCases ? ({ along, steps } satisfies CaseSteps) : null;
}
