import { transformText } from "./xbrl/transform-text";

export interface Cover {
  readonly company: string | null;
  readonly form: string | null;
  readonly periodEnd: string | null;
}

/** A line that is the form's name: a press release that mentions "our Form 10-K" is none. */
const form =
  /^\W*form\s+(10-?K(?:405|SB|T)?(?:\/A)?|10-?Q(?:\/A)?|8-?K(?:\/A)?|20-?F(?:\/A)?|40-?F|6-?K)\b(?!.*\b(?:filed|our|its|and)\b).{0,60}$/im;
const period =
  /(?:(?:fiscal |quarterly |transition )?(?:year|period|quarter)s?\s+end(?:ed|ing)|date of report[^:]{0,60}[:)]?|date of earliest event reported\)?:?)\s*:?\s*([A-Z][a-z]+\s+\d{1,2}\s*,\s*\d{4})/i;
const name = /^\s*(.{2,120}?)\s*\n[\s_—–-]*\(exact name of (?:the )?(?:registrant|company)/im;

/** What a cover page says of itself where nothing is tagged. */
export function readCover(text: string): Cover {
  const date = period.exec(text)?.[1];
  const periodEnd = date === undefined ? null : transformText(date, "ixt:date-monthname-day-year-en");
  return {
    company: name.exec(text)?.[1]?.replace(/[_|]+/g, " ").replace(/\s+/g, " ").trim() || null,
    form:
      form
        .exec(text)?.[1]
        ?.toUpperCase()
        .replace(/^(10|8|20|40|6)-?([KQF])/, "$1-$2") ?? null,
    periodEnd: periodEnd !== null && /^\d{4}-\d{2}-\d{2}$/.test(periodEnd) ? periodEnd : null,
  };
}
