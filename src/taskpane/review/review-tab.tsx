import { Button, mergeClasses } from "@fluentui/react-components";
import { ArrowSyncRegular } from "@fluentui/react-icons/svg/arrow-sync";
import { EvidenceLine } from "./evidence-line";
import { FindingCard } from "./finding-card";
import { hasReadFigure, MarksLegend } from "../text/marks-legend";
import { FindingsFilters } from "./findings-filters";
import { type ListedFinding } from "./list-findings";
import { ReviewProgress } from "./review-progress";
import { useReviewTabStyles } from "./review-tab.styles";
import { useDispositions } from "./use-dispositions";
import { type EvidenceState } from "./use-evidence";
import { type FinishedReview, type ReviewControls } from "./use-review";
import { useShownFindings } from "./use-shown-findings";

const count = new Intl.NumberFormat("en-US");

/** The notes in the margin of the workbook. */
export function ReviewTab(props: {
  controls: ReviewControls;
  listed: readonly ListedFinding[];
  evidence: EvidenceState;
  onRetryEvidence: () => void;
}) {
  const { controls } = props;
  const styles = useReviewTabStyles();
  const { phase, finished } = controls;
  const isRunning = phase.kind === "reading" || phase.kind === "reviewing";
  const offersChanges = controls.isStale && finished !== null && !isRunning;
  return (
    <>
      <div className={styles.head}>
        <p className={styles.facts}>{finished === null ? "" : describeReview(finished, props.listed.length)}</p>
        {!isRunning && !offersChanges && (
          <Button
            size="small"
            appearance="subtle"
            className={styles.again}
            icon={<ArrowSyncRegular />}
            onClick={controls.start}
          >
            {finished === null ? "Review" : "Review again"}
          </Button>
        )}
      </div>
      <ReviewProgress phase={phase} onStop={controls.stop} />
      {phase.kind === "stopped" && (
        <p className={styles.line} role="status">
          Stopped. {finished === null ? "Nothing was reviewed." : "The comments below are of the review before."}
        </p>
      )}
      {phase.kind === "failed" && (
        <p className={mergeClasses(styles.line, styles.changed)} role="alert">
          {phase.message}
        </p>
      )}
      {offersChanges && (
        <div className={mergeClasses(styles.line, styles.changed)} role="status" data-testid="workbook-changed">
          <span>The workbook changed since this review.</span>
          <Button size="small" appearance="subtle" className={styles.again} onClick={controls.start}>
            Review again
          </Button>
        </div>
      )}
      {finished !== null && (
        <>
          <EvidenceLine state={props.evidence} workbook={finished.workbook} onRetry={props.onRetryEvidence} />
          <FindingsList
            listed={props.listed}
            workbook={finished.review.workbook}
            understood={finished.review.stats.understood}
            isStale={controls.isStale}
          />
        </>
      )}
    </>
  );
}

function FindingsList(props: {
  listed: readonly ListedFinding[];
  workbook: string;
  understood: string;
  isStale: boolean;
}) {
  const styles = useReviewTabStyles();
  const dispositions = useDispositions(props.workbook);
  const findings = useShownFindings(props.listed, dispositions);
  if (props.listed.length === 0) {
    return (
      <p className={styles.nothing}>
        Nothing stood out. That is no proof that the model is right: the rules look for known kinds of mistakes.{" "}
        {props.understood}
      </p>
    );
  }
  const rest = findings.matching - findings.shown.length;
  return (
    <>
      <FindingsFilters findings={findings} />
      <MarksLegend hasRead={props.listed.some(({ finding }) => hasReadFigure(finding.citations))} />
      <ol className={styles.list} aria-label="Comments, weightiest first">
        {findings.shown.map((listed) => (
          <FindingCard
            key={listed.finding.id}
            listed={listed}
            {...dispositions.of(listed.finding)}
            isStale={props.isStale}
            onDisposition={dispositions.set}
          />
        ))}
      </ol>
      {findings.matching === 0 && <p className={styles.nothing}>No comment passes these filters.</p>}
      {rest <= 0 && <p className={styles.nothing}>{props.understood}</p>}
      {rest > 0 && (
        <Button className={styles.more} appearance="subtle" onClick={findings.showAll}>
          Show all {count.format(findings.matching)}
        </Button>
      )}
    </>
  );
}

function describeReview({ review, at }: FinishedReview, comments: number): string {
  const { formulas, cells, unreadFormulas } = review.stats;
  const time = at.toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  const unread = unreadFormulas === 0 ? "" : ` · ${count.format(unreadFormulas)} formulas could not be read`;
  const notes = `${count.format(comments)} ${comments === 1 ? "comment" : "comments"}`;
  return `${notes} on ${count.format(formulas)} formulas in ${count.format(cells)} cells · ${time}${unread}`;
}
