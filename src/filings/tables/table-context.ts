import { type IsoDate } from "../../contracts/dates";
import { type DocumentRef, type FilingTable } from "../../contracts/document";

/** What is known of the whole document and helps to read "2024" over a column, or a table that names no unit. */
export interface TableContext {
  readonly periodEnd: IsoDate | null;
  /** The form tells of a whole year, not of a quarter. */
  readonly isAnnual: boolean;
  /** 1 where the year that ends in January 2025 is called 2024. */
  readonly yearsBehind: 0 | 1;
  /** What nearly all tables of the document that say so count in; null where they differ. */
  readonly usualMultiplier: number | null;
}

const lastMonthOfDoubt = 2;
const fiscalYear = /\bfiscal(?:\s+years?)?\s+(?:ended\s+)?((?:19|20)\d\d)\b/gi;
const usualShare = 0.8;
const leastTables = 3;

/** What the whole document says for the reading of its tables. */
export function readTableContext(
  document: Pick<DocumentRef, "periodEnd" | "form">,
  tables: readonly Pick<FilingTable, "columnHeads" | "units" | "caption">[],
): TableContext {
  const end = document.periodEnd;
  return {
    periodEnd: end,
    isAnnual: /^(?:10-K|20-F|40-F)/.test(document.form ?? ""),
    yearsBehind: end !== null && Number(end.slice(5, 7)) <= lastMonthOfDoubt ? yearsBehind(end, tables) : 0,
    usualMultiplier: usualMultiplier(tables),
  };
}

/** A year that ends in January may bear either name: the one that stands over more columns is the filer's. */
function yearsBehind(end: string, tables: readonly Pick<FilingTable, "columnHeads" | "caption">[]): 0 | 1 {
  const endYear = Number(end.slice(0, 4));
  let named = 0;
  for (const { columnHeads, caption } of tables) {
    let latest = 0;
    for (const [, year] of (caption ?? "").matchAll(fiscalYear)) latest = Math.max(latest, Number(year));
    for (const heads of columnHeads) {
      const year = /^(?:fiscal\s+)?((?:19|20)\d\d)$/i.exec(heads[heads.length - 1] ?? "")?.[1];
      if (year !== undefined) latest = Math.max(latest, Number(year));
    }
    if (latest === endYear) named++;
    else if (latest === endYear - 1) named--;
  }
  return named < 0 ? 1 : 0;
}

function usualMultiplier(tables: readonly Pick<FilingTable, "units">[]): number | null {
  const counts = new Map<number, number>();
  for (const { units } of tables) {
    if (units !== null) counts.set(units.multiplier, (counts.get(units.multiplier) ?? 0) + 1);
  }
  const [most] = [...counts].sort((a, b) => b[1] - a[1]);
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return most !== undefined && most[1] >= leastTables && most[1] >= all * usualShare ? most[0] : null;
}
