import { type CellAddress } from "../contracts/model-map";
import { type CellRange } from "../contracts/workbook-snapshot";
import { findCircles } from "./find-circles";
import { cellKey } from "./cell-key";
import { leafOf, nodesOfAColumn, NodesSeen, WatchedRanges } from "./watched-ranges";
import { type SheetIndex } from "./sheet-index";

/** A formula cell and the rectangles it reads. */
export interface GraphFormula {
  readonly cell: CellAddress;
  readonly precedents: readonly CellRange[];
}

/** The groups found so far; single cells, which most formulas read, by a number. */
interface GroupsByPlace {
  readonly cells: Map<string, Map<number, number>>;
  readonly ranges: Map<string, number>;
}

/** Who reads whom. Rectangles are never taken apart into cells, so building and walking stay near-linear. */
export class DependencyGraph {
  /** By sheet name: what is watched on it. */
  private readonly watched = new Map<string, WatchedRanges>();
  /** A group is one rectangle; the formulas that read it stand here once, however large it is. */
  private readonly readers: number[][] = [];

  constructor(
    private readonly formulas: readonly GraphFormula[],
    sheets: readonly SheetIndex[],
  ) {
    for (const sheet of sheets) {
      const used = sheet.usedRange;
      this.watched.set(sheet.name, new WatchedRanges(used?.startColumn0 ?? 0, used?.endColumn0 ?? -1));
    }
    const groups: GroupsByPlace = { cells: new Map(), ranges: new Map() };
    formulas.forEach((formula, id) => {
      for (const range of formula.precedents) this.watch(range, id, groups);
    });
  }

  private watch(range: CellRange, formula: number, groups: GroupsByPlace): void {
    let group = groupAt(groups, range);
    if (group === undefined) {
      group = this.readers.push([]) - 1;
      keepGroup(groups, range, group);
      this.watched.get(range.sheet)?.watch(range, group);
    }
    const readers = this.readers[group]!;
    if (readers.at(-1) !== formula) readers.push(formula);
  }

  /** Formulas that read a cell directly, in the order of the sheets. */
  dependentsOf(cell: CellAddress): CellAddress[] {
    return this.addresses(this.readersOf(cell));
  }

  isRead({ sheet, rowIndex0, columnIndex0 }: CellAddress): boolean {
    return this.watched.get(sheet)?.isWatched(rowIndex0, columnIndex0) ?? false;
  }

  /** Every formula that changes when one of the cells changes; the cells themselves only where they are in a circle. */
  allDependents(cells: readonly CellAddress[]): CellAddress[] {
    const reached = new Set<number>();
    const seen = new Map<string, NodesSeen>();
    const waiting = [...cells];
    for (let cell = waiting.pop(); cell !== undefined; cell = waiting.pop()) {
      let nodes = seen.get(cell.sheet);
      if (nodes === undefined) seen.set(cell.sheet, (nodes = new NodesSeen()));
      for (const formula of this.readersOf(cell, nodes)) {
        if (reached.has(formula)) continue;
        reached.add(formula);
        waiting.push(this.formulas[formula]!.cell);
      }
    }
    return this.addresses(reached);
  }

  /** Groups of formulas that depend on each other in a circle, largest first. */
  circularGroups(): CellAddress[][] {
    const circles = findCircles(this.formulas.length, (vertex) => this.edgesOf(vertex));
    return circles.map((circle) => this.addresses(circle)).sort((a, b) => b.length - a.length);
  }

  private readersOf(cell: CellAddress, seen?: NodesSeen): Set<number> {
    const readers = new Set<number>();
    const watched = this.watched.get(cell.sheet);
    if (watched === undefined) return readers;
    for (const group of watched.groupsOver(cell.rowIndex0, cell.columnIndex0, seen)) {
      for (const reader of this.readers[group]!) readers.add(reader);
    }
    return readers;
  }

  /** For the search of circles a tree node is a vertex too: a formula leads to its node, a node to its readers and upwards. */
  private readonly nodeVertices = new Map<string, Map<number, number>>();
  private readonly nodes: { sheet: string; columnIndex0: number; node: number }[] = [];

  private edgesOf(vertex: number): readonly number[] {
    if (vertex < this.formulas.length) {
      const { sheet, rowIndex0, columnIndex0 } = this.formulas[vertex]!.cell;
      return this.carrier(sheet, columnIndex0, leafOf(rowIndex0));
    }
    const { sheet, columnIndex0, node } = this.nodes[vertex - this.formulas.length]!;
    const groups = this.watched.get(sheet)!.groupsAt(columnIndex0, node);
    const above = this.carrier(sheet, columnIndex0, node >> 1);
    if (above.length === 0 && groups.length === 1) return this.readers[groups[0]!]!;
    return [...above, ...groups.flatMap((group) => this.readers[group]!)];
  }

  private carrier(sheet: string, columnIndex0: number, from: number): readonly number[] {
    const node = this.watched.get(sheet)?.carrierFrom(columnIndex0, from) ?? 0;
    if (node === 0) return [];
    let vertices = this.nodeVertices.get(sheet);
    if (vertices === undefined) this.nodeVertices.set(sheet, (vertices = new Map<number, number>()));
    const key = columnIndex0 * nodesOfAColumn + node;
    let vertex = vertices.get(key);
    if (vertex === undefined) {
      vertex = this.formulas.length + this.nodes.push({ sheet, columnIndex0, node }) - 1;
      vertices.set(key, vertex);
    }
    return [vertex];
  }

  private addresses(formulas: Iterable<number>): CellAddress[] {
    return [...formulas].sort((a, b) => a - b).map((formula) => this.formulas[formula]!.cell);
  }
}

function isOneCell(range: CellRange): boolean {
  return range.startRow0 === range.endRow0 && range.startColumn0 === range.endColumn0;
}

function groupAt(groups: GroupsByPlace, range: CellRange): number | undefined {
  return isOneCell(range)
    ? groups.cells.get(range.sheet)?.get(cellKey(range.startRow0, range.startColumn0))
    : groups.ranges.get(spellRange(range));
}

function keepGroup(groups: GroupsByPlace, range: CellRange, group: number): void {
  if (!isOneCell(range)) {
    groups.ranges.set(spellRange(range), group);
    return;
  }
  let cells = groups.cells.get(range.sheet);
  if (cells === undefined) groups.cells.set(range.sheet, (cells = new Map<number, number>()));
  cells.set(cellKey(range.startRow0, range.startColumn0), group);
}

function spellRange({ sheet, startRow0, startColumn0, endRow0, endColumn0 }: CellRange): string {
  return `${sheet}!${startRow0},${startColumn0},${endRow0},${endColumn0}`;
}
