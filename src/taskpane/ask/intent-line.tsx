import { Button } from "@fluentui/react-components";
import { useState } from "react";
import { type AskRequest } from "../../contracts/answer";
import { type IntentChoices, type QuestionIntent } from "../../contracts/intent";
import { AsOfChip } from "./as-of-chip";
import { AddToIntent, IntentChipMenu } from "./intent-chip";
import { additionsTo, chipsOf } from "./intent-edits";
import { useIntentStyles } from "./intent-line.styles";

/**
 * What the question was taken to be about, so that a wrong reading is seen before a wrong answer is believed; and set
 * right, after which the same words are asked again.
 */
export function IntentLine(props: {
  intent: QuestionIntent;
  choices: IntentChoices | undefined;
  request: AskRequest;
  onAskAs: (request: AskRequest) => void;
}) {
  const { intent, choices, request } = props;
  const styles = useIntentStyles();
  const [set, setSet] = useState<QuestionIntent | null>(null);
  const shown = set ?? intent;
  const askAgain = (): void => {
    if (set === null) return;
    const own = set.companies[0];
    props.onAskAs({ ...request, company: own?.matched ?? own?.name ?? null, asOf: set.asOf, intent: set });
    // The answer above stays what it was asked as.
    setSet(null);
  };
  return (
    <ul className={styles.line} aria-label="The question was understood as" data-testid="intent-line">
      <li className={styles.label} aria-hidden>
        Read as
      </li>
      {chipsOf(shown, choices).map((chip) => (
        <li key={chip.key} className={styles.item}>
          <IntentChipMenu chip={chip} onSet={setSet} />
        </li>
      ))}
      <li className={styles.item}>
        <AsOfChip key={shown.asOf} intent={shown} onSet={setSet} />
      </li>
      <li className={styles.item}>
        <AddToIntent groups={additionsTo(shown, choices)} onSet={setSet} />
      </li>
      {set !== null && (
        <li>
          <Button size="small" appearance="primary" data-testid="ask-as-set" onClick={askAgain}>
            Ask again
          </Button>{" "}
          <Button size="small" appearance="subtle" onClick={() => setSet(null)}>
            Undo
          </Button>
        </li>
      )}
    </ul>
  );
}
