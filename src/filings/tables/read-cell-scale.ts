import { type FilingTable, type TableUnits } from "../../contracts/document";
import { headsOver } from "./heads-over";
import { readTableUnits } from "./read-table-units";
import { type TableContext } from "./table-context";

export interface CellScale {
  /** What the printed number is times to be the value meant: 1e6 under "in millions", 0.01 for "12%". */
  readonly multiplier: number;
  readonly kind: "amount" | "per-share" | "shares" | "percent";
  /** True where the table says nothing and the document's other tables are followed. */
  readonly isAssumed: boolean;
}

const perShare =
  /\bper\b[^|]{0,40}\b(?:shares?|units?|ads|adss)\b|\bper[\s-]*(?:basic|diluted)\b|\bEPS\b|\b(?:exercise|grant[\s-]date|market|stock|share|average|unit|strike)\s+(?:fair\s+)?(?:price|value)s?\b/i;
const countsShares =
  /\b(?:number of|weighted[\s-]+average|total|dilutive|diluted|basic|common|treasury|class [a-c])\b[^|]{0,60}\b(?:shares|units)\b|\bshares\s+(?:used|outstanding|issued|authorized|repurchased|purchased|withheld|of)\b|^shares\b|\bshares$|\b(?:stock|share) (?:units|options|awards)\b/i;

/** No company counts ten digits in thousands. */
const mostShares = 1e12;
const digitsOfWhole = 10;
const cents = /^\D*\d{1,3}\.\d\d\D*$/;
/** Statements whose shares are counted as the amounts beside them. */
const ofWholeCompany = /\b(?:statements?|equity|per share|earnings|dilut)/i;

/** What a printed number is times to be the value meant; null where neither its table nor the document's others say. */
export function readCellScale(
  table: Pick<FilingTable, "columnHeads" | "laterHeads" | "rowPaths" | "units" | "rows" | "caption">,
  row: number,
  column: number,
  context: Pick<TableContext, "usualMultiplier">,
): CellScale | null {
  const printed = table.rows[row]?.[column] ?? "";
  const path = table.rowPaths[row] ?? [];
  const heads = headsOver(table, row, column);
  const kind = kindOf(printed, path, heads);
  if (kind === "percent") return { multiplier: 0.01, kind, isAssumed: false };
  if (kind === "per-share") return { multiplier: 1, kind, isAssumed: false };
  const own = readTableUnits(path[path.length - 1] ?? "") ?? readTableUnits(heads.join(" | "));
  const units = own ?? table.units;
  // "$1.72" beside "Continuing operations" where the table says that per-share data are not in millions.
  if (kind === "amount" && units?.exceptions.includes("per-share") === true && cents.test(printed)) {
    return { multiplier: 1, kind: "per-share", isAssumed: false };
  }
  if (units !== null) {
    return { multiplier: kind === "shares" ? sharesIn(units, printed) : units.multiplier, kind, isAssumed: false };
  }
  if (context.usualMultiplier === null) return null;
  // Where a table of shares says nothing, a whole number is a count of them one by one.
  const isCount = kind === "shares" && !printed.includes(".") && !ofWholeCompany.test(table.caption ?? "");
  const isWhole = isCount || (printed.match(/\d/g)?.length ?? 0) >= digitsOfWhole;
  return { multiplier: isWhole ? 1 : context.usualMultiplier, kind, isAssumed: true };
}

/** No company has a million million shares: such a number counts them one by one whatever the table says of its dollars. */
function sharesIn(units: TableUnits, printed: string): number {
  const count = Number(printed.replace(/[^\d.]/g, ""));
  return count * units.shareMultiplier > mostShares ? 1 : units.shareMultiplier;
}

/** The nearest words that say decide: the row's own label, the column's lowest head, then what stands above them. */
function kindOf(printed: string, path: readonly string[], heads: readonly string[]): CellScale["kind"] {
  if (printed.includes("%")) return "percent";
  const money = /[$€£¥]/.test(printed);
  const hasCents = /\.\d/.test(printed) && !printed.includes(",");
  const isSmall = /^\D*\d{1,3}(?:\.\d+)?\D*$/.test(printed);
  const near = [
    path[path.length - 1],
    heads[heads.length - 1],
    path[path.length - 2],
    heads[heads.length - 2],
    path[0],
  ];
  for (const said of near) {
    if (said === undefined || said === "") continue;
    // "Common stock (1,750 shares authorized)" is an amount.
    const words = said.replace(/\([^)\d]{0,200}\d[^)]{0,200}\)/g, "");
    const isShares = !money && countsShares.test(words) && !/\bvalue|\bprice|\bcost|\bamount/i.test(words);
    if (perShare.test(words) && (hasCents || (money && isSmall))) return "per-share";
    if (isShares || /^denominator/i.test(words)) return "shares";
    if (/^numerator/i.test(words)) return "amount";
    if (!money && /^%|%$|\bpercent(?:age)?\b/i.test(words) && heads.includes(said)) return "percent";
  }
  return "amount";
}
