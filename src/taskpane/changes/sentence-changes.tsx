import { Button } from "@fluentui/react-components";
import { useEffect, useRef, useState } from "react";
import { type FilingChanges, type SentenceChange } from "../../contracts/filing-changes";
import { useChangesStyles } from "./changes-view.styles";
import { groupByHeading } from "./list-changes";
import { SentenceChangeView } from "./sentence-change-view";

/** So many at first: a report that was written anew has hundreds. */
const firstPortion = 40;
const laterPortion = 80;

/** The sentences that changed, under the headings they stand under. */
export function SentenceChanges({ changes, found }: { changes: readonly SentenceChange[]; found: FilingChanges }) {
  const styles = useChangesStyles();
  const [portion, setPortion] = useState(firstPortion);
  const list = useRef<HTMLDivElement>(null);
  const focusAt = useRef<number | null>(null);
  useEffect(() => {
    // Whoever asked for more by keyboard goes on where the list ended.
    if (focusAt.current === null) return;
    list.current
      ?.querySelectorAll<HTMLElement>("[data-testid=sentence-change] [role=button]")
      [focusAt.current]?.focus();
    focusAt.current = null;
  }, [portion]);
  const rest = changes.length - portion;
  return (
    <>
      <div ref={list}>
        {groupByHeading(changes.slice(0, portion)).map(({ heading, changes: ofHeading }, position) => (
          <section key={position} className={styles.group}>
            {heading !== null && <h3 className={styles.heading}>{heading}</h3>}
            <ol className={styles.list} aria-label={`Sentences that changed${heading === null ? "" : `: ${heading}`}`}>
              {ofHeading.map((change, each) => (
                <SentenceChangeView key={each} change={change} found={found} />
              ))}
            </ol>
          </section>
        ))}
      </div>
      {rest > 0 && (
        <Button
          size="small"
          onClick={() => {
            focusAt.current = portion;
            setPortion(portion + laterPortion);
          }}
        >
          {rest > laterPortion ? `Show ${laterPortion} more of ${rest}` : `Show ${rest} more`}
        </Button>
      )}
    </>
  );
}
