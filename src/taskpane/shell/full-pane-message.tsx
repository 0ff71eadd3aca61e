import { makeStyles, tokens } from "@fluentui/react-components";
import { ShieldErrorRegular } from "@fluentui/react-icons/svg/shield-error";
import { type ReactNode } from "react";

const useStyles = makeStyles({
  message: { padding: "24px 20px", maxWidth: "60ch", lineHeight: tokens.lineHeightBase400 },
  icon: { fontSize: "28px", color: tokens.colorStatusWarningForeground1 },
  title: { margin: "8px 0", fontSize: tokens.fontSizeBase400, fontWeight: tokens.fontWeightSemibold },
  words: { margin: "0 0 12px", color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
});

/** The pane when there is nothing else it may show. */
export function FullPaneMessage(props: { title: string; words: string; children?: ReactNode }) {
  const styles = useStyles();
  return (
    <main className={styles.message} role="alert" data-testid="full-pane-message">
      <ShieldErrorRegular className={styles.icon} aria-hidden />
      <h1 className={styles.title}>{props.title}</h1>
      <p className={styles.words}>{props.words}</p>
      {props.children}
    </main>
  );
}
