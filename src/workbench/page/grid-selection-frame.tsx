import { mergeClasses } from "@fluentui/react-components";
import { type ReactElement } from "react";
import { type RangePosition } from "../../workbook/address";
import { type GridLayout } from "./grid-layout";
import { useGridStyles } from "./grid-styles";

interface GridSelectionFrameProps {
  readonly range: RangePosition;
  readonly layout: GridLayout;
}

/** The rectangle around the selected cells. */
export function GridSelectionFrame({ range, layout }: GridSelectionFrameProps): ReactElement {
  const styles = useGridStyles();
  const endRow0 = Math.min(range.endRow0, layout.rowCount - 1);
  const endColumn0 = Math.min(range.endColumn0, layout.columnCount - 1);
  const left = layout.columnStarts[range.startColumn0] ?? 0;
  const right = (layout.columnStarts[endColumn0] ?? 0) + (layout.columnWidths[endColumn0] ?? 0);
  const top = layout.rowTop(range.startRow0);
  const bottom = layout.rowTop(endRow0 + 1);
  const isOneCell = range.startRow0 === range.endRow0 && range.startColumn0 === range.endColumn0;
  return (
    <div
      className={mergeClasses(styles.selectionFill, isOneCell && styles.oneCell)}
      data-testid="grid-selection"
      style={{ left: left - 1, top: top - 1, width: right - left + 1, height: bottom - top + 1 }}
    />
  );
}
