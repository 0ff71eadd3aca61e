import { type ConceptId } from "../../../contracts/concept";
import { type CellAddress } from "../../../contracts/model-map";
import { matchConcept } from "../../../concepts/match-concept";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { number, place, say } from "../../wording/say";

const highestHeader = 3;
const fewestPeers = 4;
const fewestHeadings = 4;
const kept: ReadonlySet<ConceptId> = new Set<ConceptId>([
  "revenue",
  "ebitda",
  "ebit",
  "net-income",
  "total-debt",
  "cash-and-equivalents",
  "enterprise-value",
  "market-capitalization",
]);

interface Column {
  readonly columnIndex0: number;
  readonly concept: ConceptId;
  readonly label: string;
}

interface PeerTable {
  readonly sheet: string;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly rowIndex0: number; readonly name: string }[];
}

/** Tables of companies down and figures across, whose headings may stand on several rows. */
function peerTables(context: AuditContext): PeerTable[] {
  return context.index.sheets.flatMap(({ name: sheet, usedRows }) => {
    const tables: PeerTable[] = [];
    for (const rowIndex0 of usedRows) {
      const last = tables.at(-1);
      if (last !== undefined && last.rows.at(-1)!.rowIndex0 >= rowIndex0) continue;
      const columns = headingsAt(context, sheet, rowIndex0);
      if (new Set(columns.map(({ concept }) => concept)).size < 3) continue;
      const rows = peersBelow(context, sheet, rowIndex0, columns);
      if (rows.length >= fewestPeers) tables.push({ sheet, columns, rows });
    }
    return tables;
  });
}

function headingsAt(context: AuditContext, sheet: string, rowIndex0: number): Column[] {
  const found: Column[] = [];
  const texts = (context.index.sheetNamed(sheet)?.cellsOfRow(rowIndex0) ?? []).filter(
    (cell) => typeof cell.value === "string" && cell.formula === null,
  );
  if (texts.length < fewestHeadings) return found;
  for (const cell of texts) {
    const words: string[] = [];
    for (let up = 0; up < highestHeader; up++) {
      const above = context.index.cellAt(sheet, rowIndex0 - up, cell.columnIndex0)?.value;
      if (typeof above !== "string") break;
      words.unshift(above);
      const label = words
        .join(" ")
        .replace(/\(.*?\)|\b(?:LYE|LTM|NTM|FY\d*|TTM|target)\b/giu, "")
        .trim();
      const match = matchConcept(label);
      if (match === null || match.confidence < 0.84 || !kept.has(match.id)) continue;
      found.push({ columnIndex0: cell.columnIndex0, concept: match.id, label });
      break;
    }
  }
  return found;
}

function peersBelow(context: AuditContext, sheet: string, header0: number, columns: readonly Column[]) {
  const rows: { rowIndex0: number; name: string }[] = [];
  for (let row = header0 + 1, blank = 0; blank < 2; row++) {
    const name = context.index
      .sheetNamed(sheet)
      ?.cellsOfRow(row)
      .find(({ value }) => typeof value === "string");
    const figures = columns.filter(
      ({ columnIndex0 }) => typeof context.index.cellAt(sheet, row, columnIndex0)?.value === "number",
    );
    if (name === undefined || figures.length < 2 || name.columnIndex0 > columns[0]!.columnIndex0) blank += 1;
    else {
      blank = 0;
      rows.push({ rowIndex0: row, name: typeof name.value === "string" ? name.value.trim() : "" });
    }
  }
  return rows;
}

function oddFigures(context: AuditContext, { sheet, columns, rows }: PeerTable): FindingDraft[] {
  const cellOf = (rowIndex0: number, concept: ConceptId): CellAddress | null => {
    const column = columns.find((one) => one.concept === concept);
    return column === undefined ? null : { sheet, rowIndex0, columnIndex0: column.columnIndex0 };
  };
  return rows.flatMap(({ rowIndex0, name }): FindingDraft[] => {
    const [revenue, ebitda] = [cellOf(rowIndex0, "revenue"), cellOf(rowIndex0, "ebitda")];
    const profit = ebitda === null ? null : context.numberAt(ebitda);
    if (ebitda === null || profit === null || profit === 0) return [];
    const twin = columns
      .filter(({ concept }) => concept !== "ebitda" && concept !== "ebit")
      .map(({ columnIndex0 }) => ({ sheet, rowIndex0, columnIndex0 }))
      .find((cell) => context.numberAt(cell) === profit && String(profit).replace(/\D/gu, "").length >= 4);
    const sales = revenue === null ? null : context.numberAt(revenue);
    const base = { sheet, ranges: coverCells([ebitda]), nature: "slip" as const, severity: "high" as const };
    if (twin !== undefined)
      return [
        {
          ...base,
          confidence: 0.9,
          title: "A peer’s EBITDA is another of its figures",
          comment: say`${place(ebitda, name)} shows EBITDA of ${number(context, ebitda)}, to the digit what stands in ${place(twin)} under another heading. One was copied from the other, and the multiple and the statistics of the peers follow. Look the figure up again.`,
          meaning: `twin/${name}`,
          alsoRead: [twin],
        },
      ];
    if (revenue === null || sales === null || sales <= 0 || profit <= sales) return [];
    return [
      {
        ...base,
        confidence: 0.9,
        title: "A peer earns more than it sells",
        comment: say`${place(ebitda, name)} shows EBITDA of ${number(context, ebitda)} on revenue of ${number(context, revenue)}. Earnings before depreciation cannot exceed sales; a unit, a currency or a column is wrong, and the multiple with it. Look both figures up again.`,
        meaning: `more/${name}`,
        alsoRead: [revenue],
      },
    ];
  });
}

/** Figures of comparable companies that cannot be. */
export const peerFigures: AuditRule = {
  id: "peer-figures",
  find: (context) => peerTables(context).flatMap((table) => oddFigures(context, table)),
};
