import { Button, mergeClasses, Tooltip } from "@fluentui/react-components";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { useId, useState } from "react";
import { type IsoDate } from "../../contracts/dates";
import { type Citation, type PassageContext } from "../../contracts/evidence";
import { itemToCompare } from "../changes/list-changes";
import { usePaneActions } from "../shell/pane-actions";
import { formAndDays, placeInDocument } from "../text/citation-name";
import { describeAge, isOld } from "./describe-age";
import { locateQuote } from "./locate-quote";
import { NoveltyLegend } from "./novelty-legend";
import { PassageBody } from "./passage-body";
import { usePassageContext } from "./use-passage-context";
import { usePassageViewStyles } from "./passage-view.styles";
import { ViewHead } from "./view-head";
import { type PassageScore, WhyPassage } from "./why-passage";

const neighbours = 2;
type PlaceOfPassage = Pick<Citation, "part" | "item" | "page">;

/** A cited passage in its place: who says it, when, and what stands around it. */
export function PassageView(props: {
  citation: Citation;
  asOf: IsoDate;
  score: PassageScore | null;
  backLabel: string;
  onBack: () => void;
}) {
  const { citation, asOf } = props;
  const styles = usePassageViewStyles();
  const [centreId, setCentreId] = useState(citation.passageId);
  const state = usePassageContext(centreId, neighbours);
  const titleId = useId();
  const passages = state.kind === "open" ? state.context.passages : [];
  const position = passages.findIndex((passage) => passage.id === centreId);
  const previous = passages[position - 1] ?? null;
  const next = position === -1 ? null : (passages[position + 1] ?? null);
  const { document } = citation;
  const age = describeAge(document.filed, asOf);
  const isLate = isOld(document.filed, asOf) || (document.filed !== null && document.filed > asOf);

  const centre = passages[position];
  return (
    <article data-testid="passage-view" aria-labelledby={titleId}>
      <ViewHead
        titleId={titleId}
        title={document.company ?? document.title}
        source={formAndDays(document)}
        place={placeWords(centre ?? { ...citation, path: [] }, citation)}
        backLabel={props.backLabel}
        onBack={props.onBack}
      >
        <span className={styles.steps}>
          <Tooltip content="Previous passage" relationship="label">
            <Button
              size="small"
              appearance="subtle"
              icon={<ChevronUpRegular />}
              disabledFocusable={previous === null}
              onClick={() => previous !== null && setCentreId(previous.id)}
            />
          </Tooltip>
          <Tooltip content="Next passage" relationship="label">
            <Button
              size="small"
              appearance="subtle"
              icon={<ChevronDownRegular />}
              disabledFocusable={next === null}
              onClick={() => next !== null && setCentreId(next.id)}
            />
          </Tooltip>
        </span>
      </ViewHead>
      {age !== null && <p className={mergeClasses(styles.source, isLate && styles.old)}>{age}</p>}
      {document.fictional && <span className={styles.fictional}>made-up sample company</span>}
      {citation.readFromTable === true && (
        <p className={styles.source}>The figure was read from this table by Marginalia; the filer tagged none.</p>
      )}
      {props.score !== null && <WhyPassage {...props.score} />}
      {state.kind === "opening" && (
        <p className={styles.path} role="status">
          Opening the passage…
        </p>
      )}
      {state.kind === "unavailable" && <QuoteAlone citation={citation} why={state.why} />}
      {state.kind === "open" && <Passages context={state.context} centreId={centreId} citation={citation} />}
    </article>
  );
}

function Passages({ context, centreId, citation }: { context: PassageContext; centreId: string; citation: Citation }) {
  const styles = usePassageViewStyles();
  const actions = usePaneActions();
  const centre = context.passages.find((passage) => passage.id === centreId);
  const cited = context.passages.find((passage) => passage.id === citation.passageId);
  const marked = cited === undefined ? null : locateQuote(citation, cited.text);
  const item = centre === undefined ? null : itemToCompare(context.document, centre);
  return (
    <>
      <NoveltyLegend
        context={context}
        onChanges={item === null ? null : () => actions.openChanges(context.document, item)}
      />
      {cited !== undefined && marked === null && (
        <QuoteAlone citation={citation} why="The quoted words do not stand in this passage as it is stored now." />
      )}
      <div className={styles.passages}>
        {context.passages.map((passage) => (
          <PassageBody
            key={passage.id}
            passage={passage}
            isCentre={passage.id === centreId}
            marked={passage.id === citation.passageId ? marked : null}
            standing={context.sentences?.find(({ passageId }) => passageId === passage.id) ?? null}
          />
        ))}
      </div>
    </>
  );
}

/** "Part II, Item 8, page 51 › Segment reporting"; the page the quote stands on, where it is the quoted passage. */
function placeWords(passage: { id?: string; path: readonly string[] } & PlaceOfPassage, citation: Citation): string {
  const isCited = passage.id === undefined || passage.id === citation.passageId;
  const place = placeInDocument({ ...passage, page: isCited ? (citation.page ?? passage.page) : passage.page });
  return [place, ...passage.path].filter((word) => word !== "").join(" › ");
}

function QuoteAlone({ citation, why }: { citation: Citation; why: string }) {
  const styles = usePassageViewStyles();
  return (
    <>
      <p className={styles.warning} role="status">
        {why} This is the quote as it was given:
      </p>
      <blockquote className={styles.quoteAlone}>{citation.quote}</blockquote>
    </>
  );
}
