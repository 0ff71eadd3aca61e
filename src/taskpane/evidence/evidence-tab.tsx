import { makeStyles, tokens } from "@fluentui/react-components";
import { type IsoDate } from "../../contracts/dates";
import { type Citation } from "../../contracts/evidence";
import { ChangesView } from "../changes/changes-view";
import { CitationChip } from "../text/citation-chip";
import { filingFace } from "../shell/themes";
import { describeAge } from "./describe-age";
import { type OpenedView, wayBackTo } from "./opened-view";
import { PassageView } from "./passage-view";
import { useEscape } from "./use-escape";
import { type PassageScore } from "./why-passage";

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
  covered: { display: "none" },
});

interface EvidenceTabProps {
  readonly opened: readonly OpenedView[];
  readonly used: readonly Citation[];
  readonly asOf: IsoDate;
  /** How a passage was found; null where no search of this session found it. */
  readonly scoreOf: (passageId: string) => PassageScore | null;
  readonly isShown: boolean;
  readonly backLabel: string;
  readonly onBack: () => void;
}

/** The open passage or comparison, or every passage this session relied on. */
export function EvidenceTab(props: EvidenceTabProps) {
  const styles = useStyles();
  const { opened } = props;
  useEscape(props.isShown && opened.length > 0 ? props.onBack : null);
  if (opened.length === 0) return <UsedEvidence used={props.used} asOf={props.asOf} />;
  // What lies below stays as it was left: its filters, what was loaded, the place in it.
  return opened.map((view, position) => {
    const below = opened[position - 1];
    return (
      <div key={view.id} className={position === opened.length - 1 ? undefined : styles.covered}>
        <Opened {...props} view={view} backLabel={below === undefined ? props.backLabel : wayBackTo(below)} />
      </div>
    );
  });
}

function Opened({ view, asOf, scoreOf, backLabel, onBack }: EvidenceTabProps & { view: OpenedView }) {
  return view.kind === "passage" ? (
    <PassageView
      citation={view.citation}
      asOf={asOf}
      score={scoreOf(view.citation.passageId)}
      backLabel={backLabel}
      onBack={onBack}
    />
  ) : (
    <ChangesView document={view.document} item={view.item} asOf={asOf} backLabel={backLabel} onBack={onBack} />
  );
}

function UsedEvidence({ used, asOf }: { used: readonly Citation[]; asOf: IsoDate }) {
  const styles = useStyles();
  if (used.length === 0) {
    return <p className={styles.hint}>Passages that a comment or an answer relies on will be listed here.</p>;
  }
  return (
    <ol className={styles.list} aria-label="Evidence used so far">
      {used.map((citation) => (
        <li key={citation.passageId} className={styles.entry}>
          <p className={styles.source}>
            {[
              citation.document.company ?? citation.document.title,
              citation.document.fictional ? "made-up sample company" : null,
              describeAge(citation.document.filed, asOf) ?? "filing date unknown",
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
