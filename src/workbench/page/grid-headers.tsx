import { mergeClasses } from "@fluentui/react-components";
import { type VirtualItem } from "@tanstack/react-virtual";
import { type ReactElement } from "react";
import { columnName, columnsOfASheet, type RangePosition, rowsOfASheet } from "../../workbook/address";
import { type GridLayout, rowHeaderWidthPx } from "./grid-layout";
import { type GridSelection, selectionOfRange } from "./grid-selection";
import { useGridStyles } from "./grid-styles";

interface GridHeadersProps {
  readonly layout: GridLayout;
  readonly rows: readonly VirtualItem[];
  readonly columns: readonly VirtualItem[];
  readonly range: RangePosition;
  readonly onSelect: (selection: GridSelection) => void;
}

/** Column letters and row numbers; a press on one selects the whole column or row. */
export function GridHeaders({ layout, rows, columns, range, onSelect }: GridHeadersProps): ReactElement {
  const styles = useGridStyles();
  const selectColumn = (column: number) =>
    onSelect(selectionOfRange({ startRow0: 0, endRow0: rowsOfASheet - 1, startColumn0: column, endColumn0: column }));
  const selectRow = (row: number) =>
    onSelect(selectionOfRange({ startRow0: row, endRow0: row, startColumn0: 0, endColumn0: columnsOfASheet - 1 }));
  return (
    <>
      <div className={styles.columnHeaders} role="row">
        <div className={styles.corner} />
        {columns.map(({ index, start, size }) => (
          <div
            key={index}
            role="columnheader"
            className={mergeClasses(
              styles.header,
              styles.columnHeader,
              index >= range.startColumn0 && index <= range.endColumn0 && styles.headerSelected,
            )}
            style={{ left: start + rowHeaderWidthPx, width: size, display: size === 0 ? "none" : undefined }}
            onPointerDown={() => selectColumn(index)}
          >
            {columnName(index)}
          </div>
        ))}
      </div>
      <div className={styles.rowHeaders} style={{ height: layout.heightPx }}>
        {rows.map(({ index, start, size }) => (
          <div
            key={index}
            role="rowheader"
            className={mergeClasses(
              styles.header,
              styles.rowHeader,
              index >= range.startRow0 && index <= range.endRow0 && styles.headerSelected,
            )}
            style={{ top: start, height: size, display: size === 0 ? "none" : undefined }}
            onPointerDown={() => selectRow(index)}
          >
            {index + 1}
          </div>
        ))}
      </div>
    </>
  );
}
