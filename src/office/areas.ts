import { type RangePosition } from "../workbook/address";

export interface SheetOutline {
  readonly id: string;
  readonly name: string;
  readonly visibility: "visible" | "hidden" | "very-hidden";
}

/** A rectangle of one sheet, to be read. */
export interface Area {
  readonly sheet: SheetOutline;
  readonly position: RangePosition;
}

export function rowCountOf({ startRow0, endRow0 }: RangePosition): number {
  return endRow0 - startRow0 + 1;
}

export function columnCountOf({ startColumn0, endColumn0 }: RangePosition): number {
  return endColumn0 - startColumn0 + 1;
}

export function cellCountOf(position: RangePosition): number {
  return rowCountOf(position) * columnCountOf(position);
}

/** At most `mostParts` parts of about equal height, or of width where one row alone is too large. */
export function splitArea({ sheet, position }: Area, batchCells: number, mostParts: number): Area[] {
  const wanted = Math.min(mostParts, Math.ceil(cellCountOf(position) / batchCells));
  const byRows = rowCountOf(position) > 1;
  const length = byRows ? rowCountOf(position) : columnCountOf(position);
  const step = Math.ceil(length / Math.max(2, wanted));
  const parts: Area[] = [];
  for (let offset = 0; offset < length; offset += step) {
    const last = Math.min(offset + step, length) - 1;
    parts.push({
      sheet,
      position: byRows
        ? { ...position, startRow0: position.startRow0 + offset, endRow0: position.startRow0 + last }
        : { ...position, startColumn0: position.startColumn0 + offset, endColumn0: position.startColumn0 + last },
    });
  }
  return parts;
}

/** Neighbours packed together while they fit one batch, so that thirty small sheets take one request. */
export function packAreas(areas: readonly Area[], batchCells: number, batchAreas: number): Area[][] {
  const packs: Area[][] = [];
  let room = 0;
  for (const area of areas) {
    const size = cellCountOf(area.position);
    const open = packs.at(-1);
    if (open !== undefined && size <= room && open.length < batchAreas) {
      open.push(area);
      room -= size;
    } else {
      packs.push([area]);
      room = batchCells - size;
    }
  }
  return packs;
}
