import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from "@fluentui/react-components";
import { DismissRegular } from "@fluentui/react-icons/svg/dismiss";
import { type SentEntry, type SentOutcome } from "../service/sent-log";

const useStyles = makeStyles({
  drawer: { height: "80%", maxHeight: "80%" },
  intro: { margin: "0 0 8px", fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground3 },
  list: { margin: 0, padding: 0, listStyleType: "none", fontSize: tokens.fontSizeBase200 },
  entry: { padding: "6px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: "anywhere" },
  line: { display: "flex", flexWrap: "wrap", gap: "0 10px", fontVariantNumeric: "tabular-nums" },
  endpoint: { fontWeight: tokens.fontWeightSemibold },
  quiet: { color: tokens.colorNeutralForeground3 },
  summary: {
    cursor: "pointer",
    color: tokens.colorNeutralForeground2,
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "2px" },
  },
  body: {
    maxHeight: "260px",
    overflow: "auto",
    margin: "4px 0 0",
    padding: "6px 8px",
    backgroundColor: tokens.colorNeutralBackground3,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: "11px",
    lineHeight: "16px",
    whiteSpace: "pre-wrap",
    overflowWrap: "anywhere",
  },
});

const count = new Intl.NumberFormat("en-US");

/** Every request this pane made, byte for byte. */
export function SentLogDrawer(props: { isOpen: boolean; onClose: () => void; entries: readonly SentEntry[] }) {
  const styles = useStyles();
  return (
    <OverlayDrawer
      open={props.isOpen}
      position="bottom"
      className={styles.drawer}
      onOpenChange={(_, { open }) => !open && props.onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button appearance="subtle" aria-label="Close" icon={<DismissRegular />} onClick={() => props.onClose()} />
          }
        >
          What was sent
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody data-testid="sent-log">
        <p className={styles.intro}>
          Every request of this session from the pane to its own service, newest first, exactly as it left. The list is
          forgotten when the pane closes. What the service sends to a language model stands with each answer.
        </p>
        <ol className={styles.list}>
          {props.entries.map((entry) => (
            <li key={entry.id} className={styles.entry} data-testid="sent-entry">
              <div className={styles.line}>
                <span className={styles.quiet}>{entry.at.toLocaleTimeString("en-GB")}</span>
                <span className={styles.endpoint}>
                  {entry.method} {entry.endpoint}
                </span>
                <span className={styles.quiet}>{count.format(entry.bytes)} bytes</span>
                <span className={styles.quiet}>{describeOutcome(entry.outcome)}</span>
              </div>
              {entry.body !== null && (
                <details>
                  <summary className={styles.summary}>exact body</summary>
                  <pre className={styles.body} tabIndex={0}>
                    {entry.body}
                  </pre>
                </details>
              )}
            </li>
          ))}
        </ol>
        {props.entries.length === 0 && <p className={styles.intro}>Nothing was sent.</p>}
      </DrawerBody>
    </OverlayDrawer>
  );
}

function describeOutcome(outcome: SentOutcome): string {
  switch (outcome.kind) {
    case "sending":
      return "under way";
    case "answered":
      return `status ${outcome.status}`;
    case "unreachable":
      return "not reached";
    case "cancelled":
      return "stopped";
  }
}
