const ligatures = ["fi", "ff", "fl", "ffi", "ffl"];

/** Common words of reports, cut before and after their ligature: many fonts say of it only that a letter stands there. */
const words = new Set(
  (
    "affect affected affecting affects affiliate affiliated affiliates affiliation affiliations affirm " +
    "affirmed affluent afford affordable amplified artificial baffle beneficial beneficially beneficiary " +
    "benefit benefited benefits benefitted bluff briefing buffer buffers cash-flow cashflow certificate " +
    "certificates certification certifications certified charge-off charge-offs clarified classification " +
    "classifications classified cliff coefficient coffee confidence confident confidential confidentiality " +
    "configuration confined confirm confirmation confirmed confirms conflict conflicts cuff cutoff " +
    "deficiencies deficiency deficit deficits define defined defines defining definite definitely definition " +
    "definitions definitive deflated deflation differ differed difference differences different differential " +
    "differentiate differentiated differently differs difficult difficulties difficulty diffuse diffusion " +
    "diversification diversified effect effected effecting effective effectively effectiveness effects " +
    "effectuate efficiencies efficiency efficient efficiently effluent effort efforts fiber fibers fiduciary " +
    "field fields fifteen fifth fifty figure figures file filed filer filers files filing filings fill " +
    "fill-in filter filters final finally finance financed finances financial financially financing " +
    "financings find finder findings fine fines finish finished finite firm firms first fiscal fit five fixed " +
    "fixture fixtures flagship flash flat flavor flavors fleet fleets flexibility flexible flexibly flight " +
    "flights float floating flood flooding floods floor floors florida flour flow flows flu fluctuate " +
    "fluctuated fluctuates fluctuating fluctuation fluctuations fluid fly fulfil fulfill fulfilled " +
    "fulfillment hyperinflationary identifiable identification identified identifies indefinite indefinitely " +
    "ineffective ineffectiveness inefficiencies inefficiency inefficient infinite inflated inflation " +
    "inflationary inflight inflow inflows influence influenced influences insufficient justified kickoff " +
    "layoff layoffs leaflet modification modifications modified nonfinancial nonprofit notification " +
    "notifications notified off offer offered offering offerings offers office officer officers offices " +
    "official officially officials offline offset offsets offsetting offshore outflow outflows overflow " +
    "pacific payoff payoffs prefix profit profitability profitable profits qualification qualifications " +
    "qualified quantified raffle ratification ratified reclassification reclassifications reclassified " +
    "refinance refinanced refinancing refine refined refineries refinery reflect reflected reflecting " +
    "reflection reflects roll-off run-off runoff sacrifice satisfied satisfies scientific sheriff shuffle " +
    "sign-off significance significant significantly simplified specific specifically specifics specified " +
    "specifies spin-off spin-offs spinoff staff staffed staffing standoff stuff suffer suffered sufficed " +
    "sufficiency sufficient sufficiently suffix tariff tariffs tradeoff traffic trafficking undefined " +
    "unidentified unified unqualified unspecified verification verified workflow write-off write-offs"
  ).split(" "),
);

/**
 * Puts back "fi", "ff", "fl", "ffi" or "ffl" where a font left a blank letter, if only one of them makes a word we know;
 * else marks the place with "�", so that nobody takes the rest for the whole word.
 */
export function mendLigatures(text: string): string {
  if (!text.includes("\0")) return text;
  return text.replace(/[\p{L}\0-]+/gu, (word) => {
    if (!word.includes("\0")) return word;
    const mended = ligatures.map((letters) => word.replaceAll("\0", letters)).filter((one) => isWord(one));
    return mended.length === 1 ? mended[0]! : word.replaceAll("\0", "�");
  });
}

function isWord(word: string): boolean {
  const plain = word.toLowerCase();
  return words.has(plain) || plain.split("-").every((part) => words.has(part) || !/f[fil]/.test(part));
}
