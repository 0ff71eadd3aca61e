import { matchConcept } from "../../concepts/match-concept";
import { type ConceptId } from "../../contracts/concept";
import { type CellAddress, type LineItem } from "../../contracts/model-map";
import { type Cell } from "../../contracts/workbook-snapshot";
import { groupBy } from "../../workbook/group-by";
import { type AuditContext } from "../audit-context";
import { oncePerReview } from "../once-per-review";

/** A row by its first words and what stands right of them, whether or not the model found an axis over it. */
export interface LabelledRow {
  readonly sheet: string;
  readonly rowIndex0: number;
  readonly label: string;
  readonly labelCell: CellAddress;
  /** Up to the next words. */
  readonly cells: readonly { readonly address: CellAddress; readonly cell: Cell }[];
}

const longestLabel = 80;

/** Every row that begins with words, sheet by sheet. */
export const labelledRows = oncePerReview((context): readonly LabelledRow[] => layOut(context));

function layOut(context: AuditContext): LabelledRow[] {
  const unlabelled = groupBy(
    context.model.lineItems.filter(({ label }) => wordless.test(label)),
    ({ sheet }) => sheet,
  );
  return context.index.sheets.flatMap((sheet) => [
    ...(unlabelled.get(sheet.name) ?? []).map((item) => unlabelledRow(context, item)),
    ...sheet.usedRows.flatMap((rowIndex0) => {
      const rows: { label: string; labelCell: CellAddress; cells: { address: CellAddress; cell: Cell }[] }[] = [];
      for (const cell of sheet.cellsOfRow(rowIndex0)) {
        const address = sheet.addressAt(rowIndex0, cell.columnIndex0);
        const isWords =
          typeof cell.value === "string" &&
          cell.formula === null &&
          /\p{L}/u.test(cell.value) &&
          !isVerdict(cell.value) &&
          !(rows.length > 0 && isUnit(cell.value));
        if (isWords) rows.push({ label: String(cell.value).trim(), labelCell: address, cells: [] });
        else rows.at(-1)?.cells.push({ address, cell });
      }
      return rows
        .filter((row) => row.cells.length > 0 && row.label.length <= longestLabel)
        .map((row) => ({ sheet: sheet.name, rowIndex0, ...row }));
    }),
  ]);
}

/** What the model calls a total that carries no words. */
const wordless = /\(unlabelled\)$/u;

/** A total without words is known by what it adds up. */
function unlabelledRow(context: AuditContext, { sheet, index0, label, labelCell, range }: LineItem): LabelledRow {
  const cells = [...context.index.cellsIn(range)].map((cell) => ({
    address: { sheet, rowIndex0: cell.rowIndex0, columnIndex0: cell.columnIndex0 },
    cell,
  }));
  return { sheet, rowIndex0: index0, label, labelCell, cells };
}

/** "OK", "TRUE", "Balanced": the answer of a check, not the name of a row. */
function isVerdict(text: string): boolean {
  return (
    text.length <= 40 && /^\s*(?:ok|true|false|yes|no|balanced|error|fail(?:ed)?|pass(?:ed)?|✓|✔)\s*!?\s*$/iu.test(text)
  );
}

/** "USD", "units", "$m" beside a label: how the row is measured, not another row. */
function isUnit(text: string): boolean {
  return /^\s*[([]?\s*(?:in\s+)?(?:(?:usd|us\$|eur|gbp|inr|cad|aud|chf|jpy|sek|ngn|zar|kes|[$€£₹¥])\s*)?(?:m|mm|mn|k|bn|b|'?000s?|thousands?|millions?|billions?|cr|crores?|lakhs?|lacs?|per share|percent|units?|days?|years?|yrs?|months?|hours?|people|x|bps)?\s*[)\]]?\s*$/iu.test(
    text,
  );
}

/** What the row's label names in the dictionary, where that is sure. */
export function conceptOfRow(row: LabelledRow): ConceptId | null {
  const match = matchConcept(row.label);
  return match !== null && match.confidence >= 0.75 ? match.id : null;
}
