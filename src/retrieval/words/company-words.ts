import { wordsOf } from "./tokenize";

/** What follows a name in law and says nothing of the company. */
export const legalForms: ReadonlySet<string> = new Set(
  "inc incorporated corp corporation co company companies ltd limited plc llc lp llp sa se ag nv ab asa spa gmbh kgaa the holdings holding group trust".split(
    " ",
  ),
);

/** The words a company is known by: without legal forms and the end of a web address, unless nothing else is left. */
export function companyWords(name: string): string[] {
  const words = wordsOf(
    name
      .replace(/\/[A-Z]{2,3}\/?\s*$/, "")
      .replace(/(?<=\p{L}{3})\.com\b/iu, "")
      .replace(/\.(?=[A-Za-z])/g, ""),
  );
  const known = words.filter((word) => !legalForms.has(word));
  return known.length > 0 ? known : words;
}
