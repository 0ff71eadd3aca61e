import { type WorkbookIndex } from "../workbook/index-workbook";
import { type SheetIndex } from "../workbook/sheet-index";
import { labelText } from "./find-labels";

const fewestLabels = 8;
const alikeShare = 0.75;
/** Each sheet is held against the first of every group: with more sheets than this nobody compares them. */
const mostSheets = 300;

/** Sheets that repeat one template, by the labels they share; groups of two and more, in the order of the workbook. */
export function findAlikeSheets(index: WorkbookIndex): string[][] {
  const groups: { readonly labels: ReadonlySet<string>; readonly sheets: string[] }[] = [];
  for (const sheet of index.sheets.slice(0, mostSheets)) {
    const labels = labelsOf(sheet);
    if (labels.size < fewestLabels) continue;
    const group = groups.find((each) => shared(each.labels, labels) >= alikeShare);
    if (group === undefined) groups.push({ labels, sheets: [sheet.name] });
    else group.sheets.push(sheet.name);
  }
  return groups.flatMap(({ sheets }) => (sheets.length > 1 ? [sheets] : []));
}

/** The first text of each row. */
function labelsOf(sheet: SheetIndex): ReadonlySet<string> {
  const labels = new Set<string>();
  for (const row0 of sheet.usedRows) {
    for (const cell of sheet.cellsOfRow(row0)) {
      const text = labelText(cell);
      if (text === null) continue;
      labels.add(text.toLowerCase());
      break;
    }
  }
  return labels;
}

function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0;
  for (const label of b) if (a.has(label)) both++;
  return both / (a.size + b.size - both);
}
