import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { linkOf } from "../../lines/formula-shape";
import { calculated, number, place, say } from "../../wording/say";
import { formulaLines, segmentsOf, typed, type FormulaLine } from "../../lines/zones";

const tolerance = 0.001;

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
    severity: "medium",
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

/** A first value typed although the row it is otherwise linked to shows another. */
export const typedInsteadOfLink: AuditRule = {
  id: "typed-instead-of-link",
  find: (context) => formulaLines(context).flatMap((line) => judge(context, line) ?? []),
};
