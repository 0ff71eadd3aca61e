import { type UnitKind } from "../contracts/concept";
import { type UnitReading } from "../contracts/model-map";
import { type Cell } from "../contracts/workbook-snapshot";
import { currencyIn, scaleOfFormat, unitOfFormat } from "./number-format";

/** What a title says of all money on its sheet: "($ in millions, except per share)". */
export interface StatedScale {
  readonly currency: string | null;
  readonly scale: number | null;
}

const unknownUnit: UnitReading = { kind: "unknown", currency: null, scale: null };

const scales: readonly (readonly [RegExp, number])[] = [
  [/\b(?:billions?|bn|bln)\b|[$€£¥₹]\s*b\b/i, 1e9],
  [/\b(?:crores?|cr)\b\.?/i, 1e7],
  [/\b(?:millions?|mln|mio|mm|mn)\b|(?:[$€£¥₹]|usd|eur|gbp)\s*m\b|\bm(?:illion)?\s*(?:usd|eur|gbp)\b/i, 1e6],
  [/\b(?:lakhs?|lacs?)\b/i, 1e5],
  [/\b(?:thousands?|ths)\b|['’]?\b000['’]?s?\b|(?:[$€£¥₹]|usd|eur|gbp)\s*k\b|\b[$€£]?000s\b/i, 1e3],
];

/** The scale a text names; null where it names none. */
export function scaleIn(text: string): number | null {
  return scales.find(([pattern]) => pattern.test(text))?.[1] ?? null;
}

/** Reads "(USD in thousands)", "All figures in $ millions", "Rs. Crores"; null for any other text. */
export function statedScale(text: string): StatedScale | null {
  if (text.length > 120) return null;
  const scale = scaleIn(text);
  const currency = currencyIn(text) ?? (/\brs\.?\b/i.test(text) ? "INR" : null);
  const speaksOfUnits =
    /\b(?:in|amounts?|figures|denominated|expressed|currency)\b/i.test(text) ||
    /^\(?[$€£¥₹\w.\s'’]{1,14}\)?$/.test(text.trim()) ||
    /\([^)]*\)\s*$/.test(text);
  if (!speaksOfUnits || (scale === null && (currency === null || !/\b(?:in|denominated|currency)\b/i.test(text))))
    return null;
  return { currency, scale };
}

const kindsByLabel: readonly (readonly [RegExp, UnitKind])[] = [
  [/per share|\/\s*sh(?:are)?\b|\b(?:EPS|DPS|CFPS|BVPS)\b|share price|price\/sh/i, "currency-per-share"],
  [/\(%|%\s*\)|^%|%$|% (?:of|growth|change|margin)|\bmargin\b|\bgrowth\b|\byoy\b|\brate\b.*%|\bCAGR\b/i, "percent"],
  [/\(x\)|\bmultiple\b|\bEV\s*\/\s*\w+|\bP\s*\/\s*E\b|\bMOIC\b/i, "multiple"],
  [/\bdays\b|\bDSO\b|\bDIO\b|\bDPO\b/i, "days"],
  [
    /\bshares (?:outstanding|issued|repurchased)\b|\b(?:basic|diluted|weighted).{0,20}\bshares\b|\bshares\s*\(/i,
    "shares",
  ],
  [/\bdate\b|\bmaturity\b/i, "date"],
];

/** The unit of a row or cell: its number format first, then its label, then what its sheet says of all money. */
export function readUnit(label: string, cells: readonly Cell[], sheetScale: StatedScale | null): UnitReading {
  const format = usualFormat(cells);
  const byFormat = unitOfFormat(format);
  const byLabel = kindsByLabel.find(([pattern]) => pattern.test(label))?.[1] ?? null;
  const currency = byFormat?.currency ?? currencyIn(label) ?? sheetScale?.currency ?? null;
  if (byLabel === "currency-per-share" && byFormat?.kind !== "percent" && byFormat?.kind !== "multiple") {
    return { kind: "currency-per-share", currency, scale: 1 };
  }
  const kind = byFormat?.kind ?? byLabel;
  const shownScale = scaleOfFormat(format);
  if (kind === "currency")
    return { kind, currency, scale: shownScale ?? scaleOfLabel(label) ?? sheetScale?.scale ?? null };
  if (kind === "percent") return { kind, currency: null, scale: 1 };
  if (kind === "shares") return { kind, currency: null, scale: shownScale ?? scaleOfLabel(label) };
  if (kind !== null) return { kind, currency: null, scale: kind === "multiple" || kind === "days" ? 1 : null };
  const labelScale = scaleOfLabel(label);
  if (currencyIn(label) !== null) return { kind: "currency", currency, scale: labelScale ?? sheetScale?.scale ?? null };
  return unknownUnit;
}

/** A row known to be money by its concept or statement, in the scale its sheet states. */
export function moneyUnit(label: string, sheetScale: StatedScale | null): UnitReading {
  return {
    kind: "currency",
    currency: currencyIn(label) ?? sheetScale?.currency ?? null,
    scale: scaleOfLabel(label) ?? sheetScale?.scale ?? null,
  };
}

/** Only what stands in brackets or after a comma: "million" inside a name is part of the name. */
function scaleOfLabel(label: string): number | null {
  const suffix = /[([,]([^()[\]]*)[)\]]?\s*$/.exec(label);
  return suffix === null ? null : scaleIn(suffix[1]!);
}

/** The format most of the cells carry; the last cell's where none leads. */
function usualFormat(cells: readonly Cell[]): string | null {
  const counts = new Map<string, number>();
  for (const { numberFormat } of cells)
    if (numberFormat !== null) counts.set(numberFormat, (counts.get(numberFormat) ?? 0) + 1);
  let best: string | null = null;
  for (const [format, count] of counts) if (best === null || count >= counts.get(best)!) best = format;
  return best;
}
