import { mergeClasses } from "@fluentui/react-components";
import { Fragment, useEffect, useRef } from "react";
import { type PassageContext, type PassageSentences } from "../../contracts/evidence";
import { type Span } from "./locate-quote";
import { type MarkedStretch, markSentences } from "./mark-sentences";
import { markTable } from "./mark-table";
import { usePassageViewStyles } from "./passage-view.styles";

type PassageOfContext = PassageContext["passages"][number];

/** A filing's own words or table, with the quoted part marked. */
export function PassageBody(props: {
  passage: PassageOfContext;
  isCentre: boolean;
  marked: Span | null;
  /** Which of its sentences are new; null where nobody looked. */
  standing: PassageSentences | null;
}) {
  const { passage, isCentre, marked, standing } = props;
  const styles = usePassageViewStyles();
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isCentre) return;
    const target = frame.current?.querySelector("mark") ?? frame.current;
    target?.scrollIntoView?.({ block: "center" });
  }, [isCentre, passage.id]);
  return (
    <div ref={frame} className={mergeClasses(styles.passage, isCentre && styles.centre)}>
      {passage.table === null ? (
        <MarkedText text={passage.text} marked={marked} standing={standing} />
      ) : (
        <MarkedTable table={passage.table} text={passage.text} marked={marked} />
      )}
    </div>
  );
}

function MarkedText(props: { text: string; marked: Span | null; standing: PassageSentences | null }) {
  const styles = usePassageViewStyles();
  const stretches = markSentences(props.text, props.marked, props.standing);
  const quoted = stretches.filter(({ isQuoted }) => isQuoted);
  if (quoted.length === 0) return <Stretches stretches={stretches} />;
  const first = stretches.indexOf(quoted[0]!);
  return (
    <>
      <Stretches stretches={stretches.slice(0, first)} />
      <mark data-testid="passage-highlight" className={styles.mark}>
        <Stretches stretches={quoted} />
      </mark>
      <Stretches stretches={stretches.slice(first + quoted.length)} />
    </>
  );
}

function Stretches({ stretches }: { stretches: readonly MarkedStretch[] }) {
  const styles = usePassageViewStyles();
  return stretches.map(({ text, mark }, position) => {
    if (mark === null) return <Fragment key={position}>{text}</Fragment>;
    const isNew = mark === "new";
    return (
      <span
        key={position}
        data-testid={`${mark}-sentence`}
        className={isNew ? styles.newSentence : styles.commonSentence}
        title={isNew ? "In no earlier filing of the company on file" : "In other companies' filings as well"}
      >
        {text}
      </span>
    );
  });
}

type TableOfPassage = NonNullable<PassageOfContext["table"]>;

function MarkedTable({ table, text, marked }: { table: TableOfPassage; text: string; marked: Span | null }) {
  const styles = usePassageViewStyles();
  const alignment = (text: string, isColumnHead: boolean): string | undefined =>
    looksLikeFigure(text) ? styles.figure : isColumnHead ? styles.columnHead : undefined;
  return (
    <div className={styles.tableFrame} tabIndex={0} role="region" aria-label="Table of the filing">
      <table className={styles.table}>
        <TableCaption table={table} />
        <tbody>
          {markTable(table.rows, text, marked).map((row, rowPosition) => (
            <tr key={rowPosition} className={rowPosition < table.headRows ? styles.head : undefined}>
              {row.map((cell, position) => (
                <td key={position} className={alignment(cell.text, rowPosition < table.headRows && position > 0)}>
                  {cell.isMarked ? (
                    <mark data-testid="passage-highlight" className={styles.mark}>
                      {cell.text}
                    </mark>
                  ) : (
                    cell.text
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What the filing says above the table: its name and what its numbers are counted in, where no head says it. */
function TableCaption({ table: { caption, units, rows, headRows } }: { table: TableOfPassage }) {
  const styles = usePassageViewStyles();
  const printed = units?.printed.toLowerCase() ?? "";
  const said = [caption ?? "", ...rows.slice(0, headRows).flat()].some((text) => text.toLowerCase().includes(printed));
  const words = [caption?.replace(/[:\s]+$/, ""), said ? null : units?.printed].filter(Boolean);
  if (words.length === 0) return null;
  return <caption className={styles.caption}>{words.join(" · ")}</caption>;
}

/** "$ 1,234", "(56.7)", "12%", "—": set to the right, as they are in a filing. */
function looksLikeFigure(text: string): boolean {
  // Longer texts are prose, and a long run of blanks would cost the pattern its square.
  return text.length <= 40 && /^[($€£\s]*[-–—.\d][\d,.\s]*[)%\s]*$/.test(text);
}
