import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { memo, type ReactElement } from "react";
import { type Cell } from "../../contracts/workbook-snapshot";
import { formatAddress } from "../../workbook/address";
import { type CellText, formatCell } from "./cell-format/format-cell";
import { type GridLayout, indentPx, rowHeightPx } from "./grid-layout";
import { measureTextPx } from "./measure-text";

const useStyles = makeStyles({
  row: {
    position: "absolute",
    left: 0,
    width: "100%",
    height: `${rowHeightPx}px`,
    boxSizing: "border-box",
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    // Placed by the window that is shown, so nothing outside a row can change its size.
    contain: "layout style",
  },
  cell: {
    position: "absolute",
    top: 0,
    height: `${rowHeightPx - 1}px`,
    lineHeight: `${rowHeightPx - 1}px`,
    boxSizing: "border-box",
    padding: "0 6px",
    display: "flex",
    justifyContent: "space-between",
    whiteSpace: "pre",
    overflow: "hidden",
  },
  text: { justifyContent: "flex-start", backgroundColor: tokens.colorNeutralBackground1 },
  centred: { justifyContent: "center" },
  bold: { fontWeight: tokens.fontWeightSemibold },
  wrong: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
  red: { color: tokens.colorPaletteRedForeground1 },
  blue: { color: tokens.colorPaletteBlueForeground2 },
  green: { color: tokens.colorPaletteGreenForeground1 },
});

interface GridRowProps {
  readonly rowIndex0: number;
  readonly cells: readonly Cell[];
  readonly layout: GridLayout;
  readonly firstColumn0: number;
  readonly lastColumn0: number;
}

/** One row of the window; it is drawn anew only when the window's columns or the sheet change. */
export const GridRow = memo(function GridRow({ rowIndex0, cells, layout, firstColumn0, lastColumn0 }: GridRowProps) {
  const styles = useStyles();
  const shown: ReactElement[] = [];
  for (const [i, cell] of cells.entries()) {
    if (cell.columnIndex0 > lastColumn0) break;
    const text = formatCell(cell);
    if (text.kind === "blank") continue;
    const end = text.kind === "text" ? endOfText(cells, i, layout) : cell.columnIndex0;
    if (end < firstColumn0) continue;
    shown.push(drawCell(cell, text, end, layout, styles));
  }
  return (
    <div className={styles.row} style={{ top: layout.rowTop(rowIndex0) }} role="row" aria-rowindex={rowIndex0 + 1}>
      {shown}
    </div>
  );
});

/** The last column a text may run over: up to the next cell that holds something. */
function endOfText(cells: readonly Cell[], i: number, layout: GridLayout): number {
  const next = cells.slice(i + 1).find((cell) => cell.value !== null && cell.value !== "");
  return Math.min(next === undefined ? layout.columnCount - 1 : next.columnIndex0 - 1, cells[i]!.columnIndex0 + 12);
}

function drawCell(
  cell: Cell,
  text: CellText,
  endColumn0: number,
  layout: GridLayout,
  styles: ReturnType<typeof useStyles>,
): ReactElement {
  const left = layout.columnStarts[cell.columnIndex0] ?? 0;
  const own = layout.columnWidths[cell.columnIndex0] ?? 0;
  const room = (layout.columnStarts[endColumn0] ?? left) + (layout.columnWidths[endColumn0] ?? own) - left;
  // Text keeps its own column's grid line unless it is too long for the column.
  const indent = text.kind === "text" ? (cell.indent ?? 0) * indentPx : 0;
  const needed =
    text.kind === "text" ? measureTextPx(text.leftEdge + text.text, cell.bold === true) + 14 + indent : own;
  const width = own === 0 ? 0 : Math.max(own, Math.min(room, needed));
  const colour = text.colour === "red" || text.colour === "blue" || text.colour === "green" ? text.colour : null;
  return (
    <div
      key={cell.columnIndex0}
      role="gridcell"
      aria-colindex={cell.columnIndex0 + 1}
      data-address={formatAddress(cell.rowIndex0, cell.columnIndex0)}
      className={mergeClasses(
        styles.cell,
        text.kind === "text" && styles.text,
        (text.kind === "boolean" || text.kind === "error") && styles.centred,
        cell.bold === true && styles.bold,
        colour !== null && styles[colour],
        text.kind === "error" && styles.wrong,
      )}
      style={{ left, width: width - 1, paddingLeft: 6 + indent }}
    >
      {text.kind === "number" && <span>{text.leftEdge}</span>}
      <span>{text.kind === "text" ? text.leftEdge + text.text : text.text}</span>
    </div>
  );
}
