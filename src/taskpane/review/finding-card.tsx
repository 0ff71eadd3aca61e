import { mergeClasses, ToggleButton } from "@fluentui/react-components";
import { memo, useId, useState } from "react";
import { type Disposition, type Finding } from "../../contracts/finding";
import { CitationChips } from "../text/citation-chip";
import { InlineButton } from "../text/inline-button";
import { PlaceLink } from "../text/place-link";
import { RichTextView } from "../text/rich-text-view";
import { useFindingCardStyles } from "./finding-card.styles";
import { type ListedFinding } from "./list-findings";
import { SeverityMark } from "./severity-mark";

const choices: readonly { disposition: Disposition; words: string }[] = [
  { disposition: "not-interesting", words: "Not interesting" },
  { disposition: "considering", words: "Considering" },
  { disposition: "done", words: "Done" },
];

const mostPlacesShown = 4;

/** One margin note. */
export const FindingCard = memo(function FindingCard(props: {
  listed: ListedFinding;
  disposition: Disposition;
  isOutdated: boolean;
  isStale: boolean;
  onDisposition: (finding: Finding, disposition: Disposition) => void;
}) {
  const { listed, disposition, isStale } = props;
  const { finding } = listed;
  const styles = useFindingCardStyles();
  const titleId = useId();
  const isSetAside = disposition === "not-interesting" || disposition === "done";
  return (
    <li
      data-testid="finding"
      data-severity={finding.severity}
      aria-labelledby={titleId}
      className={mergeClasses(styles.card, styles[finding.severity], isSetAside && styles.setAside)}
    >
      <div className={styles.meta}>
        <SeverityMark severity={finding.severity} />
        <Places finding={finding} />
        {listed.source === "filings" && <span>from the filings</span>}
        {isStale && <span>may be stale</span>}
        {props.isOutdated && <span>changed since you marked it</span>}
      </div>
      <h3 id={titleId} data-testid="finding-title" className={styles.title}>
        {finding.title}
      </h3>
      <p className={styles.comment}>
        <RichTextView text={finding.comment} citations={finding.citations} />
      </p>
      <ConsequenceLine finding={finding} />
      {finding.citations.length > 0 && (
        <div className={styles.sources}>
          <CitationChips citations={finding.citations} label="Sources" />
        </div>
      )}
      {listed.readBeside.length > 0 && (
        <div className={styles.sources}>
          <span className={styles.sourcesLabel}>Read beside it:</span>
          <CitationChips citations={listed.readBeside} label="Passages on the same row" />
        </div>
      )}
      <div role="group" aria-label="What you make of it" className={styles.dispositions}>
        {choices.map(({ disposition: choice, words }) => {
          const isChosen = disposition === choice;
          return (
            <ToggleButton
              key={choice}
              size="small"
              appearance="transparent"
              checked={isChosen}
              className={mergeClasses(styles.disposition, isChosen && styles.chosen)}
              onClick={() => props.onDisposition(finding, isChosen ? "open" : choice)}
            >
              {words}
            </ToggleButton>
          );
        })}
      </div>
    </li>
  );
});

/** Where it is. A slip copied down a hundred rows, or over ten sheets, names a few and gives the rest on request. */
function Places({ finding }: { finding: Finding }) {
  const styles = useFindingCardStyles();
  const [showsAll, setShowsAll] = useState(false);
  const places = placesOf(finding);
  const shown = showsAll ? places : places.slice(0, mostPlacesShown);
  const rest = places.length - shown.length;
  return (
    <>
      {shown.map((place) => (
        <PlaceLink key={`${place.sheet}!${place.range}`} {...place} />
      ))}
      {rest > 0 && (
        <InlineButton className={styles.morePlaces} onActivate={() => setShowsAll(true)}>
          and {rest} more
        </InlineButton>
      )}
    </>
  );
}

function placesOf({ sheet, cells, alsoAt = [] }: Finding): { sheet: string; range: string; shown: string }[] {
  const own = cells.map((range, position) => ({ sheet, range, shown: position === 0 ? `${sheet}!${range}` : range }));
  const copies = alsoAt.map((copy) => ({
    sheet: copy.sheet,
    range: copy.cells,
    shown: `${copy.sheet}!${copy.cells}`,
  }));
  return [...own, ...copies];
}

function ConsequenceLine({ finding }: { finding: Finding }) {
  const styles = useFindingCardStyles();
  const { outputs, dependents } = finding.consequence;
  if (outputs.length === 0 && dependents === 0) return null;
  return (
    <p className={styles.moves}>
      {outputs.length > 0 && "moves: "}
      {outputs.map((output, position) => (
        <span key={`${output.sheet}!${output.address}`}>
          {position > 0 && ", "}
          <PlaceLink sheet={output.sheet} range={output.address} shown={output.label} />
        </span>
      ))}
      {outputs.length > 0 && dependents > 0 && " · "}
      {dependents > 0 && `${dependents} ${dependents === 1 ? "formula depends" : "formulas depend"} on it`}
    </p>
  );
}
