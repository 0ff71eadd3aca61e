import { Link } from "@fluentui/react-components";
import { type PassageContext } from "../../contracts/evidence";
import { countNew } from "./mark-sentences";
import { usePassageViewStyles } from "./passage-view.styles";

/** What the marks in a passage mean, and the way to all that changed in its item; nothing where neither can be said. */
export function NoveltyLegend({ context, onChanges }: { context: PassageContext; onChanges: (() => void) | null }) {
  const styles = usePassageViewStyles();
  const standings = context.sentences ?? [];
  const counted = countNew(standings);
  const hasCommon = standings.some(({ sentences }) => sentences.some(({ atOtherCompanies }) => atOtherCompanies >= 3));
  return (
    <div className={styles.legend} data-testid="novelty-legend">
      <span>
        {counted !== null && (
          <>
            <span className={styles.newSentence}>underlined</span>: in no earlier filing on file ({counted.fresh} of{" "}
            {counted.all} sentences shown)
          </>
        )}
        {counted !== null && hasCommon && " · "}
        {hasCommon && (
          <>
            <span className={styles.commonSentence}>italic</span>: other companies file the same words
          </>
        )}
      </span>
      {onChanges !== null && (
        <Link as="button" onClick={onChanges} data-testid="open-changes">
          What changed since last year
        </Link>
      )}
    </div>
  );
}
