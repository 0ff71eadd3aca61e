import { makeStyles, tokens } from "@fluentui/react-components";
import { TextQuoteOpeningRegular } from "@fluentui/react-icons/svg/text-quote-opening";
import { type Citation } from "../../contracts/evidence";
import { usePaneActions } from "../shell/pane-actions";
import { fullDocumentName, placeInDocument, shortDocumentName } from "./citation-name";

const useStyles = makeStyles({
  row: { display: "flex", flexWrap: "wrap", gap: "4px 6px", margin: 0, padding: 0, listStyleType: "none" },
  chip: {
    display: "inline-flex",
    alignItems: "center",
    gap: "4px",
    maxWidth: "100%",
    minHeight: "22px",
    padding: "1px 8px 1px 6px",
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground2,
    fontFamily: "inherit",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    fontVariantNumeric: "tabular-nums",
    textAlign: "start",
    cursor: "pointer",
    ":hover": { border: `1px solid ${tokens.colorBrandStroke1}`, color: tokens.colorNeutralForeground1 },
    ":focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: "1px" },
  },
  icon: { flexShrink: 0, color: tokens.colorBrandForeground1 },
});

/** A source one click away. */
export function CitationChip({ citation }: { citation: Citation }) {
  const styles = useStyles();
  const actions = usePaneActions();
  const place = placeInDocument(citation);
  return (
    <button
      type="button"
      data-testid="citation"
      title={`${fullDocumentName(citation.document)}\n“${citation.quote.slice(0, 300)}”`}
      className={styles.chip}
      onClick={() => actions.openCitation(citation)}
    >
      <TextQuoteOpeningRegular className={styles.icon} aria-hidden />
      <span>{[shortDocumentName(citation.document), place].filter((word) => word !== "").join(" · ")}</span>
    </button>
  );
}

export function CitationChips({ citations, label }: { citations: readonly Citation[]; label: string }) {
  const styles = useStyles();
  if (citations.length === 0) return null;
  return (
    <ul className={styles.row} aria-label={label}>
      {citations.map((citation, position) => (
        <li key={`${citation.passageId}/${citation.start}/${position}`}>
          <CitationChip citation={citation} />
        </li>
      ))}
    </ul>
  );
}
