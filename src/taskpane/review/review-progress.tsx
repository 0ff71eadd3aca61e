import { Button, ProgressBar } from "@fluentui/react-components";
import { type ReviewPhase } from "./use-review";
import { useReviewTabStyles } from "./review-tab.styles";

/** What is going on, how far it is and how to stop it. */
export function ReviewProgress({ phase, onStop }: { phase: ReviewPhase; onStop: () => void }) {
  const styles = useReviewTabStyles();
  if (phase.kind !== "reading" && phase.kind !== "reviewing") return null;
  const share = phase.kind === "reading" && phase.progress !== null ? shareOf(phase.progress) : null;
  return (
    <div className={styles.progress} data-testid="progress">
      <div className={styles.progressRow}>
        <span role="status">{describe(phase)}</span>
        <Button size="small" appearance="subtle" onClick={onStop}>
          Stop
        </Button>
      </div>
      <ProgressBar
        thickness="medium"
        aria-label="Progress of the review"
        {...(share === null ? {} : { value: share })}
      />
    </div>
  );
}

function shareOf(progress: { cellsRead: number; cellsTotal: number }): number {
  return progress.cellsTotal === 0 ? 1 : Math.min(1, progress.cellsRead / progress.cellsTotal);
}

function describe(phase: Extract<ReviewPhase, { kind: "reading" | "reviewing" }>): string {
  if (phase.kind === "reviewing") return `${phase.step}…`;
  return phase.progress === null ? "Reading the workbook…" : `Reading ${phase.progress.sheet}…`;
}
