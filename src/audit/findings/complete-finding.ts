import { type Finding } from "../../contracts/finding";
import { type CellAddress } from "../../contracts/model-map";
import { type RichText } from "../../contracts/rich-text";
import { formatAddress, formatRange } from "../../workbook/address";
import { shortHash } from "../../workbook/hash-text";
import { cellKey, type AuditContext } from "../audit-context";
import { type FindingDraft } from "../audit-rule";
import { formulaWords, identityOf } from "./identity";
import { howSure, say } from "../wording/say";

/** Enough to notice a change of what a finding stands on, however large the ranges it read. */
const mostCellsRead = 600;

/** Gives a draft its identity, its fingerprint and the outputs it moves. */
export function completeFinding(
  context: AuditContext,
  rule: string,
  draft: FindingDraft,
  meanings: readonly string[] = [draft.meaning],
): Finding {
  const cells = draft.ranges.flatMap((range) =>
    [...context.index.cellsIn(range)].map((cell) => ({
      sheet: range.sheet,
      rowIndex0: cell.rowIndex0,
      columnIndex0: cell.columnIndex0,
    })),
  );
  return {
    id: identityOf(context, rule, meanings),
    rule,
    severity: draft.severity,
    confidence: draft.confidence,
    sheet: draft.sheet,
    cells: draft.ranges.map(formatRange),
    title: draft.title,
    comment: shortened(
      draft.nature === undefined ? draft.comment : say`${draft.comment} ${howSure(draft.confidence, draft.nature)}`,
      draft.sheet,
    ),
    consequence: consequenceOf(context, cells),
    fingerprint: fingerprintOf(context, [...cells, ...(draft.alsoRead ?? [])]),
    citations: [],
  };
}

/** On the finding's own sheet an address needs no sheet before it. */
function shortened(comment: RichText, sheet: string): RichText {
  return comment.map((segment) => {
    if (segment.kind !== "place" || segment.sheet !== sheet || !segment.shown.endsWith(`!${segment.range}`))
      return segment;
    return { ...segment, shown: segment.range };
  });
}

function consequenceOf(context: AuditContext, cells: readonly CellAddress[]): Finding["consequence"] {
  const dependents = context.index.allDependents(cells);
  const reached = new Set([...dependents, ...cells].map(cellKey));
  const outputs = context.model.outputs.filter((output) => reached.has(cellKey(output.cell)));
  return {
    outputs: outputs.map(({ label, cell }) => ({
      label,
      sheet: cell.sheet,
      address: formatAddress(cell.rowIndex0, cell.columnIndex0),
    })),
    dependents: dependents.length,
  };
}

function fingerprintOf(context: AuditContext, cells: readonly CellAddress[]): string {
  const read: CellAddress[] = [];
  for (const cell of cells) {
    if (read.length >= mostCellsRead) break;
    read.push(cell);
    for (const range of context.index.precedentsOf(cell)) {
      for (const { rowIndex0, columnIndex0 } of context.index.cellsIn(range)) {
        if (read.length >= mostCellsRead) break;
        read.push({ sheet: range.sheet, rowIndex0, columnIndex0 });
      }
    }
  }
  return shortHash(read.map((address) => contentOf(context, address)).join("\u0001"));
}

/** By content and the formula's words, not by places: an inserted row or a sheet's new name changes nothing. */
function contentOf(context: AuditContext, address: CellAddress): string {
  const cell = context.cellAt(address);
  return `${formulaWords(cell?.formula ?? "")}${JSON.stringify(cell?.value ?? null)}`;
}
