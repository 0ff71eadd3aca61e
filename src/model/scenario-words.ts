const caseWords =
  /^(?:the )?(?:(?:base|bull|bear|best|worst|upside|downside|high|low|mid|middle|management|sponsor|street|consensus|optimistic|pessimistic|conservative|aggressive|stress(?:ed)?|likely|most likely|expected|normal|live|active|selected)(?: (?:case|scenario))?|(?:case|scenario) ?#?\d{1,2}|(?:case|scenario) ?[-:–] ?.{2,30}|.{2,20} (?:case|scenario))$/i;
const tooGeneral = /^(?:high|low|mid|middle|expected|normal|likely)$|^(?:live|active|select(?:ed)?|current|choose)\b/i;

/** "Base case", "Downside", "Scenario 2": the name of a case of a model. */
export function namesACase(text: string): boolean {
  return caseWords.test(text.trim().replace(/[\s:]+$/, ""));
}

/** A heading or sheet name that says of which case its block is: words such as "High" alone say too little. */
export function caseNamed(text: string): string | null {
  const words = text.trim().replace(/[\s:]+$/, "");
  return namesACase(words) && !tooGeneral.test(words) ? words : null;
}
