import { Button, makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { type ReactNode, useEffect, useRef } from "react";
import { UnbrokenDates } from "../text/unbroken-dates";

const useStyles = makeStyles({
  head: {
    position: "sticky",
    // The panel's own padding: nothing may show between the tabs and the head.
    top: "-8px",
    zIndex: 1,
    margin: "-8px -16px 6px",
    padding: "4px 16px 5px",
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  bar: { display: "flex", alignItems: "center", justifyContent: "space-between", marginInlineStart: "-8px" },
  title: {
    margin: "1px 0 0",
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    fontWeight: tokens.fontWeightSemibold,
    overflowWrap: "anywhere",
    outlineStyle: "none",
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  line: {
    margin: 0,
    overflow: "hidden",
    textOverflow: "ellipsis",
    whiteSpace: "nowrap",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: "tabular-nums",
  },
  source: { whiteSpace: "normal" },
});

/** What a reader looks at and where it stands, in sight however far they read; and the way back. */
export function ViewHead(props: {
  titleId: string;
  title: string;
  /** Which filing; wraps. */
  source: string;
  /** Where in it; cut at the end of its line, whole on pointing at it. */
  place: string;
  backLabel: string;
  onBack: () => void;
  children?: ReactNode;
}) {
  const styles = useStyles();
  const title = useRef<HTMLHeadingElement>(null);
  // The reader asked for this: the keyboard should stand on it, not on the button left behind.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <header className={styles.head} data-testid="view-head">
      <div className={styles.bar}>
        <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={props.onBack}>
          {props.backLabel}
        </Button>
        {props.children}
      </div>
      <h2 id={props.titleId} ref={title} tabIndex={-1} className={styles.title}>
        {props.title}
      </h2>
      <p className={mergeClasses(styles.line, styles.source)}>
        <UnbrokenDates words={props.source} />
      </p>
      {props.place !== "" && (
        <p className={styles.line} title={props.place}>
          {props.place}
        </p>
      )}
    </header>
  );
}
