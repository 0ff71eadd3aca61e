import { type ConceptId } from "../contracts/concept";
import { conceptById, concepts } from "./dictionary";
import { type Formula } from "./formula";
import { matchName } from "./match-name";

export interface LabelPart {
  readonly text: string;
  /** Null where the words name nothing we know. */
  readonly concept: ConceptId | null;
}

/** "change" is over a period before, so its denominator is the numerator one period earlier. */
export type RatioKind = "share" | "change" | "margin" | "days" | "per" | "multiple";

export interface RatioLabel {
  readonly kind: RatioKind;
  /** Null where the label leaves it to the row above ("% of revenue"). */
  readonly numerator: LabelPart | null;
  /** Null where the label does not say ("Segment margin" of what). */
  readonly denominator: LabelPart | null;
}

const revenue: LabelPart = { text: "revenue", concept: "revenue" };
/** "Gross margin": the word stands for the profit. */
const profits: ReadonlyMap<string, ConceptId> = new Map([
  ["gross", "gross-profit"],
  ["operating", "operating-income"],
  ["net", "net-income"],
  ["profit", "net-income"],
  ["pretax", "pretax-income"],
  ["pre-tax", "pretax-income"],
  ["contribution", "contribution-profit"],
]);

const ofWhat =
  "(?:(?:\\bas\\s+)?(?:\\ban?\\s+)?(?:%|percent(?:age)?|pct\\.?)\\s*(?:of|to|\\/)\\s*(?:the\\s+)?|(?:\\bas\\s+)?(?:\\ban?\\s+)(?:%|percent(?:age)?)\\s+)";
