/** Ends that are none: "Inc.", "U.S.", "No." and single initials. */
const notAnEnd =
  /(?:\b(?:Inc|Corp|Co|Ltd|LLC|No|Nos|vs|approx|Mr|Ms|Mrs|Dr|St|Jr|Sr|etc|e\.g|i\.e|U\.S|U\.K)|\b\p{Lu})\.$/u;

/** Sentences with where they stand; together they cover all words of the text, white space between them apart. */
export function sentenceSpans(text: string): { start: number; end: number }[] {
  const spans: { start: number; end: number }[] = [];
  let start = 0;
  const close = (end: number): void => {
    const slice = text.slice(start, end);
    const from = start + (slice.length - slice.trimStart().length);
    const to = start + slice.trimEnd().length;
    if (to > from) spans.push({ start: from, end: to });
    start = end;
  };
  for (const match of text.matchAll(/[.!?]{1,5}["”’')\]]*(?=\s)|\n\s*\n|\n(?=\s*[\p{Lu}•▪])/gu)) {
    const end = match.index + match[0].length;
    if (match[0].startsWith(".") && notAnEnd.test(text.slice(start, match.index + 1))) continue;
    close(end);
  }
  close(text.length);
  return spans;
}

export function splitSentences(text: string): string[] {
  return sentenceSpans(text).map((span) => text.slice(span.start, span.end));
}
