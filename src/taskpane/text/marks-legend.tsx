import { mergeClasses } from "@fluentui/react-components";
import { useInlineStyles } from "./inline.styles";

/** What the marks beside numbers mean, for whoever meets them first. */
export function MarksLegend() {
  const styles = useInlineStyles();
  return (
    <p className={styles.legend} data-testid="marks-legend">
      <span className={mergeClasses(styles.number, styles.matched)} aria-hidden /> as in its cell or filing{" · "}
      <span className={mergeClasses(styles.number, styles.read)} aria-hidden /> from a table the filer did not tag
      {" · "}
      <span className={mergeClasses(styles.number, styles.derived)} aria-hidden /> computed by Marginalia{" · "}
      click a number to see its source
    </p>
  );
}
