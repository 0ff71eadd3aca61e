import { Button, ProgressBar } from "@fluentui/react-components";
import { type ReviewPhase } from "./use-review";
import { useReviewTabStyles } from "./review-tab.styles";

type RunningPhase = Extract<ReviewPhase, { kind: "reading" | "reviewing" }>;

/** What is going on, how far it is and how to stop it. */
export function ReviewProgress({ phase, onStop }: { phase: ReviewPhase; onStop: () => void }) {
  const styles = useReviewTabStyles();
  if (phase.kind !== "reading" && phase.kind !== "reviewing") return null;
  const share = shareOf(phase);
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

/** 0..1 of the step under way; null where nobody knows. */
function shareOf(phase: RunningPhase): number | null {
  if (phase.kind === "reviewing") return phase.step.share;
  if (phase.progress === null) return null;
  const { cellsRead, cellsTotal } = phase.progress;
  return cellsTotal === 0 ? 1 : Math.min(1, cellsRead / cellsTotal);
}

function describe(phase: RunningPhase): string {
  if (phase.kind === "reviewing") return `${phase.step.words.charAt(0).toUpperCase()}${phase.step.words.slice(1)}…`;
  return phase.progress === null ? "Reading the workbook…" : `Reading ${phase.progress.sheet}…`;
}
