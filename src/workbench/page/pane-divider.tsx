import { makeStyles, tokens } from "@fluentui/react-components";
import { type KeyboardEvent, type PointerEvent, type ReactElement, useRef } from "react";
import { narrowestPanePx, widestPanePx } from "./use-preferences";

const useStyles = makeStyles({
  divider: {
    flex: "none",
    width: "5px",
    cursor: "col-resize",
    touchAction: "none",
    backgroundColor: tokens.colorNeutralBackground3,
    borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
    boxSizing: "border-box",
    ":hover": { backgroundColor: tokens.colorBrandBackground2 },
    ":focus-visible": { backgroundColor: tokens.colorBrandBackground2, outline: "none" },
  },
});

const stepPx = 20;

interface PaneDividerProps {
  readonly widthPx: number;
  readonly onResize: (widthPx: number) => void;
  /** While dragging the pane must not swallow the pointer. */
  readonly onDragging: (dragging: boolean) => void;
}

/** Makes the pane wider or narrower, by pointer or arrow keys. */
export function PaneDivider({ widthPx, onResize, onDragging }: PaneDividerProps): ReactElement {
  const styles = useStyles();
  const start = useRef<{ x: number; widthPx: number } | null>(null);
  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    start.current = { x: event.clientX, widthPx };
    event.currentTarget.setPointerCapture(event.pointerId);
    onDragging(true);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (start.current !== null) onResize(start.current.widthPx + start.current.x - event.clientX);
  };
  const stop = () => {
    start.current = null;
    onDragging(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowLeft") onResize(widthPx + stepPx);
    if (event.key === "ArrowRight") onResize(widthPx - stepPx);
  };
  return (
    <div
      className={styles.divider}
      role="separator"
      tabIndex={0}
      data-testid="pane-divider"
      aria-label="Width of the pane"
      aria-orientation="vertical"
      aria-valuenow={widthPx}
      aria-valuemin={narrowestPanePx}
      aria-valuemax={widestPanePx}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={stop}
      onPointerCancel={stop}
      onKeyDown={onKeyDown}
    />
  );
}
