import { type PointerEvent, useRef } from "react";
import { type CellPosition } from "../../workbook/address";
import { type GridLayout } from "./grid-layout";
import { type GridSelection } from "./grid-selection";

/** Press selects a cell, drag selects a range, Shift extends; for the element whose top left is the first cell. */
export function usePointerSelection(
  layout: GridLayout,
  selection: GridSelection,
  onSelect: (selection: GridSelection) => void,
) {
  const anchor = useRef<CellPosition | null>(null);
  const cellUnder = (event: PointerEvent<HTMLElement>): CellPosition => {
    const box = event.currentTarget.getBoundingClientRect();
    return {
      rowIndex0: layout.rowAt(event.clientY - box.top),
      columnIndex0: layout.columnAt(event.clientX - box.left),
    };
  };
  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      const cell = cellUnder(event);
      anchor.current = event.shiftKey ? selection.anchor : cell;
      event.currentTarget.setPointerCapture(event.pointerId);
      onSelect({ anchor: anchor.current, corner: cell });
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (anchor.current === null) return;
      const corner = cellUnder(event);
      const same =
        corner.rowIndex0 === selection.corner.rowIndex0 && corner.columnIndex0 === selection.corner.columnIndex0;
      if (!same) onSelect({ anchor: anchor.current, corner });
    },
    onPointerUp() {
      anchor.current = null;
    },
    onPointerCancel() {
      anchor.current = null;
    },
  };
}
