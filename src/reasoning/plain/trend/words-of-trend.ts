const words = "none one two three four five six seven eight nine ten eleven twelve".split(" ");

/** Small counts as words: a count of steps is no figure of a filing. */
export function countWord(count: number): string {
  return words[count] ?? String(count);
}

/** "a, b and c". */
export function joinWords(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}
