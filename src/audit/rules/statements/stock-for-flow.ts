import { conceptById } from "../../../concepts/dictionary";
import { type CellAddress, type LineItem } from "../../../contracts/model-map";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { linkOf } from "../../lines/formula-shape";
import { asRange, namedOnSheet, named, number, say } from "../../wording/say";

const change = /\b(?:changes?|increases?|decreases?|movements?)\b|Δ|\(inc\.?\)|\binc\.?\s*\/\s*\(?dec\b/iu;
const fewest = 2;

/** Words between the label and the first period belong to the label: "Increase / (decrease)". */
function isQualifiedAsChange(context: AuditContext, { labelCell, sheet, range }: LineItem): boolean {
  for (let columnIndex0 = 0; columnIndex0 <= Math.max(labelCell.columnIndex0, range.startColumn0) + 1; columnIndex0++) {
    const value = context.index.cellAt(sheet, labelCell.rowIndex0, columnIndex0)?.value;
    if (typeof value === "string" && change.test(value)) return true;
  }
  return false;
}

/** A row of the balance sheet: held at a date, not earned over a time. */
function isBalance(context: AuditContext, item: LineItem): boolean {
  const concept = item.concept !== null && item.concept.confidence >= 0.84 ? conceptById(item.concept.id) : undefined;
  return (
    concept?.periodKind === "instant" &&
    concept.unit === "currency" &&
    !change.test(item.label) &&
    !isQualifiedAsChange(context, item)
  );
}

function judge(context: AuditContext, item: LineItem): FindingDraft | null {
  const cells: CellAddress[] = [];
  let source: { item: LineItem; cell: CellAddress } | null = null;
  for (const { address } of context.seriesOf(item)) {
    const target = linkOf(context, address)?.target;
    const read = target === undefined ? null : context.itemAt(target);
    if (target === undefined || read === null || read === item || !isBalance(context, read)) continue;
    cells.push(address);
    source ??= { item: read, cell: target };
  }
  if (source === null || cells.length < fewest) return null;
  return {
    severity: "high",
    confidence: 0.88,
    sheet: item.sheet,
    ranges: coverCells(cells),
    title: `“${item.label.trim()}” takes the balance, not its change`,
    comment: say`By its label ${named(item, coverCells(cells)[0])} is a movement over the period, but it reads ${namedOnSheet(source.item, asRange(source.cell))} itself, which stands at ${number(context, source.cell)}. A flow counted as a whole balance overstates the cash effect in every period. Take the balance less the one before it, with the sign of its side.`,
    nature: "slip",
    meaning: `${item.id}/${source.item.id}`,
    alsoRead: [source.cell],
  };
}

/** A movement that reads a balance whole. */
export const stockForFlow: AuditRule = {
  id: "stock-for-flow",
  find: (context) =>
    context.model.lineItems
      .filter((item) => item.role !== "input" && change.test(item.label) && item.unit.kind !== "percent")
      .flatMap((item) => judge(context, item) ?? []),
};
