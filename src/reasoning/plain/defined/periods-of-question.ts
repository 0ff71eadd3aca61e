import { type PeriodAsked } from "../../../contracts/intent";
import { type QuestionRead } from "./read-question";
import { readWhen } from "./read-when";
import { splitWords } from "./split-words";

/** The periods of the question itself: those that only its definitions name are the definitions' own. */
export function periodsOfQuestion({ rest, definitions }: QuestionRead, periods: readonly PeriodAsked[]): PeriodAsked[] {
  if (definitions.length === 0) return [...periods];
  const years = yearsNamed(rest);
  if (years.size === 0) return [];
  return periods.filter((period) => {
    const named = (period.label.match(/\d{4}/g) ?? []).map(Number);
    return named.length === 0 || named.every((year) => years.has(year));
  });
}

/** Every year that a text names, in whatever way. */
function yearsNamed(text: string): ReadonlySet<number> {
  const pieces = splitWords(text) ?? [];
  const years = new Set((text.match(/\b(?:19|20)\d\d\b/g) ?? []).map(Number));
  for (let at = 0; at < pieces.length; at += 1)
    for (const period of readWhen(pieces, at)?.when.periods ?? [])
      if (period.kind === "named") years.add(period.fiscalYear);
  const [first, last] = [Math.min(...years), Math.max(...years)];
  // A span names the years between as well.
  for (let year = first; year <= last && last - first <= 20; year += 1) years.add(year);
  return years;
}
