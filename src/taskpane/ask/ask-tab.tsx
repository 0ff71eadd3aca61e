import { Button, Textarea, Tooltip } from "@fluentui/react-components";
import { SendRegular } from "@fluentui/react-icons/svg/send";
import { StopRegular } from "@fluentui/react-icons/svg/stop";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { type IsoDate } from "../../contracts/dates";
import { type ListedFinding } from "../review/list-findings";
import { describeSelection } from "../../model/describe-selection";
import { type ReviewedWorkbook } from "../../model/reviewed-workbook";
import { useAskTabStyles } from "./ask-tab.styles";
import { CommentsOnSelection } from "./comments-on-selection";
import { ExchangeView } from "./exchange-view";
import { SelectionPanel } from "./selection-panel";
import { type AskControls } from "./use-ask";
import { useSelection } from "./use-selection";

const longestQuestion = 4000;

/** Questions about what is selected, and their answers. */
export function AskTab(props: {
  controls: AskControls;
  workbook: ReviewedWorkbook | null;
  listed: readonly ListedFinding[];
  company: string | null;
  asOf: IsoDate;
}) {
  const { controls, workbook, company, asOf } = props;
  const styles = useAskTabStyles();
  const [question, setQuestion] = useState("");
  const [sendsSelection, setSendsSelection] = useState(true);
  const { read, problem } = useSelection();
  const selection = useMemo(() => (read === null ? null : describeSelection(read, workbook)), [read, workbook]);
  const history = useRef<HTMLDivElement>(null);
  const count = controls.exchanges.length;
  const latestOutcome = controls.exchanges.at(-1)?.outcome.kind;

  useEffect(() => {
    // A new question and its answer move the history, and are read from their first line; older news moves nothing.
    const latest = history.current?.querySelector("article:last-of-type");
    latest?.scrollIntoView?.({ block: "start" });
  }, [count, latestOutcome]);

  const ask = (text: string): void => {
    const asked = text.trim();
    if (asked === "") return;
    controls.ask({
      question: asked,
      selection: sendsSelection && selection !== null && selection.cells.length > 0 ? selection : null,
      company,
      asOf,
      documentId: null,
    });
    setQuestion("");
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    // While an input method composes, Enter chooses a word; it does not send.
    if (event.key !== "Enter" || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (!controls.isRunning) ask(question);
  };

  return (
    <div className={styles.tab}>
      <div ref={history} className={styles.history} role="log" aria-label="Questions and answers">
        {count === 0 && (
          <p className={styles.hint}>
            Select cells and ask about them: what a growth rate has been, whether a margin is in line with what was
            reported, why a figure moved. Answers cite their passages; where the filings do not say, neither will I.
          </p>
        )}
        {controls.exchanges.map((exchange) => (
          <ExchangeView key={exchange.id} exchange={exchange} onAsk={ask} onAskAs={controls.ask} />
        ))}
      </div>
      <div className={styles.composer}>
        <CommentsOnSelection read={read} listed={props.listed} />
        <SelectionPanel
          selection={selection}
          problem={problem}
          isTruncated={read?.truncated ?? false}
          isSent={sendsSelection}
          onSentChange={setSendsSelection}
        />
        <div className={styles.box}>
          <Textarea
            className={styles.input}
            textarea={{ "data-testid": "ask-input" } as object}
            aria-label="Your question"
            placeholder="Ask about the selection"
            rows={2}
            resize="vertical"
            maxLength={longestQuestion}
            value={question}
            onChange={(_, { value }) => setQuestion(value)}
            onKeyDown={onKeyDown}
          />
          {controls.isRunning ? (
            <Tooltip content="Stop" relationship="label">
              <Button data-testid="ask-stop" icon={<StopRegular />} onClick={() => controls.stop()} />
            </Tooltip>
          ) : (
            <Tooltip content="Ask (Enter)" relationship="label">
              <Button
                data-testid="ask-send"
                appearance="primary"
                icon={<SendRegular />}
                disabledFocusable={question.trim() === ""}
                onClick={() => ask(question)}
              />
            </Tooltip>
          )}
        </div>
      </div>
    </div>
  );
}
