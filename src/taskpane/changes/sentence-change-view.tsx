import { mergeClasses } from "@fluentui/react-components";
import { type FilingChanges, type SentenceChange, type WordStretch } from "../../contracts/filing-changes";
import { usePaneActions } from "../shell/pane-actions";
import { InlineButton } from "../text/inline-button";
import { useChangesStyles } from "./changes-view.styles";
import { changeWords, citationOf } from "./list-changes";

/** One sentence that changed: its words, what came and what went; a click opens it in its filing. */
export function SentenceChangeView({ change, found }: { change: SentenceChange; found: FilingChanges }) {
  const styles = useChangesStyles();
  const actions = usePaneActions();
  const isGone = change.kind === "removed";
  const sentence = isGone ? change.earlier : change.later;
  const document = isGone ? found.earlier : found.later;
  const alsoMoved = "moved" in change && change.moved;
  return (
    <li className={styles.change} data-testid="sentence-change" data-kind={change.kind}>
      <span className={mergeClasses(styles.kind, change.kind === "added" && styles.isNew)}>
        {changeWords[change.kind]}
        {alsoMoved && ", moved"}
      </span>
      <InlineButton
        className={mergeClasses(styles.words, isGone && styles.gone)}
        title={isGone ? "Open it in the earlier filing" : "Open it in the filing"}
        onActivate={() => actions.openCitation(citationOf(sentence, document, found))}
      >
        {"words" in change ? <ChangedWords words={change.words} /> : oneLine(sentence.text)}
      </InlineButton>
    </li>
  );
}

function ChangedWords({ words }: { words: readonly WordStretch[] }) {
  const styles = useChangesStyles();
  return words.map(({ kind, text }, position) => {
    if (kind === "same") return <span key={position}>{text}</span>;
    const lead = /^\s*/.exec(text)![0];
    const rest = text.slice(lead.length);
    return (
      <span key={position}>
        {lead}
        {kind === "added" ? (
          <ins className={styles.inserted}>{rest}</ins>
        ) : (
          <del className={styles.deleted}>{rest}</del>
        )}
      </span>
    );
  });
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
