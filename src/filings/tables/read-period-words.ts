/** What words say of a period; what they leave open is null. */
export interface PeriodWords {
  readonly year: number | null;
  /** 1 to 12. */
  readonly month: number | null;
  readonly day: number | null;
  /** 3, 6, 9 or 12 for "thirteen weeks" to "year". */
  readonly months: number | null;
  readonly kind: "instant" | "duration" | null;
  /** Several years are named and none is chosen: "June 30, 2024 and 2023". */
  readonly isOpen: boolean;
  /** The days named, for a year that chooses among them: "November 29, 2024 and December 1, 2023". */
  readonly days: readonly NamedDay[];
}

interface NamedDay {
  readonly year: number;
  readonly month: number;
  readonly day: number | null;
}

export const noPeriodWords: PeriodWords = {
  year: null,
  month: null,
  day: null,
  months: null,
  kind: null,
  isOpen: false,
  days: [],
};

const monthNames = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const counts = new Map(
  Object.entries({
    one: 1,
    two: 2,
    three: 3,
    six: 6,
    nine: 9,
    twelve: 12,
    thirteen: 13,
    fourteen: 14,
    "twenty-six": 26,
    "twenty-seven": 27,
    "thirty-nine": 39,
    forty: 40,
    "fifty-two": 52,
    "fifty-three": 53,
  }),
);
const countWord = `\\d{1,2}|${[...counts.keys()].join("|")}|twenty six|twenty seven|thirty nine|fifty two|fifty three`;
const monthWord =
  "jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";

const word = new RegExp(
  [
    `\\b(?<count>${countWord})[\\s-]*(?<span>month|week)s?\\b`,
    `\\b(?<monthFirst>${monthWord})\\b\\.?\\s*(?:(?<dayAfter>\\d{1,2})(?!\\d)(?:st|nd|rd|th)?\\s*,?\\s*)?(?<yearAfter>(?:19|20)\\d\\d\\b)?`,
    `\\b(?<dayBefore>\\d{1,2})[\\s-]+(?<monthAfter>${monthWord})\\b\\.?[\\s,-]*(?<yearLast>(?:19|20)\\d\\d\\b)?`,
    `\\b(?<numberMonth>\\d{1,2})/(?<numberDay>\\d{1,2})/(?<numberYear>(?:19|20)?\\d\\d)\\b`,
    `\\b(?:q(?<quarter>[1-4])|(?<nth>first|second|third|fourth|1st|2nd|3rd|4th)\\s+(?:fiscal\\s+)?quarter|(?<half>(?:first|second)\\s+half)|(?<quarters>quarters?(?:ly)?))\\b`,
    `\\b(?<annual>(?:fiscal\\s+)?years?[\\s-]+end(?:ed|ing)|annual|full[\\s-]+year|fiscal\\s+years?|\\bFY|fiscal(?=\\s+(?:19|20)\\d\\d))`,
    `\\b(?<asOf>as\\s+of|as\\s+at|at(?=\\s+(?:${monthWord})\\b)|balances?(?:\\s+at|\\s+as\\s+of|,))`,
    `(?<year>(?<![\\d,.$])(?:19|20)\\d\\d(?![\\d,]|\\.\\d))`,
  ].join("|"),
  "gi",
);
const change = /\b(?:change|variance|increase|decrease|vs\.?|versus|compared)\b/i;
const otherYear =
  /\b(?:due|plan|notes?|bonds?|loan|facility|maturing|series|program|act|thereafter|expir\w+|through|acquisition|issued)\b/i;
const longestWords = 400;
const mostOtherLetters = 14;

/** What the heads over a column say of its period, from top to bottom; the lower ones win. Null where they say nothing. */
export function readPeriodWords(heads: readonly string[]): PeriodWords | null {
  let found = noPeriodWords;
  // A date may be split over lines: "June 30," above "2024".
  const joined = heads.filter((head) => head.length <= longestWords && !otherYear.test(head));
  const last = joined[joined.length - 1];
  if (last === undefined || change.test(last)) return null;
  for (const head of joined) found = readOne(head, found);
  return found.year === null && found.month === null && found.months === null && found.kind === null && !found.isOpen
    ? null
    : found;
}

