import { type PassageSentences } from "../../contracts/evidence";

/** A sentence that so many other companies had filed is nobody's own. */
const companiesOfBoilerplate = 3;
/** A passage nearly all of such sentences says nothing of the company. */
const boilerplateShare = 0.8;

export interface PassageNovelty {
  /** True where nearly all of its sentences stand in other companies' filings. */
  readonly recursOverCompanies: boolean;
  /** Share of its words that stand in no earlier filing of the company, 0..1; null where no earlier filing is on file. */
  readonly newShare: number | null;
}

/** What is new in a passage, weighed by length: a long sentence says more than a heading. */
export function noveltyOf({ sentences, earlierFilings }: PassageSentences): PassageNovelty {
  let all = 0;
  let shared = 0;
  let fresh = 0;
  for (const { start, end, atOtherCompanies, inEarlierFilings } of sentences) {
    all += end - start;
    if (atOtherCompanies >= companiesOfBoilerplate) shared += end - start;
    if (inEarlierFilings === 0) fresh += end - start;
  }
  return {
    recursOverCompanies: all > 0 && shared >= all * boilerplateShare,
    newShare: earlierFilings === 0 || all === 0 ? null : fresh / all,
  };
}

const whatChanged =
  /\bwhat(?:'s|’s| is| was| has| have)?(?: been)? (?:new|changed|added)\b|\b(?:newly|new) (?:disclosed|added|risks?|risk factors?|language|disclosures?)\b|\b(?:changes?|changed|additions?) (?:in|to|of|from) .{0,60}\b(?:risk factors?|disclosures?|language|wording|md&a|discussion|since|compared|last year|prior year|year before|filing)|\bnew since\b|\bdiffer(?:s|ent)? from (?:last|the prior|the previous) year|\bno longer (?:says?|mentions?|discloses?)\b/i;

/** Whether a question asks for what a filing says anew rather than for what it says. */
export function asksWhatChanged(question: string): boolean {
  return whatChanged.test(question);
}
