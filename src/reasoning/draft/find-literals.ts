/** Years, days, items and forms a statement may name, because what it refers to bears them. */
export interface AllowedMentions {
  readonly years: ReadonlySet<number>;
  /** ISO days. */
  readonly dates: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
  readonly forms: ReadonlySet<string>;
  /** Names that contain digits of their own: companies, document titles, sheet and cell names, labels. */
  readonly names: readonly string[];
  readonly quarters: boolean;
}

export interface LiteralSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const months = "january february march april may june july august september october november december".split(" ");
const small = "one|two|three|four|five|six|seven|eight|nine|ten";
const large =
  "eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred";
const measures = "per ?cent|percentage|million|billion|trillion|thousand|hundred|basis|times|fold|dollars|cents|points";
const inWords = new RegExp(
  [
    String.raw`\b(?:${small}|a|half a|several|few)[\s-]+(?:${measures})\b`,
    String.raw`\b(?:${large})(?:[\s-]+(?:${small}))?\b(?:[\s-]+(?:${measures})\b)?`,
    String.raw`\b(?:doubl|tripl|quadrupl)(?:ed|es|ing|e)\b`,
    String.raw`\bhalv(?:ed|es|ing|e)\b`,
    String.raw`\b(?:two|three|four|five)fold\b`,
    String.raw`\b(?:one|two|three|a)[\s-](?:third|quarter|fifth|half)s?\b(?=[\s-]+of\b)`,
    String.raw`\bhalf of\b`,
  ].join("|"),
  "giu",
);
const inDigits =
  /[$€£¥(]?[-−]?[\p{N}]+(?:[.,\s]?\p{N}+)*\)?(?:\s?(?:%|‰|x\b|×|bps?\b|(?:percent|per cent|percentage points|basis points|thousand|million|billion|trillion|bn|mm?|k|tn)\b))?/giu;

/** Numbers that stand in the words themselves, in digits or spelled out, other than the mentions allowed. */
export function findLiterals(text: string, allowed: AllowedMentions): LiteralSpan[] {
  const masked = maskMentions(text, allowed);
  const spans = [...masked.matchAll(inDigits), ...masked.matchAll(inWords)].map((match) => {
    const start = match.index + (match[0].length - match[0].trimStart().length);
    const end = match.index + match[0].trimEnd().length;
    return { start, end };
  });
  spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const merged: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last !== undefined && span.start < last.end) last.end = Math.max(last.end, span.end);
    else merged.push({ ...span });
  }
  return merged.map((span) => ({ ...span, text: text.slice(span.start, span.end) }));
}

/** Blanks out what may stand, keeping every position. */
function maskMentions(text: string, allowed: AllowedMentions): string {
  let masked = text;
  const blank = (pattern: RegExp, admits: (match: RegExpMatchArray) => boolean): void => {
    masked = masked.replace(pattern, (...parts: unknown[]) => {
      const match = parts.filter((part) => typeof part === "string") as unknown as RegExpMatchArray;
      return admits(match) ? "·".repeat(String(parts[0]).length) : String(parts[0]);
    });
  };
  for (const name of [...allowed.names].sort((a, b) => b.length - a.length)) {
    if (/\p{N}/u.test(name))
      blank(new RegExp(`(?<![\\p{L}\\p{N}.,])${escape(name)}(?![\\p{L}\\p{N}]|[.,]\\p{N})`, "gu"), () => true);
  }
  blank(/\b(10-K|10-Q|8-K|20-F|6-K|40-F)(?:\/A)?\b/g, (match) => allowed.forms.has(match[1] ?? ""));
  blank(/\bItem\s+(\d{1,2}(?:[A-C]|\.\d\d)?)\b/gi, (match) => allowed.items.has((match[1] ?? "").toUpperCase()));
  blank(/\b(\d{4}-\d\d-\d\d)\b/g, (match) => allowed.dates.has(match[1] ?? ""));
  blank(new RegExp(`\\b(${months.join("|")})\\s+(\\d{1,2}),?\\s+(\\d{4})\\b`, "gi"), (match) =>
    allowed.dates.has(isoDay(match[3], match[1], match[2])),
  );
  blank(new RegExp(`\\b(\\d{1,2})\\s+(${months.join("|")})\\s+(\\d{4})\\b`, "gi"), (match) =>
    allowed.dates.has(isoDay(match[3], match[2], match[1])),
  );
  if (allowed.quarters) blank(/\b(?:[Qq]([1-4])|([1-4])Q)(?![\p{N}])/gu, () => true);
  blank(
    /(?<![\p{N}.,$€£-])((?:19|20)\d\d)(?![\p{N}%]|[.,]\p{N}|\s*(?:%|percent|thousand|million|billion|units|shares))/gu,
    (match) => allowed.years.has(Number(match[1])),
  );
  blank(/\bFY\s?'?(\d\d)\b/g, (match) => allowed.years.has(2000 + Number(match[1])));
  return masked;
}

function isoDay(year: string | undefined, month: string | undefined, day: string | undefined): string {
  const index = months.indexOf((month ?? "").toLowerCase()) + 1;
  return `${year}-${String(index).padStart(2, "0")}-${(day ?? "").padStart(2, "0")}`;
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
