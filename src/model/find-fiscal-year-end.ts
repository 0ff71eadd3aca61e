import { type TimeAxis } from "../contracts/model-map";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { monthOfYearEnds } from "./find-time-axes";
import { readPeriod } from "./read-period";

const topRows = 30;
const yearEndWords =
  /\bFYE\b|\b(?:fiscal|financial)\s+year[\s-]*(?:end(?:s|ing|ed)?)?\b|\byears?[\s-]*end(?:s|ing|ed)?\b/i;
const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const monthWord = /\b(jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)[a-z]*\b/i;

/** The month the company's year ends in, 1-12: as the workbook says in words, else as its annual columns are dated. */
export function findFiscalYearEnd(index: WorkbookIndex, axes: readonly TimeAxis[]): number | null {
  return saidMonth(index) ?? monthOfYearEnds(axes);
}

function saidMonth(index: WorkbookIndex): number | null {
  for (const sheet of index.sheets) {
    for (const row0 of sheet.usedRows.slice(0, topRows)) {
      const row = sheet.cellsOfRow(row0);
      for (const [i, cell] of row.entries()) {
        if (typeof cell.value !== "string" || cell.value.length > 120 || !yearEndWords.test(cell.value)) continue;
        const month = monthIn(cell.value);
        if (month !== null) return month;
        const beside = row[i + 1];
        if (beside === undefined) continue;
        if (typeof beside.value === "string" && beside.value.length <= 30) {
          const named = monthIn(beside.value);
          if (named !== null) return named;
        }
        if (typeof beside.value === "number") {
          const dated = readPeriod(beside.value, beside.numberFormat, index.snapshot.dateSystem)?.endDate ?? null;
          if (dated !== null) return Number(dated.slice(5, 7));
        }
      }
    }
  }
  return null;
}

function monthIn(text: string): number | null {
  const month = monthWord.exec(text)?.[1];
  return month === undefined ? null : months.indexOf(month.slice(0, 3).toLowerCase()) + 1;
}
