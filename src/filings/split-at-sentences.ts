import { sentenceSpans } from "../concepts/sentence-spans";

/** Lengths of the pieces a long paragraph is cut into: at a sentence's end near `aim`, at a space before `most` else. */
export function splitAtSentences(text: string, aim: number, most: number): number[] {
  const starts = sentenceSpans(text).map(({ start }) => start);
  const lengths: number[] = [];
  let start = 0;
  let sentence = 0;
  while (text.length - start > most) {
    let cut = 0;
    while (sentence < starts.length && starts[sentence]! <= start + most) {
      const length = starts[sentence]! - start;
      if (cut > 0 && length > aim && cut >= aim / 2) break;
      if (length > 0) cut = length;
      sentence++;
    }
    if (cut === 0) cut = lastBreakIn(text.slice(start, start + most)) || most;
    lengths.push(cut);
    start += cut;
  }
  if (start < text.length) lengths.push(text.length - start);
  return lengths;
}

/** In a sentence too long for a passage: behind its last semicolon, else behind its last space; 0 where it has none. */
function lastBreakIn(window: string): number {
  const clause = window.lastIndexOf("; ");
  return clause > window.length / 2 ? clause + 2 : window.lastIndexOf(" ") + 1;
}
