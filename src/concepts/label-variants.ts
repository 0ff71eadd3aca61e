import { mendWord } from "./mend-words";
import { normalizeLabel } from "./normalize-label";

/** What a label may be read as: its words, and how much was done to get there. */
export interface LabelVariant {
  readonly words: readonly string[];
  readonly text: string;
  /** Taken off the confidence of what it names. */
  readonly doubt: number;
}

const abbreviations: ReadonlyMap<string, string> = new Map(
  Object.entries({
    rev: "revenue",
    revs: "revenues",
    exp: "expenses",
    exps: "expenses",
    dep: "depreciation",
    depn: "depreciation",
    depr: "depreciation",
    amort: "amortization",
    accum: "accumulated",
    acc: "accumulated",
    accts: "accounts",
    acct: "accounts",
    rec: "receivable",
    recv: "receivable",
    pay: "payable",
    curr: "current",
    liab: "liabilities",
    liabs: "liabilities",
    invest: "investments",
    inv: "inventory",
    avg: "average",
    ave: "average",
    comp: "compensation",
    op: "operating",
    oper: "operating",
    gp: "gross profit",
    ni: "net income",
    ltm: "",
    ntm: "",
    ttm: "",
    est: "",
    yr: "year",
    yrs: "years",
    no: "number of",
    num: "number of",
    mkt: "market",
    cap: "capital",
    beg: "beginning",
    chg: "change",
    inc: "increase",
    dec: "decrease",
    δ: "change in",
    δs: "changes in",
    int: "interest",
    sh: "share",
    shs: "shares",
    ppe: "pp&e",
    "l&e": "liabilities and equity",
    defd: "deferred",
    def: "deferred",
    accrd: "accrued",
    lt: "long term",
    st: "short term",
    pf: "pro forma",
    proforma: "pro forma",
    chgs: "changes",
    mtg: "mortgage",
    maint: "maintenance",
    util: "utilities",
    mfg: "manufacturing",
    prem: "premium",
    pmt: "payment",
    pmts: "payments",
    equip: "equipment",
    bldg: "buildings",
    gen: "general",
    admin: "administrative",
    mktg: "marketing",
  }),
);

/** The others say too little alone: "Inv." may be an investment, "Dec" a month. */
const saidAlone = new Set(["rev", "revs", "ppe", "depn", "depr", "amort", "ni"]);

/** British spellings and forms of a word that the dictionary writes in one way. */
const spellings: readonly (readonly [RegExp, string])[] = [
  [/isation(s?)$/u, "ization$1"],
  [/ised$/u, "ized"],
  [/ising$/u, "izing"],
  [/^favour/u, "favor"],
  [/^programme/u, "program"],
  [/^licence/u, "license"],
  [/^centre/u, "center"],
  [/^labour/u, "labor"],
  [/^fulfilment$/u, "fulfillment"],
  [/^cheque/u, "check"],
];

/** "1.", "a)", "(iii)", "2.1.3 ": a place in a list, not a part of the name. */
const numbering =
  /^\s*(?:\(?(?:\d{1,2}|[a-h]|i{1,3}|iv|vi{0,3})[.)](?:\d{1,2}\.?)*|\d{1,2}(?:\.\d{1,2}){1,3})\s+(?=\S)/iu;
