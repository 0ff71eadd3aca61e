import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement } from "react";
import { type Cell } from "../../contracts/workbook-snapshot";
import { formatRange } from "../../workbook/address";
import { formatCell } from "./cell-format/format-cell";
import { type GridSelection, rangeOfSelection } from "./grid-selection";
import { cellAt, type SheetIndex } from "./sheet-index";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flex: "none",
    alignItems: "stretch",
    height: "28px",
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: "26px",
  },
  name: {
    width: "128px",
    flex: "none",
    padding: `0 ${tokens.spacingHorizontalS}`,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    borderRight: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  sign: {
    flex: "none",
    padding: `0 ${tokens.spacingHorizontalS}`,
    fontStyle: "italic",
    fontFamily: "Cambria, Georgia, serif",
    color: tokens.colorNeutralForeground3,
  },
  content: {
    flex: "1 1 0",
    overflow: "hidden",
    whiteSpace: "pre",
    textOverflow: "ellipsis",
    fontFamily: tokens.fontFamilyMonospace,
    userSelect: "text",
  },
});

interface FormulaBarProps {
  readonly index: SheetIndex | null;
  readonly selection: GridSelection;
}

/** The selected place and what its first cell holds: its formula, or its value without the format. */
export function FormulaBar({ index, selection }: FormulaBarProps): ReactElement {
  const styles = useStyles();
  const { rowIndex0, columnIndex0 } = selection.anchor;
  const cell = index === null ? null : cellAt(index, rowIndex0, columnIndex0);
  const content = cell === null ? "" : contentOf(cell);
  return (
    <div className={styles.bar}>
      <output className={styles.name} data-testid="name-box" aria-label="Selected range">
        {index === null ? "" : formatRange(rangeOfSelection(selection))}
      </output>
      <span className={styles.sign} aria-hidden>
        fx
      </span>
      <output className={styles.content} data-testid="formula-bar" aria-label="Formula" title={content}>
        {content}
      </output>
    </div>
  );
}

function contentOf(cell: Cell): string {
  if (cell.formula !== null) return cell.formula;
  return typeof cell.value === "number" ? String(cell.value) : formatCell(cell).text;
}
