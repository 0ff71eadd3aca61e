import { FluentProvider, mergeClasses } from "@fluentui/react-components";
import { useMemo, useState } from "react";
import { AskTab } from "../ask/ask-tab";
import { useAsk } from "../ask/use-ask";
import { collectUsed } from "../evidence/collect-used";
import { EvidenceTab } from "../evidence/evidence-tab";
import { scoreOfPassage } from "../evidence/score-of-passage";
import { usePanePorts } from "../ports/pane-ports";
import { listFindings } from "../review/list-findings";
import { ReviewTab } from "../review/review-tab";
import { useEvidence } from "../review/use-evidence";
import { useReview } from "../review/use-review";
import { ContextControls } from "./context-controls";
import { ErrorBoundary } from "./error-boundary";
import { FullPaneMessage } from "./full-pane-message";
import { PaneActionsProvider } from "./pane-actions";
import { PaneFooter } from "./pane-footer";
import { PaneTabs } from "./pane-tabs";
import { usePaneStyles } from "./pane.styles";
import { paneThemes } from "./themes";
import { useHostTheme } from "./use-host-theme";
import { type TabName, useNavigation } from "./use-navigation";
import { useServiceStatus } from "./use-service-status";

const backLabels: Record<TabName, string> = {
  review: "Back to the review",
  ask: "Back to the answer",
  evidence: "All evidence",
};

/** The whole pane, in the host's theme; where the guard does not stand, only the reason why. */
export function Pane() {
  const { host } = usePanePorts();
  const theme = useHostTheme(host);
  const styles = usePaneStyles();
  const guard = host.guard();
  return (
    // Layout stands on the element inside: Fluent copies the provider's classes to every portal, over the whole page.
    <FluentProvider theme={paneThemes[theme]} style={{ height: "100%" }} data-theme={theme}>
      <div className={styles.pane}>
        <ErrorBoundary>
          {guard.state === "failed" ? (
            <FullPaneMessage
              title="Nothing was read"
              words={`The guard that keeps this pane from writing could not prove itself, so the workbook stays unread: ${guard.why}`}
            />
          ) : (
            <GuardedPane />
          )}
        </ErrorBoundary>
      </div>
    </FluentProvider>
  );
}

function GuardedPane() {
  const { clock } = usePanePorts();
  const styles = usePaneStyles();
  const navigation = useNavigation();
  const review = useReview();
  const ask = useAsk();
  const [attempt, setAttempt] = useState(0);
  const service = useServiceStatus(attempt);
  const [chosenCompany, setChosenCompany] = useState<string | null | undefined>(undefined);
  const [asOf, setAsOf] = useState(() => clock.today());

  const workbook = review.finished?.workbook ?? null;
  const company = chosenCompany === undefined ? (workbook?.model.company?.name ?? null) : chosenCompany;
  const evidence = useEvidence(workbook, company, asOf);
  const response = evidence.state.kind === "found" ? evidence.state.response : null;
  const findings = review.finished?.review.findings;
  const listed = useMemo(
    () => (findings === undefined || workbook === null ? [] : listFindings(findings, response, workbook.model)),
    [findings, response, workbook],
  );
  const answered = useMemo(
    () =>
      ask.exchanges.flatMap(({ request, outcome }) =>
        outcome.kind === "answer" ? [{ question: request.question, answer: outcome.answer }] : [],
      ),
    [ask.exchanges],
  );
  const used = useMemo(
    () =>
      collectUsed(
        listed,
        answered.map(({ answer }) => answer),
      ),
    [listed, answered],
  );
  const { tab } = navigation;
  const panelClass = (name: TabName, shown: string): string => mergeClasses(shown, tab !== name && styles.hidden);

  return (
    <PaneActionsProvider value={navigation.actions}>
      <ContextControls
        company={company}
        companies={service.kind === "reachable" ? service.status.companies : []}
        onCompany={setChosenCompany}
        asOf={asOf}
        onAsOf={setAsOf}
      />
      <PaneTabs tab={tab} onTab={navigation.showTab} />
      {/* All three stay mounted: a reader who comes back finds the page where they left it. */}
      <div
        id="panel-review"
        role="tabpanel"
        aria-labelledby="tab-review"
        className={panelClass("review", styles.panel)}
      >
        <ReviewTab
          controls={review}
          listed={listed}
          evidence={evidence.state}
          onRetryEvidence={() => {
            evidence.retry();
            setAttempt((count) => count + 1);
          }}
        />
      </div>
      <div id="panel-ask" role="tabpanel" aria-labelledby="tab-ask" className={panelClass("ask", styles.askPanel)}>
        <AskTab controls={ask} workbook={workbook} listed={listed} company={company} asOf={asOf} />
      </div>
      <div
        id="panel-evidence"
        role="tabpanel"
        aria-labelledby="tab-evidence"
        className={panelClass("evidence", styles.panel)}
      >
        <EvidenceTab
          opened={navigation.opened}
          used={used}
          asOf={asOf}
          scoreOf={(passageId) => scoreOfPassage(passageId, answered)}
          isShown={tab === "evidence"}
          backLabel={backLabels[navigation.from]}
          onBack={navigation.goBack}
        />
      </div>
      <p className={styles.notice} role="status" data-testid="notice">
        {navigation.notice}
      </p>
      <PaneFooter service={service} />
    </PaneActionsProvider>
  );
}
