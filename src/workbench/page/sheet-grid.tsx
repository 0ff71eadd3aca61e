import { useVirtualizer } from "@tanstack/react-virtual";
import { type ClipboardEvent, type KeyboardEvent, type ReactElement, useEffect, useMemo, useRef } from "react";
import { formatFullReference } from "../../workbook/address";
import { copyRange } from "./copy-range";
import { GridHeaders } from "./grid-headers";
import { columnHeaderHeightPx, layOutGrid, rowHeaderWidthPx, rowHeightPx } from "./grid-layout";
import { GridRow } from "./grid-row";
import { type GridSelection, moveSelection, rangeOfSelection } from "./grid-selection";
import { GridSelectionFrame } from "./grid-selection-frame";
import { useGridStyles } from "./grid-styles";
import { type SheetIndex } from "./sheet-index";
import { usePointerSelection } from "./use-pointer-selection";
import { useRevealedSelection } from "./use-revealed-selection";

interface SheetGridProps {
  readonly index: SheetIndex;
  readonly selection: GridSelection;
  /** Counts the selections that came from elsewhere: each is brought into view. */
  readonly revealed: number;
  readonly onSelect: (selection: GridSelection) => void;
}

const none: readonly never[] = [];

/** A sheet as a spreadsheet shows it; only the rows and columns in view are drawn. Nothing in it can be edited. */
export function SheetGrid({ index, selection, revealed, onSelect }: SheetGridProps): ReactElement {
  const styles = useGridStyles();
  const scroller = useRef<HTMLDivElement>(null);
  const range = useMemo(() => rangeOfSelection(selection), [selection]);
  const layout = useGrowingLayout(index, range.endRow0, range.endColumn0);
  const rows = useVirtualizer({
    count: layout.rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: (row) => (layout.hiddenRows.has(row) ? 0 : rowHeightPx),
    overscan: 12,
    useFlushSync: false,
  });
  const columns = useVirtualizer({
    count: layout.columnCount,
    horizontal: true,
    getScrollElement: () => scroller.current,
    estimateSize: (column) => layout.columnWidths[column] ?? 0,
    overscan: 4,
    useFlushSync: false,
  });
  useEffect(() => {
    rows.measure();
    columns.measure();
  }, [layout, rows, columns]);

  useRevealedSelection(scroller, layout, selection, revealed);
  const pointer = usePointerSelection(layout, selection, onSelect);
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 400) / rowHeightPx) - 2);
    const key = { key: event.key, shift: event.shiftKey, jump: event.ctrlKey || event.metaKey };
    const moved = moveSelection(selection, key, index, page);
    if (moved === null) return;
    event.preventDefault();
    onSelect(moved);
  };
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", copyRange(index, range));
  };

  const rowItems = rows.getVirtualItems();
  const columnItems = columns.getVirtualItems();
  const firstColumn0 = columnItems[0]?.index ?? 0;
  const lastColumn0 = columnItems.at(-1)?.index ?? 0;
  return (
    <div
      ref={scroller}
      className={styles.scroller}
      data-testid="grid"
      data-selection={formatFullReference({ sheet: index.sheet.name, ...range })}
      role="grid"
      aria-label={`Sheet ${index.sheet.name}, read only`}
      aria-readonly
      aria-multiselectable
      aria-rowcount={layout.rowCount}
      aria-colcount={layout.columnCount}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
    >
      <div style={{ width: layout.widthPx + rowHeaderWidthPx, height: layout.heightPx + columnHeaderHeightPx }}>
        <GridHeaders layout={layout} rows={rowItems} columns={columnItems} range={range} onSelect={onSelect} />
        <div
          className={styles.cells}
          style={{ width: layout.widthPx, height: layout.heightPx }}
          {...pointer}
          data-testid="grid-cells"
        >
          {columnItems.map((column) => (
            <div
              key={column.index}
              className={styles.columnLine}
              style={{ left: column.start + column.size - 1, height: layout.heightPx }}
            />
          ))}
          {rowItems.map((row) =>
            row.size === 0 ? null : (
              <GridRow
                key={row.index}
                rowIndex0={row.index}
                cells={index.rows.get(row.index) ?? none}
                layout={layout}
                firstColumn0={firstColumn0}
                lastColumn0={lastColumn0}
              />
            ),
          )}
          <GridSelectionFrame range={range} layout={layout} />
        </div>
      </div>
    </div>
  );
}

/** The layout of the sheet; it grows by whole screens as a selection moves past its end, not by every step. */
function useGrowingLayout(index: SheetIndex, endRow0: number, endColumn0: number) {
  const rowsNeeded = Math.ceil((endRow0 + 1) / 64) * 64;
  const columnsNeeded = Math.ceil((endColumn0 + 1) / 16) * 16;
  return useMemo(
    () => layOutGrid(index, { startRow0: 0, startColumn0: 0, endRow0: rowsNeeded - 1, endColumn0: columnsNeeded - 1 }),
    [index, rowsNeeded, columnsNeeded],
  );
}
