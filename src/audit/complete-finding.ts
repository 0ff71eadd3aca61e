import { type Finding } from "../contracts/finding";
import { type CellAddress } from "../contracts/model-map";
import { type RichText } from "../contracts/rich-text";
import { formatAddress, formatRange } from "../workbook/address";
import { shortHash } from "../workbook/hash-text";
import { cellKey, type AuditContext } from "./audit-context";
import { type FindingDraft } from "./audit-rule";
import { howSure, say } from "./say";

/** Enough to notice a change of what a finding stands on, however large the ranges it read. */
const mostCellsRead = 600;

/** Gives a draft its identity, its fingerprint and the outputs it moves. */
export function completeFinding(context: AuditContext, rule: string, draft: FindingDraft): Finding {
  const cells = draft.ranges.flatMap((range) =>
    [...context.index.cellsIn(range)].map((cell) => ({
      sheet: range.sheet,
      rowIndex0: cell.rowIndex0,
      columnIndex0: cell.columnIndex0,
    })),
  );
  return {
    id: `${rule}-${shortHash(`${rule}\u0000${draft.sheet}\u0000${draft.meaning}`)}`,
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

/** By content and the formula's words, not by addresses: an inserted row changes nothing. */
function contentOf(context: AuditContext, address: CellAddress): string {
  const cell = context.cellAt(address);
  const words = cell?.formula?.replace(/\$?[A-Z]{1,3}\$?\d+/gu, "·") ?? "";
  return `${words}${JSON.stringify(cell?.value ?? null)}`;
}
