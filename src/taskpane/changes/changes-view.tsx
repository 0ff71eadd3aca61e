import { ToggleButton } from "@fluentui/react-components";
import { useId, useState } from "react";
import { type IsoDate } from "../../contracts/dates";
import { type DocumentRef } from "../../contracts/document";
import { type FilingChanges } from "../../contracts/filing-changes";
import { ViewHead } from "../evidence/view-head";
import { formAndDays, shortDocumentName } from "../text/citation-name";
import { UnbrokenDates } from "../text/unbroken-dates";
import { useChangesStyles } from "./changes-view.styles";
import { HeadingChanges } from "./heading-changes";
import { changeFilters, type ChangeFilter, changeWords, countOf, isShown, shownAtFirst } from "./list-changes";
import { SentenceChanges } from "./sentence-changes";
import { useFilingChanges } from "./use-filing-changes";

/** What an item of a filing says otherwise than the year before. */
export function ChangesView(props: {
  document: DocumentRef;
  item: string;
  asOf: IsoDate;
  backLabel: string;
  onBack: () => void;
}) {
  const styles = useChangesStyles();
  const { document } = props;
  const state = useFilingChanges(document.id, props.item, props.asOf);
  const titleId = useId();
  return (
    <article data-testid="changes-view" aria-labelledby={titleId}>
      <ViewHead
        titleId={titleId}
        title={`What changed in ${sayItem(props.item)}`}
        source={document.company ?? document.title}
        place={
          state.kind === "compared"
            ? `${shortDocumentName(state.changes.later)} against ${shortDocumentName(state.changes.earlier)}`
            : shortDocumentName(document)
        }
        backLabel={props.backLabel}
        onBack={props.onBack}
      />
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
        Later: <UnbrokenDates words={formAndDays(found.later)} />
        <br />
        Earlier: <UnbrokenDates words={formAndDays(found.earlier)} />
      </p>
      <p className={styles.source}>
        {counts.unchanged} of its {counts.later} sentences stand unchanged. Of all different sentences in either filing{" "}
        {Math.round(similarity.jaccard * 100)} % stand in both.
      </p>
      {found.unusual !== null && (
        <p className={styles.unusual} data-testid="unusual-change">
          {found.unusual}
        </p>
      )}
      <HeadingChanges found={found} />
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
      <SentenceChanges changes={listed} found={found} />
      {listed.length === 0 && (
        <p className={styles.remark} role="status">
          {whyNothingListed(found)}
        </p>
      )}
      {found.remarks.map((remark) => (
        <p key={remark} className={styles.remark}>
          {remark}
        </p>
      ))}
    </>
  );
}

/** "I-2" is how the service is asked; a reader says "Part I, Item 2". */
function sayItem(item: string): string {
  const [part, inPart] = item.split("-");
  return inPart === undefined ? `Item ${item}` : `Part ${part}, Item ${inPart}`;
}

function whyNothingListed({ changes, counts }: FilingChanges): string {
  if (changes.length > 0) return "No kind of change is chosen above.";
  if (counts.unchanged === 0) return "Neither filing has a sentence here to compare.";
  return "Every sentence stands in both filings, word for word.";
}
