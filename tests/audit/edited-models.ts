import { type Finding } from "../../src/contracts/finding";
import { type CellRange, type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
import { reviewWorkbook } from "../../src/audit/review-workbook";
import {
  insertColumns,
  insertRows,
  moveBlock,
  renameSheet,
  respellFormulas,
  shuffleSheets,
} from "../support/edit-workbook";

export interface HarmlessEdit {
  readonly name: string;
  readonly apply: (workbook: WorkbookSnapshot, random: () => number) => WorkbookSnapshot;
}

function onEverySheet(
  edit: (workbook: WorkbookSnapshot, sheet: WorkbookSnapshot["sheets"][number]) => WorkbookSnapshot,
): (workbook: WorkbookSnapshot) => WorkbookSnapshot {
  return (workbook) => workbook.sheets.reduce((edited, sheet) => edit(edited, sheet), workbook);
}

/** The cells below the last blank row, as somebody makes room above them. */
function moveLastBlock(
  workbook: WorkbookSnapshot,
  { name, cells }: WorkbookSnapshot["sheets"][number],
): WorkbookSnapshot {
  const used = [...new Set(cells.filter(isFilled).map(({ rowIndex0 }) => rowIndex0))].sort((a, b) => a - b);
  const startRow0 = used.findLast((rowIndex0, i) => i > 0 && rowIndex0 - used[i - 1]! > 1);
  if (startRow0 === undefined) return workbook;
  return moveBlock(workbook, { ...everything(name), startRow0 }, 3, 0);
}

function isFilled({ value, formula }: WorkbookSnapshot["sheets"][number]["cells"][number]): boolean {
  return value !== null || formula !== null;
}

function everything(sheet: string): CellRange {
  return { sheet, startRow0: 0, startColumn0: 0, endRow0: 1_000_000, endColumn0: 16_000 };
}

function lastRow0({ cells }: WorkbookSnapshot["sheets"][number]): number {
  return cells.at(-1)?.rowIndex0 ?? 0;
}

/** What a person may do to a workbook without changing what it says. */
export const harmlessEdits: readonly HarmlessEdit[] = [
  { name: "formulas through R1C1 and back", apply: respellFormulas },
  { name: "rows inserted above", apply: onEverySheet((edited, { name }) => insertRows(edited, name, 0, 3)) },
  {
    name: "a column inserted at the left",
    apply: onEverySheet((edited, { name }) => insertColumns(edited, name, 0, 1)),
  },
  {
    name: "a row inserted somewhere",
    apply: (workbook, random) =>
      onEverySheet((edited, sheet) => insertRows(edited, sheet.name, Math.floor(random() * (lastRow0(sheet) + 1)), 1))(
        workbook,
      ),
  },
  {
    name: "everything moved down and right",
    apply: onEverySheet((edited, { name }) => moveBlock(edited, everything(name), 5, 2)),
  },
  { name: "the last block of a sheet moved down", apply: onEverySheet(moveLastBlock) },
  { name: "sheets renamed", apply: onEverySheet((edited, { name }) => renameSheet(edited, name, `${name} v2`)) },
  { name: "sheets in another order", apply: shuffleSheets },
];

/**
 * Names that say nothing. Not harmless: what a sheet is called ("Comps", "Bear case") is read as its words are, so that
 * what is lost here shows what rests on names of sheets alone.
 */
export const namelessSheets: HarmlessEdit = {
  name: "sheets renamed to mere numbers",
  apply: (workbook) =>
    workbook.sheets.reduce((edited, { name }, i) => renameSheet(edited, name, `Sheet ${i + 1}`), workbook),
};

export interface Changed {
  readonly lost: readonly Finding[];
  readonly won: readonly Finding[];
}

/** Findings whose identity, rule or severity is not the same after an edit. */
export function changedVerdicts(before: readonly Finding[], edited: WorkbookSnapshot): Changed {
  const after = reviewWorkbook(edited).findings;
  const [known, now] = [new Set(before.map(keyOf)), new Set(after.map(keyOf))];
  return {
    lost: before.filter((finding) => !now.has(keyOf(finding))),
    won: after.filter((finding) => !known.has(keyOf(finding))),
  };
}

function keyOf({ id, severity }: Finding): string {
  return `${id} ${severity}`;
}
