import { makeStyles, Text, tokens } from "@fluentui/react-components";
import { type ReactElement } from "react";

const useStyles = makeStyles({
  sheet: {
    position: "fixed",
    inset: 0,
    zIndex: 1000,
    display: "flex",
    alignItems: "center",
    justifyContent: "center",
    backgroundColor: tokens.colorBackgroundOverlay,
  },
  label: {
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXXXL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    pointerEvents: "none",
  },
});

/** Covers the page while a file is dragged over it, the pane too, so that the drop lands here. */
export function DropSheet(): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.sheet} data-testid="drop-sheet">
      <Text size={400} weight="semibold" className={styles.label}>
        Drop a workbook to open it here
      </Text>
    </div>
  );
}
