import { type StatementOfAnswer } from "../../contracts/answer";
import { type Citation } from "../../contracts/evidence";
import { type QuestionIntent } from "../../contracts/intent";
import { numbersIn, type Segment } from "../../contracts/rich-text";
import { CitationChips } from "../text/citation-chip";
import { RichTextView } from "../text/rich-text-view";
import { useAskTabStyles } from "./ask-tab.styles";
import { QuotedRow } from "./quoted-row";

/** One statement with its sources; a quoted row of a table stands under its column heads. */
export function StatementView({ statement, intent }: { statement: StatementOfAnswer; intent: QuestionIntent }) {
  const styles = useAskTabStyles();
  const { text, citations } = statement;
  const years = intent.periods.flatMap(({ kind, fiscalYear }) =>
    kind === "year" && fiscalYear !== null ? [fiscalYear] : [],
  );
  return (
    <div data-testid="answer-statement">
      <p className={styles.statement}>
        <RichTextView text={text.filter((segment) => rowQuoted(segment, citations) === null)} citations={citations} />
      </p>
      {text.flatMap((segment, position) => {
        const citation = rowQuoted(segment, citations);
        return citation === null
          ? []
          : [
              <QuotedRow
                key={position}
                citation={citation}
                years={years}
                numbers={numbersIn(text).map(({ shown }) => shown)}
              />,
            ];
      })}
      <CitationChips citations={citations} label="Sources of this statement" />
    </div>
  );
}

/** The citation of a quote that is a row of a table: its cells come with bars between them. */
function rowQuoted(segment: Segment, citations: readonly Citation[]): Citation | null {
  if (segment.kind !== "quote" || !segment.text.includes(" | ")) return null;
  return citations[segment.citation] ?? null;
}
