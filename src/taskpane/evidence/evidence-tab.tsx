import { makeStyles, tokens } from "@fluentui/react-components";
import { type IsoDate } from "../../contracts/dates";
import { type Citation } from "../../contracts/evidence";
import { CitationChip } from "../text/citation-chip";
import { filingFace } from "../shell/themes";
import { describeAge } from "./describe-age";
import { PassageView } from "./passage-view";

const useStyles = makeStyles({
  hint: { color: tokens.colorNeutralForeground3, lineHeight: tokens.lineHeightBase400 },
  list: { margin: 0, padding: 0, listStyleType: "none" },
  entry: { padding: "10px 0", borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  source: {
    margin: "0 0 4px",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
  quote: {
    display: "-webkit-box",
    margin: "4px 0 0",
    overflow: "hidden",
    WebkitBoxOrient: "vertical",
    WebkitLineClamp: "3",
    fontFamily: filingFace,
    fontSize: "13px",
    lineHeight: "19px",
    color: tokens.colorNeutralForeground2,
    overflowWrap: "anywhere",
  },
});

export interface OpenedCitation {
  readonly citation: Citation;
  /** Another opening of the same citation is another opening. */
  readonly id: number;
}

/** The open passage, or every passage this session relied on. */
export function EvidenceTab(props: {
  opened: OpenedCitation | null;
  used: readonly Citation[];
  asOf: IsoDate;
  backLabel: string;
  onBack: () => void;
}) {
  const styles = useStyles();
  if (props.opened !== null) {
    return (
      <PassageView
        key={props.opened.id}
        citation={props.opened.citation}
        asOf={props.asOf}
        backLabel={props.backLabel}
        onBack={props.onBack}
      />
    );
  }
  if (props.used.length === 0) {
    return <p className={styles.hint}>Passages that a comment or an answer relies on will be listed here.</p>;
  }
  return (
    <ol className={styles.list} aria-label="Evidence used so far">
      {props.used.map((citation) => (
        <li key={citation.passageId} className={styles.entry}>
          <p className={styles.source}>
            {[
              citation.document.company ?? citation.document.title,
              citation.document.fictional ? "made-up sample company" : null,
              describeAge(citation.document.filed, props.asOf) ?? "filing date unknown",
              citation.readFromTable === true ? "read from the table, not tagged" : null,
            ]
              .filter((word) => word !== null)
              .join(" · ")}
          </p>
          <CitationChip citation={citation} />
          <blockquote className={styles.quote}>{citation.quote}</blockquote>
        </li>
      ))}
    </ol>
  );
}
