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
/** Some filers leave the caption out: their name stands under the file number, with its legal form. */
const nameUnderFileNumber =
  /commission file (?:number|no\.?)[^\n]{0,40}\n+\s*([^\n]{2,60}\b(?:inc|incorporated|corp|corporation|company|co|ltd|limited|plc|llc|l\.p|n\.v|s\.a|ag|group|holdings|trust)\b\.?)\s*\n/i;
const signature = /^\s*(.{2,80}?)\s*\(registrant\)/im;

/** What a cover page says of itself where nothing is tagged. */
export function readCover(text: string): Cover {
  const date = period.exec(text)?.[1];
  const periodEnd = date === undefined ? null : transformText(date, "ixt:date-monthname-day-year-en");
  return {
    company: tidyName(name.exec(text)?.[1]) ?? tidyName(nameUnderFileNumber.exec(text)?.[1]),
    form:
      form
        .exec(text)?.[1]
        ?.toUpperCase()
        .replace(/^(10|8|20|40|6)-?([KQF])/, "$1-$2") ?? null,
    periodEnd: periodEnd !== null && /^\d{4}-\d{2}-\d{2}$/.test(periodEnd) ? periodEnd : null,
  };
}

/** Who signed a filing as its registrant: where the cover shows a picture instead of a name. */
export function findSigner(text: string): string | null {
  return tidyName(signature.exec(text)?.[1]);
}

/** Words that stand where a name might, and are none, say what a line is for. */
function tidyName(found: string | undefined): string | null {
  const tidy = (found ?? "").replace(/[_|]+/g, " ").replace(/\s+/g, " ").trim();
  return tidy === "" || /commission file|transition period|\bpursuant\b/i.test(tidy) ? null : tidy;
}
