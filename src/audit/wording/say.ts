import { type CellAddress } from "../../contracts/model-map";
import { type UnitKind } from "../../contracts/concept";
import { type NumberReference, type RichText, type Segment } from "../../contracts/rich-text";
import { type CellRange } from "../../contracts/workbook-snapshot";
import { formatAddress, formatFullReference, formatRange } from "../../workbook/address";
import { type AuditContext, type Meaning } from "../audit-context";
import { showNumber } from "./show-number";

type Part = string | Segment | RichText;

/** Prose from words, places and numbers; neighbouring words are joined into one segment. */
export function say(words: TemplateStringsArray, ...parts: readonly Part[]): RichText {
  const segments: Segment[] = [];
  words.forEach((text, i) => {
    add(segments, text);
    const part = parts[i];
    if (part !== undefined) add(segments, part);
  });
  return segments;
}

function add(segments: Segment[], part: Part): void {
  if (typeof part !== "string") {
    segments.push(...("kind" in part ? [part] : part));
    return;
  }
  if (part === "") return;
  const last = segments.at(-1);
  if (last?.kind === "text") segments[segments.length - 1] = { kind: "text", text: last.text + part };
  else segments.push({ kind: "text", text: part });
}

/** A clickable place, shown by its address: "Income statement!B9:F9". */
export function place(range: CellRange | CellAddress, shown?: string): Segment {
  const whole = asRange(range);
  return { kind: "place", sheet: whole.sheet, range: formatRange(whole), shown: shown ?? formatFullReference(whole) };
}

/** A row by its own name, clickable: “EBIT”. The link says where it stands, so the words need not. */
export function named(meaning: Meaning, range?: CellRange | CellAddress): RichText {
  const at = range ?? ("range" in meaning ? meaning.range : meaning.cell);
  return say`“${place(at, meaning.label.trim().replace(/\s*:$/u, ""))}”`;
}

/** The same with its sheet, where two sheets are compared: “Tax rate” on Assumptions. */
export function namedOnSheet(meaning: Meaning, range?: CellRange | CellAddress): RichText {
  return say`${named(meaning, range)} on ${meaning.sheet}`;
}

/** The number that stands in a cell. */
export function number(context: AuditContext, address: CellAddress): Segment {
  const cell = context.cellAt(address);
  const unit = context.meaningAt(address)?.unit.kind ?? "unknown";
  const value = context.numberAt(address);
  return {
    kind: "number",
    number: {
      shown: value === null ? "no number" : showNumber(value, unit, cell?.numberFormat ?? null),
      value,
      unit,
      reference: cellReference(address),
      verdict: "matched",
    },
  };
}

/** A number we computed, with the cells it came from and how. */
export function calculated(
  value: number,
  unit: UnitKind,
  formula: string,
  operands: Readonly<Record<string, CellAddress>>,
): Segment {
  return {
    kind: "number",
    number: {
      shown: showNumber(value, unit, null),
      value,
      unit,
      reference: {
        kind: "calculation",
        formula,
        operands: Object.fromEntries(Object.entries(operands).map(([name, address]) => [name, cellReference(address)])),
      },
      verdict: "derived",
    },
  };
}

/** The distance of two rates: "4.0 points". */
export function pointsBetween(a: number, b: number, operands: Readonly<Record<string, CellAddress>>): Segment {
  const points = Math.abs(a - b) * 100;
  const segment = calculated(points, "count", `(${Object.keys(operands).join(" - ")}) * 100`, operands);
  if (segment.kind !== "number") return segment;
  return { kind: "number", number: { ...segment.number, shown: `${points.toFixed(points < 0.1 ? 3 : 1)} points` } };
}

/** A number typed inside the formula of a cell, as it was written there. */
export function literal(value: number, shown: string, address: CellAddress): Segment {
  return {
    kind: "number",
    number: {
      shown,
      value,
      unit: null,
      reference: {
        kind: "calculation",
        formula: `${shown}, typed in the formula`,
        operands: { formula: cellReference(address) },
      },
      verdict: "derived",
    },
  };
}

/** Several parts with commas and a last "and". */
export function listed(parts: readonly Part[], atMost = 4): RichText {
  const shown = parts.slice(0, atMost);
  return shown.flatMap((part, i) => {
    const joint = i === 0 ? "" : i === shown.length - 1 && parts.length <= atMost ? " and " : ", ";
    const more = i === shown.length - 1 && parts.length > atMost ? " and others" : "";
    return say`${joint}${part}${more}`;
  });
}

function cellReference(address: CellAddress): NumberReference {
  return { kind: "cell", sheet: address.sheet, address: formatAddress(address.rowIndex0, address.columnIndex0) };
}

export function asRange(range: CellRange | CellAddress): CellRange {
  if ("startRow0" in range) return range;
  const { sheet, rowIndex0, columnIndex0 } = range;
  return { sheet, startRow0: rowIndex0, endRow0: rowIndex0, startColumn0: columnIndex0, endColumn0: columnIndex0 };
}

/** How far to trust a comment, in words. */
export function howSure(confidence: number, nature: "slip" | "judgement"): string {
  if (nature === "judgement")
    return confidence >= 0.9 ? "Hard to defend as it stands." : "A judgement, but one that wants a reason beside it.";
  if (confidence >= 0.9) return "Almost certainly a slip.";
  return confidence >= 0.7 ? "Probably a slip." : "It may be meant; worth a look.";
}
