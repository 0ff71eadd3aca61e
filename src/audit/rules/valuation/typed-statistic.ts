import { type CellAddress } from "../../../contracts/model-map";
import { type Cell } from "../../../contracts/workbook-snapshot";
import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { labelledRows, type LabelledRow } from "../../lines/labelled-rows";
import { calculated, number, place, say } from "../../wording/say";
import { addTo } from "../../../workbook/group-by";

const statistic =
  /^(?:peer |comps? |industry |group )?(?:mean|average|median|(?:25th|75th) percentile|(?:lower|upper|first|third|1st|3rd) quartile)(?: \(?(?:all|peers?|comps?)\)?)?\s*:?$/iu;
const fewestPeers = 4;
const furthestGap = 3;

/** The calculated figures right above, as one column of a table of peers. */
function peersAbove(
  context: AuditContext,
  { sheet, rowIndex0, columnIndex0 }: CellAddress,
): { cell: Cell; address: CellAddress }[] {
  const peers: { cell: Cell; address: CellAddress }[] = [];
  const rows = context.index.sheetNamed(sheet)!;
  let gap = 0;
  for (let at = rows.usedRowsAbove(rowIndex0) - 1; at >= 0 && gap <= furthestGap; at--) {
    const row = rows.usedRows[at]!;
    const cell = rows.cellAt(row, columnIndex0);
    /** A peer without a figure answers in words: "n/a". */
    const isPeer = cell !== null && cell.formula !== null;
    gap = isPeer ? 0 : gap + 1;
    if (isPeer && typeof cell.value === "number")
      peers.push({ cell, address: { sheet, rowIndex0: row, columnIndex0 } });
    if (!isPeer && peers.length > 0 && gap > 1) break;
  }
  return peers;
}

function statisticOf(label: string, values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => {
    const position = share * (sorted.length - 1);
    const [low, high] = [sorted[Math.floor(position)]!, sorted[Math.ceil(position)]!];
    return low + (high - low) * (position - Math.floor(position));
  };
  if (/median/iu.test(label)) return at(0.5);
  if (/mean|average/iu.test(label)) return values.reduce((sum, value) => sum + value, 0) / values.length;
  return null;
}

interface Typed {
  readonly row: LabelledRow;
  readonly cells: readonly CellAddress[];
}

/** Rows of such a name whose figures are typed under columns that are calculated. */
function typedRows(context: AuditContext): Typed[] {
  return labelledRows(context).flatMap((row) => {
    if (!statistic.test(row.label)) return [];
    const typed = row.cells.filter(
      ({ cell }) => typeof cell.value === "number" && cell.formula === null && cell.resultOf === undefined,
    );
    const cells = typed
      .map(({ address }) => address)
      .filter((address) => peersAbove(context, address).length >= fewestPeers);
    return cells.length === 0 ? [] : [{ row, cells }];
  });
}

function draft(context: AuditContext, sheet: string, rows: readonly Typed[]): FindingDraft {
  const cells = rows.flatMap((one) => one.cells);
  const off = rows.flatMap(({ row, cells: typed }) =>
    typed.flatMap((address) => {
      const peers = peersAbove(context, address);
      const right = statisticOf(
        row.label,
        peers.map(({ cell }) => Number(cell.value)),
      );
      const value = context.numberAt(address)!;
      return right === null || Math.abs(right - value) <= 0.02 * Math.abs(right)
        ? []
        : [{ row, address, right, peers }];
    }),
  );
  const [worst] = off;
  const isUsed = cells.some((cell) => context.index.dependentsOf(cell).length > 0);
  const contrast =
    worst === undefined
      ? say``
      : say` ${place(worst.address, worst.row.label)} says ${number(context, worst.address)}; the figures above give ${calculated(worst.right, "multiple", worst.row.label.toLowerCase(), { first: worst.peers.at(-1)!.address, last: worst.peers[0]!.address })}.`;
  return {
    severity: isUsed ? "medium" : "low",
    confidence: 0.85,
    sheet,
    ranges: coverCells(cells),
    title: "Statistics of the peers are typed, not calculated",
    comment: say`${place(coverCells(cells)[0]!)} holds typed figures under columns that are calculated.${contrast} A peer added, dropped or corrected moves nothing${isUsed ? ", and the valuation reads them" : ""}. Calculate each from its column.`,
    nature: "slip",
    meaning: `statistic/${rows.map(({ row }) => row.label).join()}`,
  };
}

/** Medians and averages of a table of peers that somebody typed. */
export const typedStatistic: AuditRule = {
  id: "typed-statistic",
  find(context) {
    const bySheet = new Map<string, Typed[]>();
    for (const typed of typedRows(context)) addTo(bySheet, typed.row.sheet, typed);
    return [...bySheet].map(([sheet, rows]) => draft(context, sheet, rows));
  },
};
