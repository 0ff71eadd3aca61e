import { mergeClasses } from "@fluentui/react-components";
import { useEffect, useRef } from "react";
import { type PassageContext } from "../../contracts/evidence";
import { type Span } from "./locate-quote";
import { markTable } from "./mark-table";
import { usePassageViewStyles } from "./passage-view.styles";

type PassageOfContext = PassageContext["passages"][number];

/** A filing's own words or table, with the quoted part marked. */
export function PassageBody(props: { passage: PassageOfContext; isCentre: boolean; marked: Span | null }) {
  const { passage, isCentre, marked } = props;
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
        <MarkedText text={passage.text} marked={marked} />
      ) : (
        <MarkedTable table={passage.table} text={passage.text} marked={marked} />
      )}
    </div>
  );
}

function MarkedText({ text, marked }: { text: string; marked: Span | null }) {
  const styles = usePassageViewStyles();
  if (marked === null) return text;
  return (
    <>
      {text.slice(0, marked.start)}
      <mark data-testid="passage-highlight" className={styles.mark}>
        {text.slice(marked.start, marked.end)}
      </mark>
      {text.slice(marked.end)}
    </>
  );
}

type TableOfPassage = NonNullable<PassageOfContext["table"]>;

function MarkedTable({ table, text, marked }: { table: TableOfPassage; text: string; marked: Span | null }) {
  const styles = usePassageViewStyles();
  return (
    <div className={styles.tableFrame} tabIndex={0} role="region" aria-label="Table of the filing">
      <table className={styles.table}>
        <TableCaption table={table} />
        <tbody>
          {markTable(table.rows, text, marked).map((row, rowPosition) => (
            <tr key={rowPosition} className={rowPosition < table.headRows ? styles.head : undefined}>
              {row.map((cell, position) => (
                <td key={position} className={looksLikeFigure(cell.text) ? styles.figure : undefined}>
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

/** What the filing says above the table: its name and what its numbers are counted in. */
function TableCaption({ table: { caption, units } }: { table: TableOfPassage }) {
  const styles = usePassageViewStyles();
  const saysUnits = units !== null && caption?.includes(units.printed) !== true;
  if (caption === null && !saysUnits) return null;
  return (
    <caption className={styles.caption}>
      {[caption, saysUnits ? units.printed : null].filter(Boolean).join(" · ")}
    </caption>
  );
}

/** "$ 1,234", "(56.7)", "12%", "—": set to the right, as they are in a filing. */
function looksLikeFigure(text: string): boolean {
  // Longer texts are prose, and a long run of blanks would cost the pattern its square.
  return text.length <= 40 && /^[($€£\s]*[-–—\d][\d,.\s]*[)%\s]*$/.test(text);
}
