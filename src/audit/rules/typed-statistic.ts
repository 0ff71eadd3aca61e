import { type CellAddress } from "../../contracts/model-map";
import { type AuditContext } from "../audit-context";
import { type AuditRule, type FindingDraft } from "../audit-rule";
import { coverCells } from "../cover-cells";
import { labelledRows, type LabelledRow } from "../labelled-rows";
import { listed, number, place, say } from "../say";

const statistic =
  /^\s*(?:median|mean|average|avg\.?|(?:25th|75th|\d+(?:st|nd|rd|th))\s+percentile|(?:first|third|lower|upper|1st|3rd)\s+quartile|q[13]|minimum|maximum|min|max|high|low|standard deviation|std\.? dev\.?)\s*:?\s*$/iu;
/** Fewer figures above make no sample. */
const fewestAbove = 4;
/** How far up the sample may begin: other statistics and a blank row stand between. */
const farthestUp = 6;

interface TypedStatistic {
  readonly address: CellAddress;
  readonly row: LabelledRow;
  /** The sample above it, last first. */
  readonly above: readonly CellAddress[];
}

/** Numbers in one piece above the cell; a formula that answers in words ("n.a.") does not end the piece. */
function sampleAbove(
  context: AuditContext,
  { sheet, rowIndex0, columnIndex0 }: CellAddress,
  statistics: ReadonlySet<number>,
): CellAddress[] {
  const above: CellAddress[] = [];
  let skipped = 0;
  for (let row = rowIndex0 - 1; row >= 0 && skipped <= farthestUp; row--) {
    const address = { sheet, rowIndex0: row, columnIndex0 };
    if (context.numberAt(address) !== null && !statistics.has(row)) above.push(address);
    else if ((context.cellAt(address)?.formula ?? null) !== null) continue;
    else if (above.length > 0) break;
    else skipped++;
  }
  return above;
}

function findTyped(context: AuditContext): TypedStatistic[] {
  const rows = labelledRows(context).filter(({ label }) => statistic.test(label));
  const bySheet = new Map<string, Set<number>>();
  for (const { sheet, rowIndex0 } of rows) bySheet.set(sheet, (bySheet.get(sheet) ?? new Set<number>()).add(rowIndex0));
  return rows.flatMap((row) =>
    row.cells.flatMap(({ address, cell }): TypedStatistic[] => {
      if (cell.formula !== null || cell.resultOf !== undefined || typeof cell.value !== "number") return [];
      const above = sampleAbove(context, address, bySheet.get(row.sheet)!);
      const calculated = above.filter((one) => (context.cellAt(one)?.formula ?? null) !== null);
      return above.length >= fewestAbove && calculated.length * 2 > above.length ? [{ address, row, above }] : [];
    }),
  );
}

function draft(context: AuditContext, found: readonly TypedStatistic[]): FindingDraft {
  const first = found[0]!;
  const names = new Map(found.map((one) => [one.row.label, one]));
  const sample = coverCells(first.above)[0]!;
  const one = found.length === 1;
  return {
    severity: "medium",
    confidence: 0.88,
    sheet: first.row.sheet,
    ranges: coverCells(found.map(({ address }) => address)),
    title:
      names.size === 1
        ? `“${first.row.label}” is typed under a calculated column`
        : "Statistics are typed under calculated columns",
    comment: say`${listed([...names.values()].map(({ row, address }) => say`“${place(address, row.label)}” (${number(context, address)})`))} ${one ? "is" : "are"} typed, while the figures above, such as ${place(sample)}, are calculated. A change there, or another company in the list, does not reach ${one ? "it" : "them"}. Calculate ${one ? "it" : "them"} from the column.`,
    nature: "slip",
    meaning: [...names.keys()].join("/"),
    aside: say`It is typed, while the figures above it are calculated.`,
  };
}

/** A median, mean or quartile typed under the figures it should be taken of. */
export const typedStatistic: AuditRule = {
  id: "typed-statistic",
  find(context) {
    const bySheet = new Map<string, TypedStatistic[]>();
    for (const one of findTyped(context)) {
      const known = bySheet.get(one.row.sheet);
      if (known === undefined) bySheet.set(one.row.sheet, [one]);
      else known.push(one);
    }
    return [...bySheet.values()].map((found) => draft(context, found));
  },
};
