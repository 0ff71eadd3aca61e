const sentenceEnd = /[.!?;:]["”’)\]]*\s/g;

/** Lengths of the pieces a long paragraph is cut into: at a sentence's end near `aim`, at a space before `most` else. */
export function splitAtSentences(text: string, aim: number, most: number): number[] {
  const lengths: number[] = [];
  let start = 0;
  while (text.length - start > most) {
    const window = text.slice(start, start + most);
    let cut = -1;
    for (const match of window.matchAll(sentenceEnd)) {
      const end = match.index + match[0].length;
      if (end <= aim || cut < 0) cut = end;
      else if (cut < aim * 0.5) cut = end;
    }
    if (cut <= 0) cut = window.lastIndexOf(" ") + 1;
    if (cut <= 0) cut = most;
    lengths.push(cut);
    start += cut;
  }
  if (start < text.length) lengths.push(text.length - start);
  return lengths;
}
