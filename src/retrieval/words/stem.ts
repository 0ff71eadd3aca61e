const known = new Map<string, string>();

/**
 * A word without its commonest endings: enough that "acquisitions" finds "acquisition" and "declined" finds "decline".
 * A heavier stemmer merges words filings keep apart ("operating", "operations").
 */
export function stem(word: string): string {
  const found = known.get(word);
  if (found !== undefined) return found;
  const stemmed = cut(word);
  // Filings hold endless numbers and names; the cache is for the words that come again.
  if (known.size < 50_000) known.set(word, stemmed);
  return stemmed;
}

function cut(word: string): string {
  let left = word;
  if (left.length > 4) {
    if (left.endsWith("ies")) left = `${left.slice(0, -3)}y`;
    else if (left.endsWith("sses")) left = left.slice(0, -2);
    else if (left.endsWith("s") && !/(?:ss|us|is)$/.test(left)) left = left.slice(0, -1);
  }
  if (left.length > 6) {
    if (left.endsWith("ing")) left = left.slice(0, -3);
    else if (left.endsWith("ed")) left = left.slice(0, -2);
  }
  return left.length > 4 && left.endsWith("e") ? left.slice(0, -1) : left;
}
