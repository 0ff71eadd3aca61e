import { isCellErrorCode } from "../contracts/cell-error-codes";
import { type CellErrorCode } from "../contracts/workbook-snapshot";
import { columnIndexOf, parseRange, type RangePosition } from "./address";
import { cellKey } from "./cell-key";
import { attributeOf } from "./package-parts";
import { type StyleTraits } from "./style-traits";

/** What the library leaves out of a sheet and we read from its XML. */
export interface SheetXmlTraits {
  readonly hiddenRows: readonly number[];
  readonly hiddenColumns: readonly number[];
  /** By `cellKey`. */
  readonly styles: ReadonlyMap<number, StyleTraits>;
  /** Errors of newer Excels, which the library gives no code for; by `cellKey`. */
  readonly errors: ReadonlyMap<number, CellErrorCode>;
  readonly dataTables: readonly RangePosition[];
}

/** One pass over the tags of a sheet; `traits` says which styles are worth noting. */
export function readSheetXml(xml: string, traits: readonly (StyleTraits | null)[]): SheetXmlTraits {
  const hiddenRows: number[] = [];
  const hiddenColumns: number[] = [];
  const styles = new Map<number, StyleTraits>();
  const errors = new Map<number, CellErrorCode>();
  const dataTables: RangePosition[] = [];
  const body = Math.max(0, xml.indexOf("<sheetData"));
  for (const [, tag] of xml.slice(0, body).matchAll(/<(?:\w+:)?col\s([^>]*)>/g)) hideColumns(tag!, hiddenColumns);
  const tags = /<(?:\w+:)?(row|c|f)\s([^>]*)>/g;
  tags.lastIndex = body;
  for (let match = tags.exec(xml); match !== null; match = tags.exec(xml)) {
    const tag = match[2]!;
    if (match[1] === "row") {
      if (/\shidden="(1|true)"/.test(` ${tag}`)) hiddenRows.push(Number(attributeOf(tag, "r")) - 1);
    } else if (match[1] === "f") {
      const range = tag.includes("dataTable") ? parseRange(attributeOf(tag, "ref") ?? "") : null;
      if (range !== null) dataTables.push(range);
    } else {
      readCellTag(tag, xml, tags.lastIndex, traits, styles, errors);
    }
  }
  return { hiddenRows, hiddenColumns, styles, errors, dataTables };
}

function readCellTag(
  tag: string,
  xml: string,
  after: number,
  traits: readonly (StyleTraits | null)[],
  styles: Map<number, StyleTraits>,
  errors: Map<number, CellErrorCode>,
): void {
  const style = /(?:^|\s)s="(\d+)"/.exec(tag);
  const trait = style === null ? null : (traits[Number(style[1])] ?? null);
  const isError = tag.includes('t="e"');
  if (trait === null && !isError) return;
  const place = /(?:^|\s)r="([A-Z]{1,3})(\d+)"/.exec(tag);
  if (place === null) return;
  const key = cellKey(Number(place[2]) - 1, columnIndexOf(place[1]!) ?? 0);
  if (trait !== null) styles.set(key, trait);
  if (!isError) return;
  const value = /^(?:(?!<\/(?:\w+:)?c>).){0,20000}?<(?:\w+:)?v>([^<]*)</s.exec(xml.slice(after, after + 20_100));
  const code = value?.[1];
  if (code !== undefined && isCellErrorCode(code)) errors.set(key, code);
}

function hideColumns(tag: string, hiddenColumns: number[]): void {
  const hidden = attributeOf(tag, "hidden");
  if (hidden !== "1" && hidden !== "true") return;
  const first = Number(attributeOf(tag, "min"));
  // A file may hide every column to the sheet's end: nobody works there, and 16,000 numbers say nothing.
  const last = Math.min(Number(attributeOf(tag, "max")), first + 1_023);
  for (let column = first; column <= last; column++) hiddenColumns.push(column - 1);
}