/** What stands after a name to say how it is meant or measured, not what it is. */
const remark =
  /\s*[([](?:calculated|calc\.?|estimate[ds]?|assumed|assumption|input|linked|plug|from (?:the )?[a-z&\s]{2,24}|see [a-z\s]{2,20}|unaudited|audited|consolidated|years?|yrs?|months?|days|in days|in years|in months|annual|yearly|x|#|end of (?:period|year)|eop|per (?:year|annum)|p\.?a\.?|reported|tsm|treasury (?:stock )?method|if-converted|balance sheet|20\d\d|unlabelled|gordon(?: growth)?(?: method| model)?|ggm|perpetuity(?: growth)?(?: method| model)?|exit multiple(?: method)?|n\s?\+\s?1|[a-c](?:\s?[+-]\s?[a-c])+|[a-z]{3,9}(?: [a-z]{3,9})? basis|based on [^)]{2,40}|[$€£¥₹]?\/?\s*(?:sh\.?|unit|yr|year|ft|sq ?ft)(?:\/yr)?|ex-date)[)\]]\s*$/iu;
/** "WACC = Ke * E/V + Kd * D/V": the name stands before what it is made of. */
const definition = /^(.{2,40}?)\s*=\s*\S.*$/u;
/** "Tax expense @ 25%": the rate used stands behind. */
const appliedRate = /\s*@\s*[\d.,]+\s*%?\s*$/u;
const overShare = /\s*\/\s*sh(?:are)?\.?(?=$|[\s)])/iu;

/** How filers spell a line out, with the words it comes to. */
const forms: readonly (readonly [RegExp, string])[] = [
  [/^total .{2,40} (?:stock|share)holders['’]? ?(?:equity|deficit)/iu, "total stockholders equity"],
  [/^(?:common|ordinary) (?:stock|shares),? .*(?:par value|authorized)/iu, "common stock"],
  [/^prefer\w+ (?:stock|shares),? .*(?:par value|authorized)/iu, "preferred stock"],
  [
    /^net (?:income|earnings|profit)(?: ?\(loss\))? attributable to (?!.*(?:non-?controlling|minority))/iu,
    "net income",
  ],
];

const mostRemembered = 20_000;
const remembered = new Map<string, readonly LabelVariant[]>();

/** The label as it stands, then with its numbering, remarks, abbreviations and slips of the pen taken away. */
export function labelVariants(label: string): readonly LabelVariant[] {
  let variants = remembered.get(label);
  if (variants === undefined) {
    variants = readVariants(label);
    if (remembered.size < mostRemembered) remembered.set(label, variants);
  }
  return variants;
}

/** "Net (cash) / debt": what stands in the bracket is the negative side, so the other one names the row. */
const netOfTheOther = /\bnet\s*\((?:cash|debt)\)\s*\/?\s*(cash|debt)\b/iu;

function readVariants(shown: string): LabelVariant[] {
  const label = shown.replace(netOfTheOther, "net $1");
  const plain = normalizeLabel(label);
  const variants: LabelVariant[] = [{ words: plain.words, text: plain.text, doubt: 0 }];
  const push = (words: readonly string[], doubt: number): void => {
    const text = words.join(" ");
    if (text !== "" && !variants.some((known) => known.text === text)) variants.push({ words, text, doubt });
  };
  const bare = withoutRemarks(label);
  const { words } = bare === label ? plain : normalizeLabel(bare);
  push(words, 0.02);
  const spelled = respellAll(words);
  push(spelled, 0.04);
  const spoken = withoutAcronym(bare);
  if (spoken !== bare) push(respellAll(normalizeLabel(spoken).words), 0.05);
  const form = forms.find(([pattern]) => pattern.test(label.trim()));
  if (form !== undefined) push(form[1].split(" "), 0.07);
  if (/\p{Ll}\p{Lu}/u.test(bare))
    push(respellAll(normalizeLabel(bare.replace(/(\p{Ll})(?=\p{Lu})/gu, "$1 ")).words), 0.06);
  push(spelled.map(mendWord), 0.09);
  return variants;
}

function withoutRemarks(label: string): string {
  const text = label
    .replace(numbering, "")
    .replace(definition, "$1")
    .replace(appliedRate, "")
    .replace(overShare, " per share");
  const bare = text.replace(remark, "");
  return bare.trim() === "" ? label : bare;
}

/** "Investing cash flow (ICF)": what stands in the bracket only shortens the words before it. */
function withoutAcronym(label: string): string {
  const found = /^(.+?)\s*\(([A-Z&]{2,6})\)\s*:?$/u.exec(label.trim());
  if (found === null) return label;
  const initials = found[1]!.split(/[^\p{L}]+/u).map((word) => word.charAt(0).toUpperCase());
  let at = 0;
  for (const letter of found[2]!.replace(/&/gu, "")) {
    at = initials.indexOf(letter, at) + 1;
    if (at === 0) return label;
  }
  return found[1]!;
}

function respellAll(words: readonly string[]): string[] {
  return words.flatMap((word) => respell(word, words.length === 1).split(" ")).filter((word) => word !== "");
}

function respell(word: string, isAlone: boolean): string {
  const whole = isAlone && !saidAlone.has(word) ? undefined : abbreviations.get(word);
  if (whole !== undefined) return whole;
  const rule = spellings.find(([pattern]) => pattern.test(word));
  return rule === undefined ? word : word.replace(rule[0], rule[1]);
}
