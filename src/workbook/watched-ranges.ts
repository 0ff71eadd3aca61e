import { type RangePosition } from "./address";

/** One past the deepest row, a power of two: leaves of a column's tree. */
const leaves = 1 << 20;
export const nodesOfAColumn = 2 * leaves;

/**
 * Which watchers (formulas) look at a cell, on one sheet. Each column is a tree over its rows, and a watched rectangle
 * is hung at the few nodes that cover its rows exactly: SUM over a million rows costs as much as one over eight.
 */
export class WatchedRanges {
  /** Column, then node of the tree (1 is the whole column, leaf = row + 2^20), to the groups hung there. */
  private readonly columns = new Map<number, Map<number, number[]>>();

  constructor(
    private readonly firstColumn0: number,
    private readonly lastColumn0: number,
  ) {}

  /** Hangs `group` over a rectangle; columns outside the used ones are left out, nobody asks for them. */
  watch(range: RangePosition, group: number): void {
    const last = Math.min(range.endColumn0, this.lastColumn0);
    for (let column0 = Math.max(range.startColumn0, this.firstColumn0); column0 <= last; column0++) {
      const column = this.column(column0);
      let low = range.startRow0 + leaves;
      let high = range.endRow0 + leaves + 1;
      for (; low < high; low >>= 1, high >>= 1) {
        if (low & 1) hang(column, low++, group);
        if (high & 1) hang(column, --high, group);
      }
    }
  }

  /** The groups over a cell; with `seen`, only those of nodes no earlier walk has passed (all above a passed one are passed too). */
  *groupsOver(rowIndex0: number, columnIndex0: number, seen?: NodesSeen): Generator<number> {
    const column = this.columns.get(columnIndex0);
    if (column === undefined) return;
    for (let node = rowIndex0 + leaves; node >= 1; node >>= 1) {
      const groups = column.get(node);
      if (groups === undefined) continue;
      if (seen !== undefined && !seen.enter(columnIndex0, node)) return;
      yield* groups;
    }
  }

  isWatched(rowIndex0: number, columnIndex0: number): boolean {
    return this.carrierFrom(columnIndex0, leafOf(rowIndex0)) !== 0;
  }

  /** The nearest node at or above `node` that carries groups; 0 where there is none. */
  carrierFrom(columnIndex0: number, node: number): number {
    const column = this.columns.get(columnIndex0);
    if (column === undefined) return 0;
    for (let at = node; at >= 1; at >>= 1) if (column.has(at)) return at;
    return 0;
  }

  groupsAt(columnIndex0: number, node: number): readonly number[] {
    return this.columns.get(columnIndex0)?.get(node) ?? [];
  }

  private column(columnIndex0: number): Map<number, number[]> {
    let column = this.columns.get(columnIndex0);
    if (column === undefined) this.columns.set(columnIndex0, (column = new Map<number, number[]>()));
    return column;
  }
}

/** Remembers tree nodes already walked, so that a walk over many cells passes each one once. */
export class NodesSeen {
  private readonly columns = new Map<number, Set<number>>();

  /** True the first time. */
  enter(columnIndex0: number, node: number): boolean {
    let column = this.columns.get(columnIndex0);
    if (column === undefined) this.columns.set(columnIndex0, (column = new Set()));
    if (column.has(node)) return false;
    column.add(node);
    return true;
  }
}

export function leafOf(rowIndex0: number): number {
  return rowIndex0 + leaves;
}

function hang(column: Map<number, number[]>, node: number, group: number): void {
  const groups = column.get(node);
  if (groups === undefined) column.set(node, [group]);
  else groups.push(group);
}
