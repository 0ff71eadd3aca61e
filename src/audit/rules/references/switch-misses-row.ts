import { type CellAddress } from "../../../contracts/model-map";
import { type CellRange } from "../../../contracts/workbook-snapshot";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { nameOf } from "../../lines/cell-name";
import { linkOf } from "../../lines/formula-shape";
import { caseRank } from "../../meaning/case-names";
import { caseAt, liveGroups, type LiveGroup } from "../../meaning/live-rows";
import { howSure, listed, place, say } from "../../wording/say";

const fewestLive = 2;
const mostNamed = 3;

interface Missed {
  readonly cells: readonly CellAddress[];
  readonly label: string;
  /** The place among the cases of the one it is linked to; null where its figures are typed. */
  readonly linkedTo: number | null;
}

const spell = (label: string) => label.toLowerCase().replace(/\s+/gu, " ").trim();

function caseNames(context: AuditContext, live: CellAddress, { layout }: LiveGroup): (string | null)[] {
  return layout.steps.map((step) => nameOf(context, caseAt(live, layout, step))?.label ?? null);
}

/** Same names in the same order; "Growth – base" and "Margin – base" are both the base case. */
function areSameCases(names: readonly (string | null)[], others: readonly (string | null)[]): boolean {
  return names.every((name, i) => {
    const other = others[i];
    if (name === null || other === null || other === undefined) return false;
    return spell(name) === spell(other) || (caseRank(name) !== null && caseRank(name) === caseRank(other));
  });
}

/** Whether nothing but its own block reads the cases: else the choice may be made elsewhere. */
function isReadOnlyHere(context: AuditContext, live: CellAddress, { layout }: LiveGroup): boolean {
  const cases = layout.steps.map((step) => caseAt(live, layout, step));
  const block = [live, ...cases];
  const lines = new Set(block.map(({ rowIndex0 }) => rowIndex0));
  const columns = new Set(block.map(({ columnIndex0 }) => columnIndex0));
  return cases.every((one) => {
    const isBlocks = ({ sheet, rowIndex0, columnIndex0 }: CellAddress) =>
      sheet === one.sheet && lines.has(rowIndex0) && (layout.along === "rows" || columns.has(columnIndex0));
    return !context.index.mayBeReadUnseen(one) && context.index.dependentsOf(one).every(isBlocks);
  });
}

function missedAt(context: AuditContext, group: LiveGroup, cells: readonly CellAddress[]): Missed | null {
  const { layout, by } = group;
  const filled = cells.filter((cell) => context.numberAt(cell) !== null);
  if (filled.length < Math.min(2, cells.length)) return null;
  const links = new Set<number | null>();
  let differ = false;
  for (const cell of filled) {
    if (cell.rowIndex0 === by.cell.rowIndex0 && cell.sheet === by.cell.sheet) return null;
    const cases = layout.steps.map((step) => caseAt(cell, layout, step));
    const values = cases.map((one) => context.numberAt(one)).filter((value) => value !== null);
    if (values.length < cases.length || !isReadOnlyHere(context, cell, group)) return null;
    differ ||= new Set(values).size > 1;
    if (context.cellAt(cell)?.formula === null) {
      const typed = context.numberAt(cell)!;
      if (typed < Math.min(...values) || typed > Math.max(...values)) return null;
      links.add(null);
      continue;
    }
    const link = linkOf(context, cell);
    const { target, negated } = link ?? { target: null, negated: false };
    const at = cases.findIndex(
      ({ sheet, rowIndex0, columnIndex0 }) =>
        sheet === target?.sheet && rowIndex0 === target.rowIndex0 && columnIndex0 === target.columnIndex0,
    );
    if (negated || at < 0) return null;
    links.add(at);
  }
  const label = nameOf(context, filled[0]!)?.label;
  if (!differ || links.size !== 1 || label === undefined) return null;
  return { cells: filled, label, linkedTo: [...links][0]! };
}

function missedIn(context: AuditContext, group: LiveGroup): Missed[] {
  const { cells, layout, choosing, sheet } = group;
  const rows = [...new Set(cells.map(({ address }) => address.rowIndex0))];
  const counts = new Map<number, number>();
  for (const { address } of cells) counts.set(address.columnIndex0, (counts.get(address.columnIndex0) ?? 0) + 1);
  const columns = [...counts]
    .filter(([, count]) => count >= fewestLive)
    .map(([column]) => column)
    .sort((a, b) => a - b);
  const [first] = columns;
  if (first === undefined) return [];
  const at = (rowIndex0: number, columnIndex0: number) => ({ sheet, rowIndex0, columnIndex0 });
  let candidates: number[];
  if (layout.along === "columns") {
    const top = Math.min(...rows);
    const height = Math.max(...rows) - top;
    candidates = Array.from({ length: height }, (_, i) => top + i);
  } else {
    const names = caseNames(context, at(rows[0]!, first), group);
    const taken = new Set(rows.flatMap((row) => layout.steps.map((step) => row + step)));
    candidates = [...(context.index.sheetNamed(sheet)?.usedRows ?? [])].filter(
      (row) =>
        !taken.has(row) &&
        layout.steps.every((step) => row + step >= 0 && !taken.has(row + step)) &&
        areSameCases(names, caseNames(context, at(row, first), group)),
    );
  }
  return candidates
    .filter((row) => !choosing.has(row))
    .flatMap((row) => {
      const missed = missedAt(
        context,
        group,
        columns.map((column) => at(row, column)),
      );
      return missed === null ? [] : [missed];
    });
}

function rangeOf(cells: readonly CellAddress[]): CellRange {
  const columns = cells.map(({ columnIndex0 }) => columnIndex0);
  const { sheet, rowIndex0 } = cells[0]!;
  const startColumn0 = Math.min(...columns);
  return { sheet, startRow0: rowIndex0, endRow0: rowIndex0, startColumn0, endColumn0: Math.max(...columns) };
}

function draft(context: AuditContext, group: LiveGroup, { cells, label, linkedTo }: Missed): FindingDraft {
  const { by, layout, sheet } = group;
  const range = rangeOf(cells);
  const live = [...new Map(group.cells.map(({ address }) => [address.rowIndex0, address])).values()];
  const others = live.slice(0, mostNamed).map((cell) => {
    const name = nameOf(context, cell)?.label;
    return name === undefined ? say`${place(cell)}` : say`“${place(cell, name)}”`;
  });
  const linked = linkedTo === null ? null : rangeOf(cells.map((cell) => caseAt(cell, layout, layout.steps[linkedTo]!)));
  const how = linked === null ? say`holds typed figures` : say`links straight to one case, ${place(linked)}`;
  const isOffNow = linkedTo !== null && typeof by.current === "number" && by.current !== linkedTo + 1;
  const confidence = linkedTo === null ? 0.75 : 0.88;
  return {
    severity: isOffNow ? "high" : "medium",
    confidence,
    sheet,
    ranges: [range],
    title: `“${label}” does not follow the scenario switch`,
    comment: say`“${place(range, label)}” ${how}, while ${listed(others)} choose among the same cases by the switch in ${place(by.cell)}. When the switch is turned this row stays where it is, and the result mixes two cases. Let it choose by the switch as the others do. ${howSure(confidence, "slip")}`,
    meaning: `${label}/${by.label ?? "switch"}`,
    alsoRead: [by.cell],
  };
}

/** A row of a block of cases that stays on one case while its neighbours choose by the scenario switch. */
export const switchMissesRow: AuditRule = {
  id: "switch-misses-row",
  find: (context) =>
    liveGroups(context).flatMap((group) => missedIn(context, group).map((missed) => draft(context, group, missed))),
};