function readOne(head: string, before: PeriodWords): PeriodWords {
  let now = before;
  const isDated = before.year !== null && before.month !== null;
  const years = new Set<number>();
  const days = new Set<string>();
  const named: NamedDay[] = [];
  for (const { groups } of head.matchAll(word)) {
    const g = groups as Record<string, string | undefined>;
    if (g["count"] !== undefined) {
      now = { ...now, months: monthsOf(g["count"], g["span"]!), kind: "duration" };
    } else if (g["monthFirst"] !== undefined || g["monthAfter"] !== undefined) {
      const name = (g["monthFirst"] ?? g["monthAfter"])!;
      const day = g["dayAfter"] ?? g["dayBefore"];
      const year = g["yearAfter"] ?? g["yearLast"];
      now = {
        ...now,
        month: monthNames.indexOf(name.slice(0, 3).toLowerCase()) + 1,
        day: day === undefined ? null : Number(day),
      };
      days.add(`${now.month}-${now.day}`);
      if (year !== undefined) {
        years.add(Number(year));
        named.push({ year: Number(year), month: now.month!, day: now.day });
      }
    } else if (g["numberMonth"] !== undefined) {
      now = { ...now, month: Number(g["numberMonth"]), day: Number(g["numberDay"]) };
      years.add(fullYear(Number(g["numberYear"])));
    } else if (g["quarter"] !== undefined || g["nth"] !== undefined || g["quarters"] !== undefined) {
      now = { ...now, months: now.months ?? 3, kind: "duration" };
    } else if (g["half"] !== undefined) {
      now = { ...now, months: 6, kind: "duration" };
    } else if (g["annual"] !== undefined) {
      now = { ...now, months: /^(?:fiscal|FY)/i.test(g["annual"]) ? (now.months ?? 12) : 12, kind: "duration" };
    } else if (g["asOf"] !== undefined) {
      now = { ...now, kind: "instant", months: null };
    } else if (g["year"] !== undefined) {
      years.add(Number(g["year"]));
    }
  }
  // Below a whole date a year alone is something else: when a loan was made, when it falls due.
  if (isDated && days.size === 0) return now;
  if (years.size === 1 && days.size <= 1) return { ...now, year: [...years][0]!, isOpen: false };
  if (years.size > 1) return { ...now, year: null, isOpen: true, days: named };
  return now;
}

function monthsOf(count: string, span: string): number {
  const lower = count.toLowerCase().replace(/\s+/g, "-");
  const number = counts.get(lower) ?? Number(lower);
  return span.toLowerCase() === "month" ? number : Math.round(number / 4.35);
}

function fullYear(year: number): number {
  if (year >= 100) return year;
  return year >= 70 ? 1900 + year : 2000 + year;
}

/** What a row's label says of its period; a year that is only mentioned among other words is not the row's. */
export function readPeriodLabel(label: string): PeriodWords | null {
  const found = readPeriodWords([label]);
  if (found === null || found.year === null || found.month !== null) return found;
  const others = label.replace(word, "").replace(/[^\p{L}]/gu, "");
  return others.length <= mostOtherLetters ? found : null;
}

/** What the nearer words leave open, the farther ones say. */
export function fillPeriod(nearer: PeriodWords | null, farther: PeriodWords | null): PeriodWords | null {
  if (nearer === null || farther === null) return nearer ?? farther;
  const year = nearer.year ?? farther.year;
  const chosen = nearer.month === null ? farther.days.find((day) => day.year === nearer.year) : undefined;
  return {
    year,
    month: chosen?.month ?? nearer.month ?? farther.month,
    day: chosen !== undefined ? chosen.day : nearer.month === null ? farther.day : nearer.day,
    days: nearer.days.length > 0 ? nearer.days : farther.days,
    months: nearer.months ?? (nearer.kind === "instant" ? null : farther.months),
    kind: nearer.kind ?? farther.kind,
    isOpen: year === null && (nearer.isOpen || farther.isOpen),
  };
}
