/** Forms a question names: kept to strictly where the store has them. */
const named: readonly (readonly [RegExp, string])[] = [
  [/\b10-?k(?:\/a)?\b|annual report/i, "10-K"],
  [/\b10-?q\b|quarterly report/i, "10-Q"],
  [/\b8-?k\b|current report/i, "8-K"],
  [/\btranscript|earnings call|conference call|on the call\b/i, "transcript"],
  [/\b20-?f\b/i, "20-F"],
  [/\bproxy\b|\bdef ?14a\b/i, "DEF 14A"],
  [/press release|earnings release/i, "8-K"],
];

export function findNamedForms(question: string): string[] {
  return [...new Set(named.filter(([pattern]) => pattern.test(question)).map(([, form]) => form))];
}

/** The question without the forms it names: they say where to look, not what is asked. */
export function withoutFormNames(question: string): string {
  return named.reduce((left, [pattern]) => left.replace(new RegExp(pattern, "gi"), " "), question);
}

/** "10-K/A" and "10-KT" are annual reports as well. */
export function isForm(form: string | null, wanted: string): boolean {
  if (form === null) return false;
  const bare = form.toUpperCase().replace(/\s+/g, " ").trim();
  const upper = wanted.toUpperCase();
  return bare === upper || bare === `${upper}/A` || bare === `${upper}T` || bare === upper.replace("-", "");
}
