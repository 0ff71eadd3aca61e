import { type CellAddress } from "../contracts/model-map";
import {
  type Cell,
  type CellRange,
  type DefinedName,
  type TableSnapshot,
  type WorkbookSnapshot,
} from "../contracts/workbook-snapshot";
import { ComputedReads, nothingComputed, type ComputedRead } from "./computed-reads";
import { DependencyGraph, type GraphFormula } from "./dependency-graph";
import { FormulaCopies, type CopiedFormula } from "./copied-formula";
import { type ReadFormula } from "./formula";
import { type FormulaReference } from "./references";
import { orderSheets } from "./order-sheets";
import { ReferenceResolver } from "./resolve-references";
import { SheetIndex } from "./sheet-index";

/** Builds what every question about a workbook stands on; formulas are read and linked when first asked for. */
export function indexWorkbook(snapshot: WorkbookSnapshot): WorkbookIndex {
  return new WorkbookIndex(snapshot);
}

/** A cell that calculates, with its place. */
export interface FormulaCell {
  readonly sheet: string;
  readonly cell: Cell;
  readonly address: CellAddress;
}

/** What is known of one cell's formula; undefined where nobody has asked yet. */
interface KnownFormula {
  readonly copied: CopiedFormula;
  references: readonly FormulaReference[] | undefined;
  precedents: readonly CellRange[] | undefined;
}

export class WorkbookIndex {
  /** As figures run through them, inputs first; `snapshot` has them in the order of the tabs. */
  readonly sheets: readonly SheetIndex[];
  private readonly sheetsByName = new Map<string, SheetIndex>();
  private readonly resolver: ReferenceResolver;
  private readonly copies = new FormulaCopies();
  /** Rules ask for the same cells again and again: what a formula reads is worked out once a cell. */
  private readonly known: ((KnownFormula | undefined)[] | undefined)[] = [];
  private readonly computed: ComputedReads;
  private regions: readonly CellRange[] | "anywhere" | null = null;
  private formulas: FormulaCell[] | null = null;
  private builtGraph: DependencyGraph | null = null;
  private foundCircles: CellAddress[][] | null = null;

  constructor(readonly snapshot: WorkbookSnapshot) {
    this.sheets = orderSheets(snapshot.sheets).map((sheet, position) => new SheetIndex(sheet, position));
    for (const sheet of this.sheets) this.sheetsByName.set(sheet.name.toLowerCase(), sheet);
    for (const sheet of this.sheets) this.sheetsByName.set(sheet.name, sheet);
    this.resolver = new ReferenceResolver(snapshot);
    this.computed = new ComputedReads(this.resolver, ({ sheet, rowIndex0, columnIndex0 }) =>
      this.cellAt(sheet, rowIndex0, columnIndex0),
    );
  }

  /** Without regard to case, as Excel looks sheets up. */
  sheetNamed(name: string): SheetIndex | null {
    return this.sheetsByName.get(name) ?? this.sheetsByName.get(name.toLowerCase()) ?? null;
  }

  cellAt(sheet: string, rowIndex0: number, columnIndex0: number): Cell | null {
    return this.sheetNamed(sheet)?.cellAt(rowIndex0, columnIndex0) ?? null;
  }

  /** Cells of a rectangle that hold something, row by row. */
  cellsIn(range: CellRange): Iterable<Cell> {
    return this.sheetNamed(range.sheet)?.cellsIn(range) ?? [];
  }

  /** Every cell with a formula, sheet by sheet, row by row. */
  formulaCells(): readonly FormulaCell[] {
    if (this.formulas === null) {
      this.formulas = [];
      for (const sheet of this.sheets) {
        sheet.snapshot.cells.forEach((cell, ordinal) => {
          if (cell.formula !== null)
            this.formulas!.push({ sheet: sheet.name, cell, address: sheet.addressOf(ordinal) });
        });
      }
    }
    return this.formulas;
  }

  /**
   * Null for a constant or an empty cell. All copies of a formula share one reading, of the first of them: where its
   * references point from this cell, `referencesAt` says, by the same nodes; the corners in them are the first one's.
   */
  formulaAt(address: CellAddress): ReadFormula | null {
    return this.knownAt(address)?.copied.read ?? null;
  }

  /** The same for every copy of a formula; null for a constant, an empty cell and a formula we cannot read. */
  r1c1At(address: CellAddress): string | null {
    return this.knownAt(address)?.copied.r1c1 ?? null;
  }

  /** What the formula of a cell points at, as written: cells, names, tables, other workbooks, what was deleted. */
  referencesAt(address: CellAddress): readonly FormulaReference[] {
    const known = this.knownAt(address);
    return known === null ? [] : (known.references ??= known.copied.referencesAt(address));
  }

  /** A reference as rectangles of this workbook; none where it points outside or at nothing. */
  rangesOf(reference: FormulaReference, home: CellAddress): readonly CellRange[] {
    return this.resolver.rangesOf(reference, home);
  }

