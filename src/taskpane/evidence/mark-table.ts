import { type Span } from "./locate-quote";

export interface MarkedCell {
  readonly text: string;
  readonly isMarked: boolean;
}

/**
 * The cells of a table that a span of its passage's text covers. A table's text is its cells in reading order with
 * separators between, so each cell is looked for after the one before it; a cell not found is left unmarked.
 */
export function markTable(
  rows: readonly (readonly string[])[],
  passageText: string,
  span: Span | null,
): MarkedCell[][] {
  let cursor = 0;
  return rows.map((row) =>
    row.map((text) => {
      if (text === "") return { text, isMarked: false };
      const start = passageText.indexOf(text, cursor);
      if (start === -1) return { text, isMarked: false };
      cursor = start + text.length;
      return { text, isMarked: span !== null && start < span.end && span.start < cursor };
    }),
  );
}
