import { mergeClasses } from "@fluentui/react-components";
import { type Citation } from "../../contracts/evidence";
import { useInlineStyles } from "./inline.styles";

/** What the marks beside numbers mean, for whoever meets them first. */
export function MarksLegend({ hasRead }: { hasRead: boolean }) {
  const styles = useInlineStyles();
  return (
    <p className={styles.legend} data-testid="marks-legend">
      <span className={mergeClasses(styles.number, styles.matched)} aria-hidden /> as in its cell or filing{" · "}
      {hasRead && (
        <>
          <span className={mergeClasses(styles.number, styles.read)} aria-hidden /> from a table the filer did not tag
          {" · "}
        </>
      )}
      <span className={mergeClasses(styles.number, styles.derived)} aria-hidden /> computed by Marginalia{" · "}
      click a number to see its source
    </p>
  );
}

/** Whether a figure among these was read from a table that nobody tagged: its mark is explained only where it shows. */
export function hasReadFigure(citations: readonly Citation[]): boolean {
  return citations.some(({ readFromTable }) => readFromTable === true);
}
