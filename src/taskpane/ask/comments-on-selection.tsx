import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import { type SelectionRead } from "../../contracts/workbook-host";
import { commentsOn, type ListedFinding } from "../review/list-findings";
import { CitationChips } from "../text/citation-chip";
import { RichTextView } from "../text/rich-text-view";
import { useAskTabStyles } from "./ask-tab.styles";

const useStyles = makeStyles({
  box: { marginBottom: "6px", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  summary: { fontWeight: tokens.fontWeightSemibold },
  list: { maxHeight: "220px", overflowY: "auto", margin: "4px 0 0", padding: 0, listStyleType: "none" },
  entry: { padding: "4px 0", borderTop: `1px solid ${tokens.colorNeutralStroke3}`, overflowWrap: "anywhere" },
  title: { fontWeight: tokens.fontWeightSemibold },
});

/** Whoever asks what is wrong with a cell should first see what the review has said of it already. */
export function CommentsOnSelection(props: { read: SelectionRead | null; listed: readonly ListedFinding[] }) {
  const styles = useStyles();
  const ask = useAskTabStyles();
  const comments = props.read === null ? [] : commentsOn(props.listed, props.read);
  if (comments.length === 0) return null;
  return (
    <details className={styles.box} data-testid="comments-on-selection">
      <summary className={mergeClasses(ask.summary, styles.summary)}>
        {comments.length === 1 ? "1 comment of the review" : `${comments.length} comments of the review`} on these cells
      </summary>
      <ul className={styles.list}>
        {comments.map(({ finding }) => (
          <li key={finding.id} className={styles.entry}>
            <span className={styles.title}>{finding.title}</span>
            <br />
            <RichTextView text={finding.comment} citations={finding.citations} />
            <CitationChips citations={finding.citations} label="Sources" />
          </li>
        ))}
      </ul>
    </details>
  );
}