const share = new RegExp(`^(.*?)[\\s,([–-]*${ofWhat}(.+?)[)\\]]?\\s*:?$`, "iu");
const touching = /^(.+?)\s*%\s*(.+?)\s*:?$/u;
const changeBehind =
  /^(.+?)[\s,([–-]*(?:%\s*|y(?:ear)?[-/\s]?(?:o(?:ver|n)?)[-/\s]?y(?:ear)?\s*|annual\s+|sequential\s+)*(?:growth(?:\s+rate)?|yoy|change\s*%|% change|%\s*chg\.?)\s*[([]?\s*(?:%|yoy|p\.?a\.?|annual|rate|% change|y\/y)?\s*[)\]]?\s*:?$/iu;
const changeBefore =
  /^(?:%\s*|yoy\s*|annual\s+)*(?:growth(?:\s+rate)?|% change|%\s*chg\.?|change\s*%|yoy change)\s*(?:in|of)\s+(.+?)\s*(?:[([]?%[)\]]?)?$/iu;
const margin = /^(.+?)\s+margins?\s*[([]?%?[)\]]?\s*:?$/iu;
const over = /^([^/:]+?)\s*\/\s*([^/]+?)\s*(?:ratio|multiple)?\s*[([]?[x%]?[)\]]?\s*:?$/iu;
const to = /^(.+?)[\s-]to[\s-](.+?)\s*(?:ratio)?\s*[([]?[x%]?[)\]]?\s*:?$/iu;
const per = /^(.+?)\s+per\s+(.+?)$/iu;

function part(text: string): LabelPart {
  const shown = text.trim().replace(/^[([\s]+|[)\]\s:]+$/gu, "");
  const match = matchName(shown);
  return { text: shown, concept: match !== null && match.confidence >= 0.7 ? match.id : null };
}

function profitPart(text: string): LabelPart {
  const profit = profits.get(text.trim().toLowerCase());
  return profit === undefined ? part(text) : { text: text.trim(), concept: profit };
}

/** Numerator and denominator as a label states them: "Capex (% of sales)", "Net debt / EBITDA", "Growth in revenue"; null for any other. */
export function readRatioLabel(label: string): RatioLabel | null {
  const text = label.normalize("NFKC").replace(/\s+/gu, " ").trim();
  if (text.length === 0 || text.length > 90 || text.endsWith("?")) return null;
  return readComposed(text) ?? readNamed(text);
}

/** What the words say, where they compose a ratio of two things. */
export function readComposed(text: string): RatioLabel | null {
  const shared = share.exec(text);
  if (shared !== null) {
    const numerator = shared[1]!.trim() === "" ? null : part(shared[1]!);
    return { kind: "share", numerator, denominator: part(shared[2]!) };
  }
  const grown = changeBefore.exec(text) ?? changeBehind.exec(text);
  if (grown !== null) {
    const numerator = part(grown[1]!);
    return { kind: "change", numerator, denominator: numerator };
  }
  const margined = margin.exec(text);
  if (margined !== null) {
    const numerator = profitPart(margined[1]!);
    return { kind: "margin", numerator, denominator: numerator.concept === null ? null : revenue };
  }
  return readQuotient(text);
}

/** "Net debt / EBITDA", "Debt to equity", "Inventory % COGS", "Revenue per store": both sides must be known, since such signs stand in names too. */
function readQuotient(text: string): RatioLabel | null {
  for (const [pattern, kind] of [
    [touching, "share"],
    [over, "multiple"],
    [to, "multiple"],
    [per, "per"],
  ] as const) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const [numerator, denominator] = [part(found[1]!), part(found[2]!)];
    if (kind === "share" && denominator.concept === "revenue") return { kind, numerator, denominator };
    if (numerator.concept !== null && denominator.concept !== null && numerator.concept !== denominator.concept)
      return { kind, numerator, denominator };
  }
  return null;
}

/** "DSO", "Gross margin": the dictionary knows what is divided by what. */
function readNamed(text: string): RatioLabel | null {
  const match = matchName(text);
  return match === null || match.confidence < 0.75 ? null : ratioOfConcept(match.id);
}

/** What a ratio of the dictionary divides by what; null where it is no ratio of two concepts. */
export function ratioOfConcept(id: ConceptId): RatioLabel | null {
  const concept = conceptById(id);
  for (const formula of concept?.formulas ?? []) {
    const days = formula.op === "product" ? formula.factors[0] : undefined;
    const quotient = days?.op === "ratio" && concept!.unit === "days" ? days : formula;
    const sides = quotient.op === "ratio" ? sidesOf(quotient) : null;
    if (sides === null) continue;
    const kind: RatioKind = sides.isChange
      ? "change"
      : concept!.unit === "days"
        ? "days"
        : concept!.unit === "percent"
          ? "share"
          : "multiple";
    return { kind, numerator: named(sides.numerator), denominator: named(sides.denominator) };
  }
  return null;
}

function named(id: ConceptId): LabelPart {
  return { text: conceptById(id)!.name, concept: id };
}

interface Sides {
  readonly numerator: ConceptId;
  readonly denominator: ConceptId;
  readonly isChange: boolean;
}

function sidesOf({ numerator, denominator }: Extract<Formula, { op: "ratio" }>): Sides | null {
  const below = single(denominator);
  if (below === null) return null;
  const above = single(numerator);
  if (above !== null) return { numerator: above, denominator: below, isChange: false };
  const from = numerator.op === "difference" ? single(numerator.from) : null;
  const isChange = from === below && denominator.op === "concept" && denominator.periodsBack === 1;
  return isChange ? { numerator: below, denominator: below, isChange } : null;
}

function single(formula: Formula): ConceptId | null {
  return formula.op === "concept" || formula.op === "average" ? formula.concept : null;
}

const bySides = new Map<string, ConceptId>();
for (const { id, formulas } of concepts) {
  for (const formula of formulas) {
    const sides = formula.op === "ratio" ? sidesOf(formula) : null;
    if (sides === null) continue;
    const key = `${sides.numerator}/${sides.denominator}/${sides.isChange}`;
    if (!bySides.has(key)) bySides.set(key, id);
  }
}

/** The dictionary's own concept for one thing over another ("capital-expenditure" over "revenue"); null where it has none. */
export function conceptOfRatio({ kind, numerator, denominator }: RatioLabel): ConceptId | null {
  if (numerator === null || denominator === null) return null;
  return bySides.get(`${numerator.concept ?? ""}/${denominator.concept ?? ""}/${kind === "change"}`) ?? null;
}
