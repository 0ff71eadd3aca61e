import { Button } from "@fluentui/react-components";
import { useMemo } from "react";
import { rowsForEvidence } from "../../model/rows-for-evidence";
import { type ReviewedWorkbook } from "../../model/reviewed-workbook";
import { cellsOfRows, TicksSummary } from "./ticks-summary";
import { type EvidenceState } from "./use-evidence";
import { useReviewTabStyles } from "./review-tab.styles";

/** How far the filings speak to this workbook: one line, with the ticks behind it. */
export function EvidenceLine(props: { state: EvidenceState; workbook: ReviewedWorkbook; onRetry: () => void }) {
  const { state, workbook } = props;
  const styles = useReviewTabStyles();
  const cells = useMemo(() => cellsOfRows(rowsForEvidence(workbook)), [workbook]);
  switch (state.kind) {
    case "waiting":
      return null;
    case "asking":
      return (
        <p className={styles.line} role="status">
          Holding history against the filings…
        </p>
      );
    case "none":
      return (
        <p className={styles.line} role="status" data-testid="evidence-note">
          <span>
            {state.why} {state.offline && "The review below stands without it."}
          </span>
          {state.offline && (
            <Button size="small" appearance="subtle" className={styles.again} onClick={props.onRetry}>
              Try again
            </Button>
          )}
        </p>
      );
    case "found":
      return (
        <>
          {state.response.note !== null && (
            <p className={styles.line} role="status" data-testid="evidence-note">
              {state.response.note}
            </p>
          )}
          <TicksSummary ticks={state.response.ticks} cells={cells} />
        </>
      );
  }
}
