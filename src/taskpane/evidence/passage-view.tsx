import { dayWords, formWords } from "../../contracts/document-words";
import { Button, mergeClasses, Tooltip } from "@fluentui/react-components";
import { ArrowLeftRegular } from "@fluentui/react-icons/svg/arrow-left";
import { ChevronDownRegular } from "@fluentui/react-icons/svg/chevron-down";
import { ChevronUpRegular } from "@fluentui/react-icons/svg/chevron-up";
import { useEffect, useRef, useState } from "react";
import { type IsoDate } from "../../contracts/dates";
import { type Citation, type PassageContext } from "../../contracts/evidence";
import { ChangesView } from "../changes/changes-view";
import { itemToCompare } from "../changes/list-changes";
import { placeInDocument } from "../text/citation-name";
import { describeAge, isOld } from "./describe-age";
import { locateQuote } from "./locate-quote";
import { NoveltyLegend } from "./novelty-legend";
import { PassageBody } from "./passage-body";
import { usePassageContext } from "./use-passage-context";
import { usePassageViewStyles } from "./passage-view.styles";

/** A cited passage in its place: who says it, when, and what stands around it. */
export function PassageView(props: { citation: Citation; asOf: IsoDate; backLabel: string; onBack: () => void }) {
  const { citation, asOf } = props;
  const styles = usePassageViewStyles();
  const [centreId, setCentreId] = useState(citation.passageId);
  const state = usePassageContext(centreId);
  const [comparedItem, setComparedItem] = useState<string | null>(null);
  const title = useRef<HTMLHeadingElement>(null);
  // The reader asked for this passage: the keyboard should stand on it, not on the button left behind.
  useEffect(() => title.current?.focus({ preventScroll: true }), []);

  const passages = state.kind === "open" ? state.context.passages : [];
  const position = passages.findIndex((passage) => passage.id === centreId);
  const previous = passages[position - 1] ?? null;
  const next = position === -1 ? null : (passages[position + 1] ?? null);
  const { document } = citation;
  const age = describeAge(document.filed, asOf);
  const isLate = isOld(document.filed, asOf) || (document.filed !== null && document.filed > asOf);

  if (comparedItem !== null)
    return <ChangesView document={document} item={comparedItem} asOf={asOf} onBack={() => setComparedItem(null)} />;
  return (
    <article data-testid="passage-view" aria-labelledby="passage-title">
      <div className={styles.bar}>
        <Button size="small" appearance="subtle" icon={<ArrowLeftRegular />} onClick={props.onBack}>
          {props.backLabel}
        </Button>
        <span>
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
      </div>
      <h2 id="passage-title" ref={title} tabIndex={-1} className={styles.title}>
        {document.company ?? document.title}
      </h2>
      <p className={styles.source}>
        {[
          document.form === null ? null : formWords(document),
          document.periodEnd === null ? null : `period to ${document.periodEnd}`,
          dayWords(document),
        ]
          .filter((word) => word !== null)
          .join(" · ")}
      </p>
      {age !== null && <p className={mergeClasses(styles.source, isLate && styles.old)}>{age}</p>}
      {document.fictional && <span className={styles.fictional}>made-up sample company</span>}
      {state.kind === "opening" && (
        <p className={styles.path} role="status">
          Opening the passage…
        </p>
      )}
      {state.kind === "unavailable" && <QuoteAlone citation={citation} why={state.why} />}
      {state.kind === "open" && (
        <Passages context={state.context} centreId={centreId} citation={citation} onChanges={setComparedItem} />
      )}
    </article>
  );
}

function Passages(props: {
  context: PassageContext;
  centreId: string;
  citation: Citation;
  onChanges: (item: string) => void;
}) {
  const { context, centreId, citation, onChanges } = props;
  const styles = usePassageViewStyles();
  const centre = context.passages.find((passage) => passage.id === centreId);
  const cited = context.passages.find((passage) => passage.id === citation.passageId);
  const marked = cited === undefined ? null : locateQuote(citation, cited.text);
  const item = centre === undefined ? null : itemToCompare(context.document, centre);
  const place = centre === undefined ? "" : placeInDocument(centre);
  return (
    <>
      <p className={styles.path}>{[...(centre?.path ?? []), place].filter((word) => word !== "").join(" › ")}</p>
      <NoveltyLegend context={context} onChanges={item === null ? null : () => onChanges(item)} />
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
