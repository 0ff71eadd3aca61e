import { Fragment } from "react";
import { type Citation } from "../../contracts/evidence";
import { type RichText, type Segment } from "../../contracts/rich-text";
import { usePaneActions } from "../shell/pane-actions";
import { InlineButton } from "./inline-button";
import { useInlineStyles } from "./inline.styles";
import { NumberMark } from "./number-mark";
import { PlaceLink } from "./place-link";
import { UnbrokenDates } from "./unbroken-dates";

/** Prose with its anchors: places and numbers that lead somewhere, quotes that open their passage. */
export function RichTextView({ text, citations }: { text: RichText; citations: readonly Citation[] }) {
  return text.map((segment, position) => (
    <Fragment key={position}>
      <SegmentView segment={segment} citations={citations} />
    </Fragment>
  ));
}

function SegmentView({ segment, citations }: { segment: Segment; citations: readonly Citation[] }) {
  switch (segment.kind) {
    case "text":
      return <UnbrokenDates words={segment.text} />;
    case "place":
      return <PlaceLink sheet={segment.sheet} range={segment.range} shown={segment.shown} />;
    case "number":
      return <NumberMark number={segment.number} citations={citations} />;
    case "quote":
      return <Quote text={segment.text} citation={citations[segment.citation] ?? null} />;
  }
}

function Quote({ text, citation }: { text: string; citation: Citation | null }) {
  const styles = useInlineStyles();
  const actions = usePaneActions();
  if (citation === null) return <q className={styles.quote}>{text}</q>;
  return (
    <InlineButton title="Open the passage" className={styles.quote} onActivate={() => actions.openCitation(citation)}>
      “{text}”
    </InlineButton>
  );
}
