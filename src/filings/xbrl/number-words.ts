const units = (
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen " +
  "sixteen seventeen eighteen nineteen"
).split(" ");
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const large = new Map([
  ["thousand", 1e3],
  ["million", 1e6],
  ["billion", 1e9],
  ["trillion", 1e12],
]);

/** "twenty-one" is 21, "no" and "none" are 0; null for what is not one number: "five and six", "two to three". */
export function readNumberWords(text: string): number | null {
  const words = text
    .toLowerCase()
    .replace(/[-\u2010-\u2015,]/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "");
  if (words.length === 1 && /^(?:no|none|nil|zero)$/.test(words[0]!)) return 0;
  return words.length === 0 ? null : new NumberWords(words).read();
}

/** Groups of up to three digits in words, each with a scale below that of the group before it. */
class NumberWords {
  private at = 0;

  constructor(private readonly words: readonly string[]) {}

  read(): number | null {
    let total = 0;
    let smallest = Number.POSITIVE_INFINITY;
    while (this.at < this.words.length) {
      if (this.at > 0) this.skip("and");
      const group = this.group();
      if (group === null) return null;
      const scale = large.get(this.words[this.at] ?? "") ?? 1;
      if (scale > 1) this.at++;
      if (scale >= smallest || (scale === 1 && this.at < this.words.length)) return null;
      smallest = scale;
      total += group * scale;
    }
    return total;
  }

  private group(): number | null {
    const first = this.word();
    if (/^\d+$/.test(first)) {
      this.at++;
      return Number(first);
    }
    let value = this.belowHundred();
    if (value === null && (first === "a" || first === "an")) {
      this.at++;
      value = 1;
    }
    if (value === null && !large.has(first) && first !== "hundred") return null;
    if (!this.skip("hundred")) return value ?? 1;
    const hasAnd = this.skip("and");
    const rest = this.belowHundred();
    return hasAnd && rest === null ? null : (value ?? 1) * 100 + (rest ?? 0);
  }

  private belowHundred(): number | null {
    const ten = tens.indexOf(this.word());
    if (ten < 0) {
      const unit = units.indexOf(this.word());
      if (unit < 1) return null;
      this.at++;
      return unit;
    }
    this.at++;
    const unit = units.indexOf(this.word());
    if (unit < 1 || unit > 9) return (ten + 2) * 10;
    this.at++;
    return (ten + 2) * 10 + unit;
  }

  private skip(word: string): boolean {
    if (this.word() !== word) return false;
    this.at++;
    return true;
  }

  private word(): string {
    return this.words[this.at] ?? "";
  }
}
