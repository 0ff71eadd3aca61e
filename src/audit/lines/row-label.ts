import { type CellAddress } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";
import { oncePerReview } from "../once-per-review";

/** What a cell's row is called: by the model where it knows the row, else by the first words in it; null where there are none. */
export function rowLabel(context: AuditContext, address: CellAddress): string | null {
  const known = context.itemAt(address) ?? context.parameterAt(address);
  if (known !== null) return known.label.trim();
  for (const cell of context.index.sheetNamed(address.sheet)?.cellsOfRow(address.rowIndex0) ?? []) {
    if (cell.columnIndex0 >= address.columnIndex0) return null;
    if (typeof cell.value === "string" && /\p{L}{2}/u.test(cell.value)) return cell.value.trim();
  }
  return null;
}

/** A label as words: "COGS – Product line 1" is cogs, product, line, 1. */
export function wordsOfLabel(label: string): string[] {
  return label
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/** The same labels are compared again and again: each is cut into words once a review. */
const cutOnce = oncePerReview(() => new Map<string, readonly string[]>());

export function labelWords(context: AuditContext, label: string): readonly string[] {
  const known = cutOnce(context);
  let words = known.get(label);
  if (words === undefined) known.set(label, (words = wordsOfLabel(label)));
  return words;
}
