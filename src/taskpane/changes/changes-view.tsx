import { Button, mergeClasses, ToggleButton } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { useEffect, useRef, useState } from "react";
import { type IsoDate } from "../../contracts/dates";
import { type DocumentRef } from "../../contracts/document";
import { type FilingChanges, type UnitChange } from "../../contracts/filing-changes";
import { shortDocumentName } from "../text/citation-name";
import { useChangesStyles } from "./changes-view.styles";
import { changeFilters, type ChangeFilter, changeWords, countOf, isShown, shownAtFirst } from "./list-changes";
import { SentenceChangeView } from "./sentence-change-view";
import { useFilingChanges } from "./use-filing-changes";

/** So many at first: a report that was written anew has hundreds. */
const firstPortion = 40;
const unitWords: Record<UnitChange["kind"], string> = {
  new: "new",
  dropped: "dropped",
  reworded: "heading reworded",
  changed: "changed",
};

/** What an item of a filing says otherwise than the year before. */
export function ChangesView(props: { document: DocumentRef; item: string; asOf: IsoDate; onBack: () => void }) {
  const styles = useChangesStyles();
  const state = useFilingChanges(props.document.id, props.item, props.asOf);
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => title.current?.focus({ preventScroll: true }), []);
  return (
    <article data-testid="changes-view" aria-labelledby="changes-title">
      <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={props.onBack}>
        Back to the passage
      </Button>
      <h2 id="changes-title" ref={title} tabIndex={-1} className={styles.title}>
        What changed in Item {props.item}
      </h2>
      <p className={styles.source}>{props.document.company ?? props.document.title}</p>
      {state.kind === "comparing" && (
        <p className={styles.remark} role="status">
          Comparing with the filing of the year before…
        </p>
      )}
      {state.kind === "unavailable" && (
        <p className={styles.warning} role="status">
          {state.why}
        </p>
      )}
      {state.kind === "compared" && <Compared found={state.changes} />}
    </article>
  );
}

function Compared({ found }: { found: FilingChanges }) {
  const styles = useChangesStyles();
  const [chosen, setChosen] = useState<ReadonlySet<ChangeFilter>>(() => new Set(shownAtFirst(found)));
  const [portion, setPortion] = useState(firstPortion);
  const listed = found.changes.filter((change) => isShown(change, chosen));
  const toggle = (filter: ChangeFilter): void => {
    const next = new Set(chosen);
    if (!next.delete(filter)) next.add(filter);
    setChosen(next);
  };
  const { counts, similarity } = found;
  return (
    <>
      <p className={styles.source}>
        {shortDocumentName(found.later)} against {shortDocumentName(found.earlier)}
      </p>
      <p className={styles.source}>
        {counts.unchanged} of {counts.later} sentences unchanged; {Math.round(similarity.jaccard * 100)} % of all
        different sentences stand in both
      </p>
      {found.unusual !== null && (
        <p className={styles.unusual} data-testid="unusual-change">
          {found.unusual}
        </p>
      )}
      <Units units={found.units} />
      <div className={styles.filters} role="group" aria-label="Which changes to list">
        {changeFilters.map((filter) => (
          <ToggleButton
            key={filter}
            size="small"
            className={styles.filter}
            checked={chosen.has(filter)}
            disabled={countOf(found, filter) === 0}
            onClick={() => toggle(filter)}
          >
            {countOf(found, filter)} {changeWords[filter]}
          </ToggleButton>
        ))}
      </div>
      <ol className={styles.list} aria-label="Sentences that changed">
        {listed.slice(0, portion).map((change, position) => (
          <SentenceChangeView key={position} change={change} found={found} />
        ))}
      </ol>
      {listed.length === 0 && (
        <p className={styles.remark} role="status">
          {whyNothingListed(found)}
        </p>
      )}
      {listed.length > portion && (
        <Button size="small" onClick={() => setPortion(portion + firstPortion * 2)}>
          Show more ({listed.length - portion})
        </Button>
      )}
      {found.remarks.map((remark) => (
        <p key={remark} className={styles.remark}>
          {remark}
        </p>
      ))}
    </>
  );
}

function whyNothingListed({ changes, counts }: FilingChanges): string {
  if (changes.length > 0) return "No kind of change is chosen above.";
  if (counts.unchanged === 0) return "Neither filing has a sentence here to compare.";
  return "Every sentence stands in both filings, word for word.";
}

/** What is new or gone as a whole comes before single sentences. */
function Units({ units }: { units: readonly UnitChange[] }) {
  const styles = useChangesStyles();
  const whole = units.filter(({ kind }) => kind !== "changed");
  if (whole.length === 0) return null;
  return (
    <>
      <h3 className={styles.subhead}>Headings</h3>
      <ul className={styles.units}>
        {whole.map(({ kind, heading }, position) => (
          <li key={position} className={styles.unit} data-testid="unit-change">
            <span className={mergeClasses(styles.kind, kind === "new" && styles.isNew)}>{unitWords[kind]}</span>
            {kind === "dropped" ? <del className={styles.deleted}>{heading}</del> : heading}
          </li>
        ))}
      </ul>
    </>
  );
}
