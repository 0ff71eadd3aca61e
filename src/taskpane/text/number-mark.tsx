import { mergeClasses, Tooltip } from "@fluentui/react-components";
import { type Citation } from "../../contracts/evidence";
import { type ShownNumber } from "../../contracts/rich-text";
import { usePaneActions } from "../shell/pane-actions";
import { citationOfFact, describeNumber } from "./describe-reference";
import { InlineButton } from "./inline-button";
import { useInlineStyles } from "./inline.styles";

/** A number with its verdict; pointing at it tells what stands behind it, a click goes there. */
export function NumberMark({ number, citations }: { number: ShownNumber; citations: readonly Citation[] }) {
  const styles = useInlineStyles();
  const actions = usePaneActions();
  const description = describeNumber(number, citations);
  const { reference } = number;
  const citation = reference?.kind === "fact" ? citationOfFact(reference.factId, number.shown, citations) : null;
  // A figure nobody tagged was read by us: the reader should know before pointing at it.
  const isRead = number.verdict === "matched" && citation?.readFromTable === true;
  const follow = (): void => {
    if (reference?.kind === "cell") actions.goTo({ sheet: reference.sheet, range: reference.address });
    if (citation !== null) actions.openCitation(citation);
  };
  return (
    <Tooltip content={description} relationship="description" withArrow>
      <InlineButton
        data-testid="number"
        data-verdict={number.verdict}
        aria-label={`${number.shown}, ${isRead ? "read from a table, not tagged" : number.verdict}`}
        className={mergeClasses(styles.number, styles[isRead ? "read" : number.verdict])}
        onActivate={follow}
      >
        {number.shown}
      </InlineButton>
    </Tooltip>
  );
}
