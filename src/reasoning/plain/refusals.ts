/** Why no number is given. Each reason names what is missing or open, and what there is instead. */
export type Refusal =
  /** "Adjusted", "organic", "pro forma": a figure whose definition is the company's own. */
  | { readonly kind: "adjusted"; readonly words: string; readonly reported: string }
  /** A segment, a region, a product, a kind of customer, where only the whole company's figure is at hand. */
  | { readonly kind: "part-of-the-company"; readonly words: string; readonly reported: string }
  | { readonly kind: "words-left"; readonly words: string; readonly reported: string }
  | { readonly kind: "words-unknown"; readonly words: string }
  | { readonly kind: "candidates-differ"; readonly name: string }
  | { readonly kind: "operand-missing"; readonly missing: readonly string[]; readonly onFile: string | null }
  | { readonly kind: "period-not-on-file"; readonly name: string; readonly onFile: string | null }
  | { readonly kind: "year-unclear"; readonly label: string }
  | { readonly kind: "company-not-on-file"; readonly names: readonly string[] }
  | { readonly kind: "company-without-figure"; readonly name: string }
  | { readonly kind: "company-not-said" }
  | { readonly kind: "one-side-only" }
  | { readonly kind: "across-a-split"; readonly name: string; readonly why: string }
  | { readonly kind: "one-figure-no-trend"; readonly name: string; readonly label: string }
  | { readonly kind: "no-quarter"; readonly name: string; readonly onFile: string | null }
  | { readonly kind: "shares-do-not-add-up"; readonly name: string; readonly end: string }
  | {
      readonly kind: "part-of-trailing-year-missing";
      readonly name: string;
      readonly end: string;
      readonly lacking: readonly string[];
    }
  | { readonly kind: "nothing-filed"; readonly asOf: string | null }
  | { readonly kind: "nothing-reports"; readonly topic: string | null };

type Clause<K extends Refusal["kind"]> = (refusal: Extract<Refusal, { kind: K }>) => string;

const inBrackets = (onFile: string | null): string => (onFile === null ? "" : ` (${onFile})`);

const clauses: { readonly [K in Refusal["kind"]]: Clause<K> } = {
  adjusted: ({ words, reported }) =>
    `${words} makes a figure of its own, which each company defines for itself: the filings report ${reported} as the accounts have it, and no passage at hand states the other`,
  "part-of-the-company": ({ words, reported }) =>
    `the filings report ${reported} of the whole company; no figure at hand is that of the part you mean by ${words}`,
  "words-left": ({ words, reported }) =>
    `the filings report ${reported}; whether that is what you mean by ${words} I cannot say`,
  "words-unknown": ({ words }) => `I do not know which figure ${words} asks for, and no passage at hand states it`,
  "candidates-differ": ({ name }) => `the filings report figures for ${name} that differ`,
  "operand-missing": ({ missing, onFile }) => `no filing here reports ${missing.join(" or ")}${inBrackets(onFile)}`,
  "period-not-on-file": ({ name, onFile }) =>
    `no filing here reports ${name} for the period asked${inBrackets(onFile)}`,
  "year-unclear": ({ label }) =>
    `${label} is unclear: fiscal years end early in the calendar year and no filing here states which year is meant`,
  "company-not-on-file": ({ names }) => `no filing of ${names.join(" or ")} is on file`,
  "company-without-figure": ({ name }) => `no figure of ${name} was found`,
  "company-not-said": () => "the question does not say which company it is about",
  "one-side-only": () => "only one side of the comparison was found",
  "across-a-split": ({ name, why }) => `${name} does not run through: ${why}`,
  "one-figure-no-trend": ({ name, label }) =>
    `of ${name} only the figure for ${label} is on file for the row asked, and one figure has no trend`,
  "no-quarter": ({ name, onFile }) => `no quarter of ${name} is on file or follows from what is${inBrackets(onFile)}`,
  "shares-do-not-add-up": ({ name, end }) =>
    `${name} of the twelve months to ${end} is reported by nobody, and figures by the share do not add up over periods`,
  "part-of-trailing-year-missing": ({ name, end, lacking }) =>
    `twelve months of ${name} to ${end} need the last fiscal year and the year before to the same day, and ${lacking.join(" and ")} ${lacking.length === 1 ? "is" : "are"} not on file`,
  "nothing-filed": ({ asOf }) =>
    `nothing ${asOf === null ? "in the filings at hand" : `known to be filed by ${asOf}`} speaks of this`,
  "nothing-reports": ({ topic }) =>
    topic === null
      ? "no passage at hand speaks of what was asked"
      : `no filing at hand reports ${topic} for what was asked`,
};

/** The reason as a clause: it may stand after "I cannot tell:" or beside another. */
export function sayRefusal<K extends Refusal["kind"]>(refusal: Extract<Refusal, { kind: K }>): string {
  return (clauses[refusal.kind] as Clause<K>)(refusal);
}

/** Words by which a figure is no longer that of the accounts. */
const adjusting =
  /^(?:adjust\w*|non-?gaap|normali[sz]ed|underlying|organic|pro|forma|pro-forma|constant|currency|core|recurring|one-?offs?|excluding|ex|before|comparable|like-for-like|headline)$/i;
/** Words by which a part of a company is named, whatever the part is called. */
const naming =
  /^(?:segments?|divisions?|regions?|countr\w+|geograph\w*|products?|brands?|channels?|customers?|subsidiar\w+|americas?|europe\w*|emea|asia\w*|china|chinese|japan\w*|india\w*|africa\w*|international|domestic|foreign|wholesale|retail|online|stores?|consumer|commercial|enterprise|government)$/i;

/** Why words left over keep the whole company's figure from being the answer. */
export function refuseForWords(words: readonly string[], quoted: string, reported: string): Refusal {
  if (words.some((word) => adjusting.test(word))) return { kind: "adjusted", words: quoted, reported };
  if (words.some((word) => naming.test(word))) return { kind: "part-of-the-company", words: quoted, reported };
  return { kind: "words-left", words: quoted, reported };
}
