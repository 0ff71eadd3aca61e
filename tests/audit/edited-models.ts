import { type Finding } from "../../src/contracts/finding";
import { type WorkbookSnapshot } from "../../src/contracts/workbook-snapshot";
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
    apply: onEverySheet((edited, { name }) =>
      moveBlock(edited, { sheet: name, startRow0: 0, startColumn0: 0, endRow0: 1_000_000, endColumn0: 16_000 }, 5, 2),
    ),
  },
  { name: "sheets renamed", apply: onEverySheet((edited, { name }) => renameSheet(edited, name, `${name} v2`)) },
  { name: "sheets in another order", apply: shuffleSheets },
];

export interface Changed {
  readonly lost: readonly Finding[];
  readonly won: readonly Finding[];
}

/** Findings whose identity or rule is not the same after an edit. */
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
