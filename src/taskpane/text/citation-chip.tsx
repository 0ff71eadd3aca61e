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

const longestHead = 28;

function placeOf(citation: Citation): string {
  const read = citation.readFromTable === true ? "read, not tagged" : "";
  return [shortDocumentName(citation.document), placeInDocument(citation), read]
    .filter((word) => word !== "")
    .join(" · ");
}

/** The first words of a quote, of a table's row its label: what tells two quotes of one page apart. */
function headOf(quote: string): string {
  const head = (quote.split(/[|\n\t]/)[0] ?? "").trim();
  return head.length > longestHead ? `${head.slice(0, longestHead).trimEnd()}…` : head;
}

/** A source one click away. */
export function CitationChip({ citation, namesQuote = false }: { citation: Citation; namesQuote?: boolean }) {
  const styles = useStyles();
  const actions = usePaneActions();
  return (
    <button
      type="button"
      data-testid="citation"
      title={`${fullDocumentName(citation.document)}\n“${citation.quote.slice(0, 300)}”`}
      className={styles.chip}
      onClick={() => actions.openCitation(citation)}
    >
      <TextQuoteOpeningRegular className={styles.icon} aria-hidden />
      <span>
        {[placeOf(citation), namesQuote ? headOf(citation.quote) : ""].filter((word) => word !== "").join(" · ")}
      </span>
    </button>
  );
}

export function CitationChips({ citations, label }: { citations: readonly Citation[]; label: string }) {
  const styles = useStyles();
  if (citations.length === 0) return null;
  const places = citations.map(placeOf);
  return (
    <ul className={styles.row} aria-label={label}>
      {citations.map((citation, position) => (
        <li key={`${citation.passageId}/${citation.start}/${position}`}>
          <CitationChip
            citation={citation}
            namesQuote={places.indexOf(placeOf(citation)) !== places.lastIndexOf(placeOf(citation))}
          />
        </li>
      ))}
    </ul>
  );
}
