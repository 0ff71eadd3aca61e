import { mergeClasses } from "@fluentui/react-components";
import { useState } from "react";
import { type Citation } from "../../contracts/evidence";
import { type FilingChanges, type UnitChange } from "../../contracts/filing-changes";
import { usePaneActions } from "../shell/pane-actions";
import { InlineButton } from "../text/inline-button";
import { useChangesStyles } from "./changes-view.styles";

const mostAtFirst = 6;
const unitWords: Record<UnitChange["kind"], string> = {
  new: "new",
  dropped: "dropped",
  reworded: "reworded",
  changed: "changed",
};

/** What is new or gone as a whole comes before single sentences; a click opens it in its filing. */
export function HeadingChanges({ found }: { found: FilingChanges }) {
  const styles = useChangesStyles();
  const actions = usePaneActions();
  const [showsAll, setShowsAll] = useState(false);
  const whole = found.units.filter(({ kind }) => kind !== "changed");
  if (whole.length === 0) return null;
  // One more line is no longer than the words that hide it.
  const shown = showsAll || whole.length <= mostAtFirst + 1 ? whole : whole.slice(0, mostAtFirst);
  const rest = whole.length - shown.length;
  return (
    <>
      <h3 className={styles.subhead}>Headings</h3>
      <ul className={styles.units}>
        {shown.map((unit, position) => (
          <li key={position} className={styles.unit} data-testid="unit-change">
            <span className={mergeClasses(styles.kind, unit.kind === "new" && styles.isNew)}>
              {unitWords[unit.kind]}
            </span>
            <InlineButton
              title={unit.kind === "dropped" ? "Open it in the earlier filing" : "Open it in the filing"}
              onActivate={() => actions.openCitation(citationOfUnit(unit, found))}
            >
              {unit.kind === "dropped" ? <del className={styles.deleted}>{unit.heading}</del> : unit.heading}
            </InlineButton>
          </li>
        ))}
      </ul>
      {rest > 0 && (
        <InlineButton className={styles.more} onActivate={() => setShowsAll(true)}>
          and {rest} more headings
        </InlineButton>
      )}
    </>
  );
}

function citationOfUnit({ kind, heading, passageId }: UnitChange, found: FilingChanges): Citation {
  const { part, item } = found;
  const document = kind === "dropped" ? found.earlier : found.later;
  return { passageId, document, part, item, page: null, quote: heading, start: 0, end: heading.length };
}
