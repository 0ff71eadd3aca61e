import { Fragment } from "react";
import { useInlineStyles } from "./inline.styles";

/** Words whose dates stay on one line: browsers break "2025-02-14" after its hyphens. */
export function UnbrokenDates({ words }: { words: string }) {
  const styles = useInlineStyles();
  return words.split(/(\b\d{4}-\d{2}-\d{2}\b)/).map((piece, position) =>
    position % 2 === 0 ? (
      <Fragment key={position}>{piece}</Fragment>
    ) : (
      <span key={position} className={styles.date}>
        {piece}
      </span>
    ),
  );
}
