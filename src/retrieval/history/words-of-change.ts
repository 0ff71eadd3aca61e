/** What a filing's own words beside a figure call a change; null where they say nothing, or both. */
export function wordsOfChange(text: string): "restatement" | "reclassification" | null {
  const restated = restatedWords.test(text);
  const reclassified = reclassifiedWords.test(text);
  if (restated === reclassified) return null;
  return restated ? "restatement" : "reclassification";
}

const restatedWords =
  /\bas (?:previously )?restated\b|\(restated\)|\b(?:has|have|had) been (?:restated|recast|revised)\b|\b(?:was|were) (?:restated|recast)\b|\bas (?:recast|revised|adjusted)\b|\(recast\)/i;
/** "Reclassified from other comprehensive income" is a line of the statements, no change of them. */
const reclassifiedWords =
  /\b(?:prior|previous|comparative)[- ](?:period|year|quarter)[^.]{0,120}\breclassif|\breclassif[^.]{0,120}\b(?:conform|prior[- ](?:period|year)s?|current[- ](?:period|year)[^.]{0,20}presentation)\b|\bas reclassified\b/i;
