import { type FilingTable, type Passage, type TableUnits } from "../../contracts/document";

const signs: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP", "¥": "JPY" };
const presentation =
  /\b(?:expressed|presented|reported|stated)\s+in\s+(?:(?:thousands|millions)\s+of\s+)?(U\.?\s?S\.?|United States|Canadian|Australian|Hong Kong|New Zealand|Singapore)\s+dollars?/i;
const dollars: Readonly<Record<string, string>> = {
  canadian: "CAD",
  australian: "AUD",
  "hong kong": "HKD",
  "new zealand": "NZD",
  singapore: "SGD",
};

const scaleSaid = /\b(?:in|of)\s+(?:thousands|millions|billions)\b|\b000['’]?s\b|[($]\s?'?000\b/i;
const passagesAbove = 3;
/** No figure of a company that counts in thousands is so long in all of its statements where it does not say so. */
const leastOfWhole = 1_000_000;
const mostWithScale = 0.1;

/** The currency of a statement; a foreign filer's "$" is of no country until its text says so. */
export function statementCurrency(
  table: Pick<FilingTable, "units" | "rows" | "columnHeads">,
  isForeign: boolean,
  saidDollars: string | null,
): string | null {
  if (table.units?.currency && !(isForeign && table.units.currency === "USD" && saidDollars !== null))
    return table.units.currency;
  const found = new Set(
    [...table.rows.flat(), ...table.columnHeads.flat()].flatMap((cell) => cell.match(/[$€£¥]/g) ?? []),
  );
  const [only] = found;
  if (found.size !== 1 || only === undefined) return null;
  return only === "$" && isForeign ? saidDollars : (signs[only] ?? null);
}

/** Whose dollars the statements are in, as their text says; null where it does not. */
export function dollarsSaid(passages: readonly Passage[]): string | null {
  for (const { kind, text } of passages) {
    const country = kind === "text" ? presentation.exec(text)?.[1] : undefined;
    if (country !== undefined) return dollars[country.toLowerCase()] ?? "USD";
  }
  return null;
}

const wholeUnits: TableUnits = { printed: "", multiplier: 1, shareMultiplier: 1, currency: null, exceptions: [] };

/**
 * Units for statements of which none says any: whole ones, where nothing around them speaks of thousands, the document's
 * other tables do not either, and the figures are as long as only whole ones are. Null where that is not sure.
 */
export function unsaidUnits(
  statements: readonly { readonly table: FilingTable; readonly passage: Passage }[],
  tables: readonly FilingTable[],
  passages: readonly Passage[],
): TableUnits | null {
  if (statements.some(({ table }) => table.units !== null)) return null;
  const scaled = tables.filter(({ units }) => units !== null && units.multiplier > 1).length;
  if (scaled > tables.length * mostWithScale) return null;
  const around = statements.flatMap(({ passage }) =>
    passages.slice(Math.max(0, passage.ordinal - passagesAbove), passage.ordinal + 1),
  );
  if (around.some(({ text }) => scaleSaid.test(text))) return null;
  return statements.some(({ table }) => largestFigure(table.rows) >= leastOfWhole) ? wholeUnits : null;
}

function largestFigure(rows: FilingTable["rows"]): number {
  let largest = 0;
  for (const row of rows) {
    for (const cell of row.slice(1)) {
      const digits = /^\W*(\d{1,3}(?:,\d{3})+)\W*$/.exec(cell)?.[1];
      if (digits !== undefined) largest = Math.max(largest, Number(digits.replaceAll(",", "")));
    }
  }
  return largest;
}
