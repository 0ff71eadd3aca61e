import { Button, Spinner } from "@fluentui/react-components";
import { type AskRequest } from "../../contracts/answer";
import { CitationChips } from "../text/citation-chip";
import { UnbrokenDates } from "../text/unbroken-dates";
import { citationOfEvidence } from "../review/list-findings";
import { AnswerView } from "./answer-view";
import { useAskTabStyles } from "./ask-tab.styles";
import { describeState } from "./describe-state";
import { type Exchange } from "./use-ask";

const mostPassagesShown = 6;

/** A question with its answer, or with what has come so far. */
export function ExchangeView(props: {
  exchange: Exchange;
  onAsk: (question: string) => void;
  onAskAs: (request: AskRequest) => void;
}) {
  const { exchange, onAsk } = props;
  const styles = useAskTabStyles();
  const { request, outcome } = exchange;
  return (
    <article className={styles.exchange} aria-label={request.question}>
      <h3 className={styles.question}>{request.question}</h3>
      <p className={styles.small}>
        {request.selection === null
          ? "without a selection"
          : `on ${request.selection.sheet}!${request.selection.range}`}
        {/* Once there is an answer, its chips say company and day. */}
        {outcome.kind !== "answer" && request.company !== null && ` · ${request.company}`}
        {outcome.kind !== "answer" && request.asOf !== null && <UnbrokenDates words={` · as of ${request.asOf}`} />}
      </p>
      {outcome.kind === "running" && <RunningExchange exchange={exchange} />}
      {outcome.kind === "answer" && (
        <AnswerView answer={outcome.answer} request={request} onAsk={onAsk} onAskAs={props.onAskAs} />
      )}
      {outcome.kind === "stopped" && <p className={styles.small}>Stopped.</p>}
      {outcome.kind === "failed" && (
        <div className={styles.abstained} role="alert">
          {outcome.message}{" "}
          <Button size="small" appearance="subtle" onClick={() => onAsk(request.question)}>
            Ask again
          </Button>
        </div>
      )}
    </article>
  );
}

function RunningExchange({ exchange }: { exchange: Exchange }) {
  const styles = useAskTabStyles();
  const latest = exchange.steps.at(-1);
  return (
    <>
      <div className={styles.state} role="status">
        <Spinner size="extra-tiny" aria-hidden />
        {latest === undefined ? "Asking…" : `${describeState(latest.state)}… ${latest.note}`}
      </div>
      {exchange.found.length > 0 && (
        <CitationChips
          citations={exchange.found.slice(0, mostPassagesShown).map(citationOfEvidence)}
          label="Passages found so far"
        />
      )}
      {exchange.draft !== "" && (
        <p className={styles.draft} data-testid="draft">
          <span className={styles.draftLabel}>draft, unchecked</span>
          {exchange.draft}
        </p>
      )}
    </>
  );
}
