/** White space, quotation marks and dashes differ between a page and a copy of it; nothing else may. */
function fold(character: string): string {
  if (/\s/.test(character)) return " ";
  if (/[‘’‚]/.test(character)) return "'";
  if (/[“”„]/.test(character)) return '"';
  if (/[‐‑‒–—−]/.test(character)) return "-";
  return character;
}

/** The text with white space collapsed, and where each of its characters stood. */
function foldText(text: string): { folded: string; places: number[] } {
  let folded = "";
  const places: number[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = fold(text.charAt(at));
    if (character === " " && (folded === "" || folded.endsWith(" "))) continue;
    folded += character;
    places.push(at);
  }
  return { folded, places };
}

/**
 * Where a quote stands in a passage, as a span of the passage's own text: what is shown is always that slice, never
 * the quote as it was given. Null where it does not stand there word for word.
 */
export function locateQuote(passage: string, quote: string): { start: number; end: number } | null {
  const wanted = foldText(quote).folded.trim();
  if (wanted === "") return null;
  const { folded, places } = foldText(passage);
  for (let from = folded.indexOf(wanted); from >= 0; from = folded.indexOf(wanted, from + 1)) {
    // A quote that cuts into a word or a number ("12" out of "128", "1.2" out of "1.25") is not a quote.
    if (cutsAWord(folded, from, from + wanted.length)) continue;
    const start = places[from];
    const last = places[from + wanted.length - 1];
    if (start !== undefined && last !== undefined) return { start, end: last + 1 };
  }
  return null;
}

function cutsAWord(text: string, start: number, end: number): boolean {
  const inWord = /^[\p{L}\p{N}]$/u;
  const joins = (left: string, right: string, beyond: string): boolean =>
    (inWord.test(left) && inWord.test(right)) || (/[.,]/.test(right) && /\d/.test(left) && /\d/.test(beyond));
  const before = text.charAt(start - 1);
  const after = text.charAt(end);
  return (
    (before !== "" && joins(text.charAt(start), before, text.charAt(start - 2))) ||
    (after !== "" && joins(text.charAt(end - 1), after, text.charAt(end + 1))) ||
    // A minus sign, bracket or currency left behind turns a loss into a profit.
    (/\d/.test(text.charAt(start)) && /[-($]/.test(before))
  );
}
