const monthBeforeNumber =
  /\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.? #/g;

/** A sentence as its words alone: one case, one kind of quote and space; typography changes from year to year. */
export function normalizeSentence(text: string): string {
  return text
    .toLowerCase()
    .replace(/[‘’‛`]/g, "'")
    .replace(/[“”„]/g, '"')
    .replace(/[‐-―−]/g, "-")
    .replace(/^[•▪●·*\s]+/, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** A normalized sentence without its figures: each number and each date is "#", so that last year's figures do not make it another. */
export function maskFigures(normalized: string): string {
  if (!/\d/.test(normalized)) return normalized;
  return normalized
    .replace(/\d(?:[\d.,/]*\d)?/g, "#")
    .replace(monthBeforeNumber, "#")
    .replace(/#(?:,? #)+/g, "#");
}
