import { type RefObject, useEffect, useRef } from "react";
import { columnHeaderHeightPx, type GridLayout, rowHeaderWidthPx } from "./grid-layout";
import { type GridSelection, rangeOfSelection } from "./grid-selection";
import { scrollToReveal } from "./scroll-to-reveal";

/** Keeps the moving corner in view; a selection made elsewhere (`revealed` counts them) is brought in whole. */
export function useRevealedSelection(
  scroller: RefObject<HTMLDivElement | null>,
  layout: GridLayout,
  selection: GridSelection,
  revealed: number,
): void {
  const lastRevealed = useRef(0);
  const lastSelection = useRef<GridSelection | null>(null);
  useEffect(() => {
    const view = scroller.current;
    if (view === null) return;
    const isJump = revealed !== lastRevealed.current;
    if (!isJump && lastSelection.current === selection) return;
    lastRevealed.current = revealed;
    lastSelection.current = selection;
    const corner = { anchor: selection.corner, corner: selection.corner };
    const range = rangeOfSelection(isJump ? selection : corner);
    // Whole rows and columns are in view wherever one is.
    const endRow0 = Math.min(range.endRow0, layout.rowCount - 1);
    const endColumn0 = Math.min(range.endColumn0, layout.columnCount - 1);
    const isRowShown = range.startRow0 < layout.rowCount && selection.corner.rowIndex0 < layout.rowCount;
    const isColumnShown = range.startColumn0 < layout.columnCount && selection.corner.columnIndex0 < layout.columnCount;
    if (isRowShown) {
      const start = layout.rowTop(range.startRow0);
      const end = layout.rowTop(endRow0 + 1);
      const viewSize = view.clientHeight - columnHeaderHeightPx;
      view.scrollTop = scrollToReveal({ start, end, viewStart: view.scrollTop, viewSize }, isJump);
    }
    if (isColumnShown) {
      const start = layout.columnStarts[range.startColumn0] ?? 0;
      const end = (layout.columnStarts[endColumn0] ?? 0) + (layout.columnWidths[endColumn0] ?? 0);
      const viewSize = view.clientWidth - rowHeaderWidthPx;
      view.scrollLeft = scrollToReveal({ start, end, viewStart: view.scrollLeft, viewSize }, isJump);
    }
  }, [scroller, layout, selection, revealed]);
}
