import { makeStyles, tokens } from "@fluentui/react-components";
import { type ReactElement } from "react";

const useStyles = makeStyles({
  frame: {
    flex: "none",
    border: "none",
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    boxSizing: "border-box",
    backgroundColor: tokens.colorNeutralBackground1,
  },
});

interface PaneFrameProps {
  /** With what office.js needs to find its host. */
  readonly url: string;
  /** 0: no workbook yet. A new one makes a new frame: the pane starts again, as beside a newly opened workbook. */
  readonly generation: number;
  readonly widthPx: number;
  readonly inert: boolean;
  readonly theme: "light" | "dark";
  readonly onWindow: (paneWindow: Window | null) => void;
}

/** The pane as Excel would show it: a page of its own, under the unmodified office.js. */
export function PaneFrame({ url, generation, widthPx, inert, theme, onWindow }: PaneFrameProps): ReactElement {
  const styles = useStyles();
  const style = { width: widthPx, pointerEvents: inert ? "none" : "auto", colorScheme: theme } as const;
  if (generation === 0) return <div className={styles.frame} style={style} />;
  return (
    <iframe
      key={generation}
      className={styles.frame}
      style={style}
      title="Marginalia"
      data-testid="pane"
      src={url}
      onLoad={({ currentTarget: frame }) => {
        // A frame that failed to load shows the browser's own page, which may not be touched.
        onWindow(frame.contentDocument === null ? null : frame.contentWindow);
      }}
    />
  );
}
