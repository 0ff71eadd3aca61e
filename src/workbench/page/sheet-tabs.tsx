import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { EyeOffRegular } from "@fluentui/react-icons";
import { type ReactElement, useEffect, useRef } from "react";
import { type WorkbookSnapshot } from "../../contracts/workbook-snapshot";
import { type GridSelection, rangeOfSelection } from "./grid-selection";
import { type SheetIndex } from "./sheet-index";
import { summariseRange } from "./summarise-range";

const useStyles = makeStyles({
  bar: {
    display: "flex",
    flex: "none",
    alignItems: "stretch",
    height: "30px",
    backgroundColor: tokens.colorNeutralBackground3,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    fontSize: tokens.fontSizeBase200,
  },
  tabs: { display: "flex", flex: "1 1 0", minWidth: 0, overflowX: "auto", scrollbarWidth: "none" },
  tab: {
    display: "inline-flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    flex: "none",
    border: "none",
    padding: `0 ${tokens.spacingHorizontalM}`,
    backgroundColor: "transparent",
    color: tokens.colorNeutralForeground2,
    font: "inherit",
    cursor: "pointer",
    ":hover": { backgroundColor: tokens.colorNeutralBackground3Hover },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "-2px" },
  },
  shown: {
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorBrandForeground1,
    fontWeight: tokens.fontWeightSemibold,
    boxShadow: `inset 0 -2px ${tokens.colorBrandStroke1}`,
  },
  hidden: { fontStyle: "italic", color: tokens.colorNeutralForeground3 },
  summary: {
    display: "flex",
    flex: "none",
    alignItems: "center",
    gap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: "tabular-nums",
  },
});

interface SheetTabsProps {
  readonly workbook: WorkbookSnapshot;
  readonly sheet: string;
  readonly index: SheetIndex | null;
  readonly selection: GridSelection;
  readonly onShow: (sheet: string) => void;
}

/** The sheets; hidden ones are marked rather than left out, since a comment may point into them. */
export function SheetTabs({ workbook, sheet, index, selection, onShow }: SheetTabsProps): ReactElement {
  const styles = useStyles();
  const shown = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    shown.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [sheet]);
  const summary = index === null ? null : summariseRange(index, rangeOfSelection(selection));
  return (
    <footer className={styles.bar}>
      <div className={styles.tabs} role="tablist" aria-label="Sheets">
        {workbook.sheets.map(({ name, visibility }) => {
          const isShown = name === sheet;
          const isHidden = visibility !== "visible";
          return (
            <button
              key={name}
              ref={isShown ? shown : null}
              type="button"
              role="tab"
              aria-selected={isShown}
              data-testid="sheet-tab"
              className={mergeClasses(styles.tab, isHidden && styles.hidden, isShown && styles.shown)}
              title={isHidden ? `${name} is hidden in this workbook` : name}
              onClick={() => onShow(name)}
            >
              {isHidden && <EyeOffRegular aria-label="Hidden sheet" />}
              {name}
            </button>
          );
        })}
      </div>
      {summary !== null && (
        <div className={styles.summary}>
          <span>Average: {summary.average}</span>
          <span>Count: {summary.count}</span>
          <span>Sum: {summary.sum}</span>
        </div>
      )}
    </footer>
  );
}
