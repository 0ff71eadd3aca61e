import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { linkOf } from "../../lines/formula-shape";
import { calculated, number, place, say } from "../../wording/say";
import { conceptOfRow, labelledRows, type LabelledRow } from "../../lines/labelled-rows";
import { formulaLines, segmentsOf, shapeAt, typed, type FormulaLine } from "../../lines/zones";

type LabelledCell = LabelledRow["cells"][number];

const tolerance = 0.001;
/** From here on the two rows tell two stories. */
const muchOff = 0.05;
/** Figures of one measure lie this near each other. */
const sameSize = 5;

function judge(context: AuditContext, line: FormulaLine): FindingDraft | null {
  const segments = segmentsOf(context, line);
  const [first, second] = segments;
  if (first?.key !== typed || first.cells.length !== 1 || second === undefined || second.cells.length < 3) return null;
  const odd = first.cells[0]!;
  const next = second.cells[0]!;
  const link = linkOf(context, next.address);
  if (link === null || link.target.sheet === line.sheet || next.cell?.formula?.includes("$") === true) return null;
  const source = {
    ...link.target,
    columnIndex0: link.target.columnIndex0 - (next.address.columnIndex0 - odd.address.columnIndex0),
  };
  const [shown, other] = [context.numberAt(odd.address), context.numberAt(source)];
  if (shown === null || shown === 0 || other === null || other === 0 || source.columnIndex0 < 0) return null;
  const expected = link.negated ? -other : other;
  if (
    Math.abs(shown - expected) <= tolerance * Math.abs(expected) ||
    context.itemAt(source) !== context.itemAt(link.target)
  )
    return null;
  const gap = calculated(shown - expected, "currency", link.negated ? "typed + source" : "typed - source", {
    typed: odd.address,
    source,
  });
  const confidence = 0.75;
  return {
    severity: Math.abs(shown - expected) > muchOff * Math.abs(expected) ? "high" : "medium",
    confidence,
    sheet: line.sheet,
    ranges: coverCells([odd.address]),
    title: `“${line.label}” is typed where the rest of the row is linked`,
    comment: say`“${place(odd.address, line.label)}” holds a typed ${number(context, odd.address)}, while the cells after it are linked to ${place(link.target)} and its neighbours. The linked row has ${number(context, source)} here (${place(source)}): a difference of ${gap}. Link it as well, or say why it starts apart.`,
    nature: "slip",
    meaning: line.id,
    aside: say`It is typed, while the cells after it are linked to ${place(link.target)} and its neighbours.`,
    alsoRead: [source],
  };
}

/** The cells of a row, side by side, as far as they hold figures. */
function besideIn({ cells }: LabelledRow, at: number): readonly [LabelledCell, LabelledCell, LabelledCell] | null {
  const [left, odd, right] = [cells[at - 1], cells[at], cells[at + 1]];
  if (left === undefined || odd === undefined || right === undefined) return null;
  const isNext = (a: LabelledCell, b: LabelledCell) => b.address.columnIndex0 - a.address.columnIndex0 === 1;
  return isNext(left, odd) && isNext(odd, right) ? [left, odd, right] : null;
}

/** Typed between two links to one other sheet, in a row of one measure: the source has a place for it, or should have. */
function betweenLinks(context: AuditContext, row: LabelledRow): LabelledCell[] {
  return row.cells.flatMap(({ cell }, at): LabelledCell[] => {
    const isTyped = cell.formula === null && cell.resultOf === undefined && typeof cell.value === "number";
    const [left, odd, right] = (isTyped ? besideIn(row, at) : null) ?? [];
    if (left === undefined || odd === undefined || right === undefined || cell.value === 0) return [];
    const before = linkOf(context, left.address)?.target.sheet ?? null;
    const after = linkOf(context, right.address)?.target.sheet ?? null;
    if (before === null || before !== after || before === row.sheet) return [];
    const isAlike = [left, right].every(({ cell: other }) => {
      const ratio = Math.abs(Number(other.value) / Number(cell.value));
      return other.numberFormat === cell.numberFormat && ratio < sameSize && ratio > 1 / sameSize;
    });
    /** Copies of one link show that the typed cell is one of them: another rule tells that. */
    const isCopied = shapeAt(context, left.address) === shapeAt(context, right.address);
    return isAlike && !isCopied && context.index.isRead(odd.address) ? [odd] : [];
  });
}

function draftBetween(context: AuditContext, row: LabelledRow, found: readonly LabelledCell[]): FindingDraft {
  const first = found[0]!.address;
  const left = linkOf(context, { ...first, columnIndex0: first.columnIndex0 - 1 })!;
  return {
    severity: "medium",
    confidence: 0.72,
    sheet: row.sheet,
    ranges: coverCells(found.map(({ address }) => address)),
    title: `“${row.label}” is linked in some columns and typed in others`,
    comment: say`“${place(first, row.label)}” holds a typed ${number(context, first)} between cells that are linked, such as ${place({ ...first, columnIndex0: first.columnIndex0 - 1 })} to ${place(left.target)}. Formulas read it, and a change of the assumptions on that sheet moves its neighbours only. Give it a cell among the assumptions and link it.`,
    nature: "slip",
    meaning: `between/${row.label}`,
    aside: say`It is typed between cells that are linked to ${place(left.target)} and its like.`,
  };
}

/** A value typed although the row it stands in is linked: its first, where the linked row shows another, or one between links. */
export const typedInsteadOfLink: AuditRule = {
  id: "typed-instead-of-link",
  find: (context) => [
    ...formulaLines(context).flatMap((line) => judge(context, line) ?? []),
    ...labelledRows(context).flatMap((row) => {
      const found = conceptOfRow(row) === null ? [] : betweenLinks(context, row);
      return found.length === 0 ? [] : [draftBetween(context, row, found)];
    }),
  ],
};
