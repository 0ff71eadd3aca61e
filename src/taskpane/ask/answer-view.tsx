import { Button } from "@fluentui/react-components";
import { type Answer, type AskRequest } from "../../contracts/answer";
import { citationOfEvidence } from "../review/list-findings";
import { CitationChip, CitationChips } from "../text/citation-chip";
import { hasReadFigure, MarksLegend } from "../text/marks-legend";
import { NumberMark } from "../text/number-mark";
import { useAskTabStyles } from "./ask-tab.styles";
import { describeState } from "./describe-state";
import { IntentLine } from "./intent-line";
import { StatementView } from "./statement-view";

const mostPassagesShown = 8;

/** An answer, statement by statement with its sources; or why there is none and what was found instead. */
export function AnswerView(props: {
  answer: Answer;
  request: AskRequest;
  onAsk: (question: string) => void;
  onAskAs: (request: AskRequest) => void;
}) {
  const { answer, request, onAsk } = props;
  const styles = useAskTabStyles();
  return (
    <div data-testid="answer" data-status={answer.status}>
      <IntentLine intent={answer.intent} choices={answer.choices} request={request} onAskAs={props.onAskAs} />
      {answer.status === "abstained" && (
        <p className={styles.abstained}>
          <strong>I cannot tell.</strong> {sayReason(answer.reason)}
        </p>
      )}
      {isQuotesOnly(answer) && (
        <p className={styles.abstained} data-testid="quotes-only">
          <strong>Passages found, no answer of mine.</strong> These words of the filings speak of it; whether they
          answer the question is for you to judge.
        </p>
      )}
      {answer.statements.map((statement, position) => (
        <StatementView key={position} statement={statement} intent={answer.intent} />
      ))}
      <Calculation answer={answer} />
      {answer.evidence.length > 0 && (
        <details className={styles.details} open={answer.status === "abstained"}>
          <summary className={styles.summary}>
            {answer.evidence.length === 1 ? "1 passage was found" : `${answer.evidence.length} passages were found`}
          </summary>
          <div className={styles.found}>
            <CitationChips
              citations={answer.evidence.slice(0, mostPassagesShown).map(citationOfEvidence)}
              label="Passages that were found"
            />
          </div>
        </details>
      )}
      <HowItWasMade answer={answer} />
      {answer.nextQuestions.length > 0 && (
        <ul className={styles.chips} aria-label="Questions that follow">
          {answer.nextQuestions.map((question) => (
            <li key={question}>
              <Button size="small" shape="circular" className={styles.next} onClick={() => onAsk(question)}>
                {question}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Quotes chosen by their words, without a figure of ours and without a model that wrote from them. */
function isQuotesOnly({ status, writtenBy, value, statements }: Answer): boolean {
  if (status !== "answered" || writtenBy !== "facts-and-formulas" || value !== null) return false;
  const segments = statements.flatMap(({ text }) => text);
  const bound = segments.some(({ kind }) => kind === "number" || kind === "place");
  return !bound && segments.some(({ kind }) => kind === "quote");
}

function Calculation({ answer }: { answer: Answer }) {
  const styles = useAskTabStyles();
  if (answer.value === null || (answer.value.formula === null && answer.value.operands.length === 0)) return null;
  const { formula, operands } = answer.value;
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        How it was computed{formula === null ? "" : `: ${sayFormula(formula)}`}
      </summary>
      <ul className={styles.steps}>
        {operands.map((operand) => (
          <li key={operand.name}>
            {sayFormula(operand.name)}{" "}
            <NumberMark number={operand.number} citations={operand.citation === null ? [] : [operand.citation]} />{" "}
            {operand.citation !== null && <CitationChip citation={operand.citation} />}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** The service may open its reason with the same words. */
function sayReason(reason: string | null): string {
  const rest = (reason ?? "").replace(/^I cannot tell[:.]?\s*/i, "");
  return `${rest.charAt(0).toUpperCase()}${rest.slice(1)}`;
}

/** Names of operands are made for machines: "capital_expenditure_2024". */
function sayFormula(formula: string): string {
  return formula.replaceAll("_", " ").replace(/\(\(([^()]*)\)\)/g, "($1)");
}

function HowItWasMade({ answer }: { answer: Answer }) {
  const styles = useAskTabStyles();
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        {answer.writtenBy === "language-model"
          ? "Worded by a language model; numbers and quotes checked"
          : "Written from facts, formulas and quoted passages"}
      </summary>
      {answer.fellBackBecause !== null && (
        <p className={styles.small}>The language model’s words are not shown: {answer.fellBackBecause}</p>
      )}
      <MarksLegend hasRead={answer.statements.some(({ citations }) => hasReadFigure(citations))} />
      <ol className={styles.steps}>
        {answer.trace.map((entry, position) => (
          <li key={position}>
            {describeState(entry.state)}: {entry.note}
            {entry.sent !== null &&
              ` Sent ${entry.sent.characters} characters to ${entry.sent.to}${entry.sent.model === null ? "" : ` (${entry.sent.model})`}.`}
            {entry.tokens !== null && ` ${entry.tokens.input} tokens in, ${entry.tokens.output} out.`}
          </li>
        ))}
      </ol>
    </details>
  );
}