  /**
   * The rectangles a cell's formula reads, names and tables resolved, in reading order; cells of which only the place
   * counts are left out. What OFFSET and INDIRECT lead to stands last, as far as it can be told.
   */
  precedentsOf(address: CellAddress): readonly CellRange[] {
    const known = this.knownAt(address);
    return known === null ? [] : (known.precedents ??= this.linkedCells(address));
  }

  private linkedCells(address: CellAddress): readonly CellRange[] {
    const references = this.referencesAt(address);
    const computed = this.computedAt(address) ?? nothingComputed;
    const ranges: CellRange[] = [];
    for (const reference of references) {
      if (reference.use === "place" || computed.leftAnchors.has(reference.node)) continue;
      for (const range of this.resolver.rangesOf(reference, address))
        if (reference.use !== "anchor" || !covers(range, address)) ranges.push(range);
    }
    ranges.push(...computed.ranges);
    return ranges;
  }

  /** Null where nothing is computed. */
  private computedAt(address: CellAddress): ComputedRead | null {
    if (this.knownAt(address)?.copied.mayFollow() !== true) return null;
    const { formula } = this.cellAt(address.sheet, address.rowIndex0, address.columnIndex0)!;
    return this.computed.of(formula!, this.formulaAt(address)!, this.referencesAt(address), address);
  }

  /**
   * True where a formula may read the cell although we cannot tell that it does: OFFSET and INDIRECT by figures that
   * are calculated or meant to change. Nothing that may be read so is to be called unused.
   */
  mayBeReadUnseen(address: CellAddress): boolean {
    this.regions ??= this.findRegions();
    return this.regions === "anywhere" || this.regions.some((region) => covers(region, address));
  }

  private findRegions(): readonly CellRange[] | "anywhere" {
    const regions = new Map<string, CellRange>();
    for (const { address } of this.formulaCells()) {
      const reach = this.computedAt(address)?.reach ?? [];
      if (reach === "anywhere") return reach;
      for (const region of reach) regions.set(JSON.stringify(region), region);
    }
    return [...regions.values()];
  }

  /** Formulas that read a cell directly. */
  dependentsOf(address: CellAddress): CellAddress[] {
    return this.graph().dependentsOf(address);
  }

  /** Whether any formula reads a cell directly. */
  isRead(address: CellAddress): boolean {
    return this.graph().isRead(address);
  }

  /** Formulas that change when one of the cells changes, directly or through others. */
  allDependents(addresses: readonly CellAddress[]): CellAddress[] {
    return this.graph().allDependents(addresses);
  }

  /** Groups of formulas that depend on each other in a circle, largest first. */
  circularGroups(): readonly (readonly CellAddress[])[] {
    return (this.foundCircles ??= this.graph().circularGroups());
  }

  /** A defined name as a formula on `sheet` sees it. */
  definedName(name: string, sheet: string | null): DefinedName | null {
    return this.resolver.definedName(name, sheet);
  }

  tableNamed(name: string): TableSnapshot | null {
    return this.resolver.tableNamed(name);
  }

  /** Cells whose formula we could not read, and why. */
  unreadFormulas(): { readonly address: CellAddress; readonly why: string }[] {
    const unread: { address: CellAddress; why: string }[] = [];
    for (const { address } of this.formulaCells()) {
      const read = this.formulaAt(address);
      if (read?.kind === "unread") unread.push({ address, why: read.why });
    }
    return unread;
  }

  private knownAt({ sheet, rowIndex0, columnIndex0 }: CellAddress): KnownFormula | null {
    const on = this.sheetNamed(sheet);
    const ordinal = on?.ordinalAt(rowIndex0, columnIndex0) ?? -1;
    if (on === null || ordinal === -1) return null;
    const { formula } = on.snapshot.cells[ordinal]!;
    if (formula === null) return null;
    const formulas = (this.known[on.position] ??= new Array<KnownFormula | undefined>(on.snapshot.cells.length));
    return (formulas[ordinal] ??= {
      copied: this.copies.of(formula, on.addressOf(ordinal)),
      references: undefined,
      precedents: undefined,
    });
  }

  private graph(): DependencyGraph {
    if (this.builtGraph === null) {
      const formulas: GraphFormula[] = [];
      for (const { address } of this.formulaCells())
        formulas.push({ cell: address, precedents: this.precedentsOf(address) });
      this.builtGraph = new DependencyGraph(formulas, this.sheets);
    }
    return this.builtGraph;
  }
}

function covers(range: CellRange, address: CellAddress): boolean {
  const inRows = range.startRow0 <= address.rowIndex0 && address.rowIndex0 <= range.endRow0;
  const inColumns = range.startColumn0 <= address.columnIndex0 && address.columnIndex0 <= range.endColumn0;
  return range.sheet === address.sheet && inRows && inColumns;
}
