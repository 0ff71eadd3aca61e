import { type CellAddress } from "../contracts/model-map";
import { type CellRange } from "../contracts/workbook-snapshot";
import { findCircles } from "./find-circles";
import { leafOf, NodesSeen, WatchedRanges } from "./watched-ranges";
import { type SheetIndex } from "./sheet-index";

/** A formula cell and the rectangles it reads. */
export interface GraphFormula {
  readonly cell: CellAddress;
  readonly precedents: readonly CellRange[];
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
    const groups = new Map<string, number>();
    formulas.forEach((formula, id) => {
      for (const range of formula.precedents) this.watch(range, id, groups);
    });
  }

  private watch(range: CellRange, formula: number, groups: Map<string, number>): void {
    const key = `${range.sheet}!${range.startRow0},${range.startColumn0},${range.endRow0},${range.endColumn0}`;
    let group = groups.get(key);
    if (group === undefined) {
      group = this.readers.push([]) - 1;
      groups.set(key, group);
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
  private readonly nodeVertices = new Map<string, number>();
  private readonly nodes: { sheet: string; columnIndex0: number; node: number }[] = [];

  private edgesOf(vertex: number): readonly number[] {
    if (vertex < this.formulas.length) {
      const { sheet, rowIndex0, columnIndex0 } = this.formulas[vertex]!.cell;
      return this.carrier(sheet, columnIndex0, leafOf(rowIndex0));
    }
    const { sheet, columnIndex0, node } = this.nodes[vertex - this.formulas.length]!;
    const groups = this.watched.get(sheet)!.groupsAt(columnIndex0, node);
    return [...this.carrier(sheet, columnIndex0, node >> 1), ...groups.flatMap((group) => this.readers[group]!)];
  }

  private carrier(sheet: string, columnIndex0: number, from: number): readonly number[] {
    const node = this.watched.get(sheet)?.carrierFrom(columnIndex0, from) ?? 0;
    if (node === 0) return [];
    const key = `${sheet}!${columnIndex0},${node}`;
    let vertex = this.nodeVertices.get(key);
    if (vertex === undefined) {
      vertex = this.formulas.length + this.nodes.push({ sheet, columnIndex0, node }) - 1;
      this.nodeVertices.set(key, vertex);
    }
    return [vertex];
  }

  private addresses(formulas: Iterable<number>): CellAddress[] {
    return [...formulas].sort((a, b) => a - b).map((formula) => this.formulas[formula]!.cell);
  }
}
