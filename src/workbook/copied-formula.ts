import { type CellAddress } from "../contracts/model-map";
import { mayCompute } from "./computed-reads";
import { type ReadFormula } from "./formula";
import { printFormula } from "./print-formula";
import { r1c1Notation } from "./r1c1";
import { readFormula } from "./read-formula";
import { unmoved, type Shift } from "./reference-notation";
import { movedReferences, referencesOf, type FormulaReference } from "./references";
import { spellCopies } from "./spell-copies";

/** A formula and all its copies, read once where it was met first. */
export class CopiedFormula {
  private spelled: string | null | undefined;
  private references: readonly FormulaReference[] | undefined;
  private follows: boolean | undefined;

  constructor(
    readonly read: ReadFormula,
    private readonly text: string,
    private readonly home: CellAddress,
  ) {}

  get r1c1(): string | null {
    if (this.spelled === undefined)
      this.spelled = this.read.kind === "read" ? printFormula(this.read, r1c1Notation(this.home)) : null;
    return this.spelled;
  }

  /** What the copy in a cell points at. */
  referencesAt({ sheet, rowIndex0, columnIndex0 }: CellAddress): readonly FormulaReference[] {
    this.references ??= referencesOf(this.read, this.home.sheet);
    const down = rowIndex0 - this.home.rowIndex0;
    const right = columnIndex0 - this.home.columnIndex0;
    if (down === 0 && right === 0 && sheet === this.home.sheet) return this.references;
    const shift: Shift = down === 0 && right === 0 ? unmoved : { down, right };
    return movedReferences(this.references, sheet, shift);
  }

  /** False where all it reads is written in it, so that nobody need look for what it computes. */
  mayFollow(): boolean {
    this.references ??= referencesOf(this.read, this.home.sheet);
    return (this.follows ??= mayCompute(this.text) || this.references.some(({ kind }) => kind === "name"));
  }
}

/** The formulas of a workbook, copies told by their R1C1 form: a model of many periods has some thirty to one. */
export class FormulaCopies {
  private readonly bySpelling = new Map<string, CopiedFormula>();
  /** Of those whose copies cannot be told: the same text is read once. */
  private readonly readByText = new Map<string, ReadFormula>();

  of(formula: string, home: CellAddress): CopiedFormula {
    const spelled = spellCopies(formula, home);
    const known = spelled === null ? undefined : this.bySpelling.get(spelled);
    if (known !== undefined) return known;
    const copied = new CopiedFormula(this.readText(formula), formula, home);
    if (spelled !== null && copied.read.kind === "read") this.bySpelling.set(spelled, copied);
    return copied;
  }

  private readText(formula: string): ReadFormula {
    let read = this.readByText.get(formula);
    if (read === undefined) this.readByText.set(formula, (read = readFormula(formula)));
    return read;
  }
}
