import { type CellAddress } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { formulaWords } from "../../findings/identity";
import { coverCells } from "../../lines/cover-cells";
import { linkOf, signedTerms } from "../../lines/formula-shape";
import { number, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

const farthestBack = 15;

interface Slid {
  readonly cell: CellAddress;
  /** The blank it reads. */
  readonly blank: CellAddress;
  /** The input the first copy read, and that copy. */
  readonly input: CellAddress;
  readonly firstCopy: CellAddress;
}

function singleReferences(context: AuditContext, address: CellAddress): CellAddress[] {
  return context.index.precedentsOf(address).map((range) => ({
    sheet: range.sheet,
    rowIndex0: range.startRow0,
    columnIndex0:
      range.startRow0 === range.endRow0 && range.startColumn0 === range.endColumn0 ? range.startColumn0 : -1,
  }));
}

/** Copies of one formula, one step back at a time, until the reference that now finds a blank still found an input. */
function traceBack(context: AuditContext, cell: CellAddress, index: number, down: number, right: number): Slid | null {
  const spelled = context.index.r1c1At(cell);
  const blank = singleReferences(context, cell)[index]!;
  for (let step = 1; step <= farthestBack; step++) {
    const copy = { ...cell, rowIndex0: cell.rowIndex0 - step * down, columnIndex0: cell.columnIndex0 - step * right };
    if (copy.rowIndex0 < 0 || copy.columnIndex0 < 0 || context.index.r1c1At(copy) !== spelled) return null;
    const read = singleReferences(context, copy)[index]!;
    const moved = read.rowIndex0 !== blank.rowIndex0 || read.columnIndex0 !== blank.columnIndex0;
    if (!moved) return null;
    const source = context.cellAt(read);
    if (source === null || source.value === null) continue;
    if (typeof source.value !== "number" || source.value === 0) return null;
    const before = { ...read, rowIndex0: read.rowIndex0 - down, columnIndex0: read.columnIndex0 - right };
    const previous = { ...copy, rowIndex0: copy.rowIndex0 - down, columnIndex0: copy.columnIndex0 - right };
    const isInput = source.formula === null && context.itemAt(read) === null;
    /** One named figure that stands alone, read by the first of the copies only; rows of links are copied with their gaps. */
    const isAlone =
      context.parameterAt(read) !== null &&
      linkOf(context, copy) === null &&
      context.numberAt(before) === null &&
      context.index.r1c1At(previous) !== spelled;
    const beside = down === 1 ? read.rowIndex0 === copy.rowIndex0 : besideColumn(context, read, copy);
    return (isInput || isAlone) && !beside ? { cell, blank, input: read, firstCopy: copy } : null;
  }
  return null;
}

/** A table with gaps, where the input is one entry of its column rather than a value with a name of its own. */
function besideColumn(context: AuditContext, read: CellAddress, copy: CellAddress): boolean {
  return read.columnIndex0 === copy.columnIndex0 && context.parameterAt(read) === null;
}

/** A blank amount to add may be meant; a blank factor, or one that makes the result nought, is not. */
function isAddedOnly(context: AuditContext, cell: CellAddress, read: CellAddress): boolean {
  return signedTerms(context, cell).some(
    ({ range }) =>
      range.sheet === read.sheet && range.startRow0 === read.rowIndex0 && range.startColumn0 === read.columnIndex0,
  );
}

function slidAt(context: AuditContext, cell: CellAddress): Slid | null {
  const references = singleReferences(context, cell);
  for (const [index, read] of references.entries()) {
    if (
      read.columnIndex0 < 0 ||
      (context.cellAt(read)?.value ?? null) !== null ||
      (context.cellAt(read)?.formula ?? null) !== null
    )
      continue;
    if (context.numberAt(cell) !== 0 && isAddedOnly(context, cell, read)) continue;
    const slid = traceBack(context, cell, index, 0, 1) ?? traceBack(context, cell, index, 1, 0);
    if (slid !== null) return slid;
  }
  return null;
}

function draft(context: AuditContext, slid: readonly Slid[]): FindingDraft {
  const first = slid[0]!;
  const meaning = context.meaningAt(first.cell);
  const ranges = coverCells(slid.map(({ cell }) => cell));
  const confidence = 0.75;
  const name = meaning === null ? "" : ` of “${meaning.label.trim()}”`;
  return {
    severity: "medium",
    confidence,
    sheet: first.cell.sheet,
    ranges,
    title: `A reference${name} slid off its input into blank cells`,
    comment: say`${place(ranges[0]!)} reads the blank ${place(first.blank)}. The first copy of this formula, ${place(first.firstCopy)}, reads the input ${place(first.input)}, which is ${number(context, first.input)}; copied on without a fixed reference, the later ones miss it and count it as nought. Fix the reference with dollar signs and copy again.`,
    nature: "slip",
    meaning: `${meaning?.id ?? ""}/${formulaWords(context.cellAt(first.cell)?.formula ?? "")}`,
    alsoRead: [first.input],
  };
}

/** Copied formulas whose reference to one input moved along and now finds nothing. */
export const missingAnchor: AuditRule = {
  id: "missing-anchor",
  find(context) {
    const byInput = new Map<string, Slid[]>();
    for (const { sheet, cell } of context.index.formulaCells()) {
      const slid = slidAt(context, { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 });
      if (slid === null) continue;
      const key = `${sheet}/${slid.input.sheet}!${slid.input.rowIndex0},${slid.input.columnIndex0}`;
      addTo(byInput, key, slid);
    }
    return [...byInput.values()].map((group) => draft(context, group));
  },
};
