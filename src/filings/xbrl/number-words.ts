const small = new Map(
  (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
    "sixteen seventeen eighteen nineteen"
  )
    .split(" ")
    .map((word, value) => [word, value]),
);
const tens = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety".split(" ").map((word, index) => [word, (index + 2) * 10]),
);
const large = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);

/** "twenty-one" is 21, "no" and "none" are 0; null where a word is not a number. */
export function readNumberWords(text: string): number | null {
  const words = text
    .toLowerCase()
    .replace(/[-\u2010-\u2015,]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "" && word !== "and");
  if (words.length === 0) return null;
  if (words.length === 1 && /^(?:no|none|nil|zero)$/.test(words[0]!)) return 0;
  let total = 0;
  let group = 0;
  for (const word of words) {
    const scale = large.get(word);
    if (scale !== undefined) {
      total += (group || 1) * scale;
      group = 0;
    } else if (word === "hundred") {
      group = (group || 1) * 100;
    } else {
      const value = small.get(word) ?? tens.get(word) ?? (word === "a" || word === "an" ? 1 : null) ?? digits(word);
      if (value === null) return null;
      group += value;
    }
  }
  return total + group;
}

function digits(word: string): number | null {
  return /^\d+$/.test(word) ? Number(word) : null;
}
