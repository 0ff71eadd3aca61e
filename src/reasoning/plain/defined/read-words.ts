import { conceptNamedAt, type NamedConcept, nameWithin, type TextToken } from "../../../concepts/find-concepts-in-text";
import { conceptsBySynonym } from "../../../concepts/synonym-index";
import { type ConceptId } from "../../../contracts/concept";
import { type When } from "./asked-tree";
import { type Role, roleAt, statementName } from "./formula-words";
import { readWhen } from "./read-when";
import { type Piece, splitAtSigns, splitWords } from "./split-words";

/** What the words of a formula come to, one after the other. */
export type FormulaToken =
  | { readonly kind: "concept"; readonly id: ConceptId; readonly text: string }
  | { readonly kind: "defined"; readonly index: number; readonly text: string }
  | { readonly kind: "when"; readonly when: When }
  | { readonly kind: "number"; readonly value: number; readonly percent: boolean; readonly text: string }
  /** "3 year", before an average or a compound growth. */
  | { readonly kind: "years"; readonly count: number }
  | { readonly kind: "open" | "close" | "comma" }
  | { readonly kind: "role"; readonly role: Role; readonly spoken: boolean; readonly text: string }
  /** A word that nothing here explains. */
  | { readonly kind: "unknown"; readonly text: string };

/** A name the question gives a formula of its own: "DPO"; normalised words. */
export interface NameGiven {
  readonly words: readonly string[];
  readonly index: number;
}

export interface NamesKnown {
  readonly names: readonly NameGiven[];
  /** Concepts of the dictionary that the question defines itself. */
  readonly concepts: ReadonlyMap<ConceptId, number>;
}

export const noNames: NamesKnown = { names: [], concepts: new Map() };

const counts = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** The tokens of a formula in words or signs; null where the text is longer than any formula. */
export function readWords(text: string, known: NamesKnown): FormulaToken[] | null {
  const split = splitWords(text.replace(statementName, " ").replace(/\bpretax\b/giu, "pre-tax"));
  if (split === null) return null;
  const shouting = text === text.toUpperCase();
  const pieces = split.flatMap((piece, index) =>
    isWhole(split, index, known, shouting) ? [piece] : splitAtSigns(piece),
  );
  const texts = pieces.map((piece) => piece.text);
  const tokens: FormulaToken[] = [];
  let at = 0;
  while (at < pieces.length) {
    const found = nameAt(pieces, at, known, shouting) ?? otherAt(pieces, texts, at);
    if (found.token !== null) tokens.push(found.token);
    at += found.length;
  }
  return tokens;
}

interface Read {
  readonly token: FormulaToken | null;
  readonly length: number;
}

/** Dashes and strokes stand in names ("year-end", "A/R") and between figures ("DSO-DPO"). */
function isWhole(pieces: readonly Piece[], index: number, known: NamesKnown, shouting: boolean): boolean {
  const piece = pieces[index]!;
  if (piece.kind !== "word" || !/[-/]/.test(piece.text)) return true;
  if (readWhen([piece], 0) !== null || roleAt([piece.text], 0) !== null) return true;
  for (let from = Math.max(0, index - 3); from <= index; from += 1) {
    const name = nameAt(pieces, from, known, shouting);
    if (name !== null && from + name.length > index) return true;
  }
  const [first] = splitAtSigns(piece);
  return nameAt([first!], 0, known, shouting) === null && readWhen([first!], 0) === null;
}

/** Names the question gives come before the dictionary's. */
function nameAt(pieces: readonly Piece[], at: number, known: NamesKnown, shouting: boolean): Read | null {
  const tokens: PlacedToken[] = [];
  for (let index = at; index < pieces.length && index < at + 16; index += 1) {
    const piece = pieces[index]!;
    // "Property, plant and equipment": a comma may stand within a name.
    if (piece.text === "," && index > at) continue;
    if (piece.kind !== "word") break;
    tokens.push(...piece.words.map((token) => ({ ...token, piece: index })));
  }
  if (tokens.length === 0 || tokens[0]!.piece !== at) return null;
  const given = longestGiven(tokens, known);
  const concept = conceptOf(tokens, pieces, shouting);
  const [id] = concept?.ids ?? [];
  const own = given?.words.length ?? 0;
  const isOwn = given !== undefined && (concept === null || concept.tokens.length <= own || isMargin(tokens, own));
  const count = isOwn ? own : (concept?.tokens.length ?? 0);
  // A name ends with a written word: of "inventory/revenue" the inventory alone is not what is said.
  if (count === 0 || tokens[count]?.piece === tokens[count - 1]!.piece) return null;
  const length = tokens[count - 1]!.piece - at + 1;
  const text = pieces
    .slice(at, at + length)
    .map((piece) => piece.text)
    .join(" ");
  if (isOwn) return { token: { kind: "defined", index: given.index, text }, length };
  if (id === undefined || roles.has(id) || arithmetic.test(pieces[at]!.text)) return null;
  const index = known.concepts.get(id);
  return { token: index === undefined ? { kind: "concept", id, text } : { kind: "defined", index, text }, length };
}

type PlacedToken = TextToken & { readonly piece: number };

function longestGiven(tokens: readonly PlacedToken[], known: NamesKnown): NameGiven | undefined {
  return (
    known.names
      .filter(({ words }) => words.every((word, index) => tokens[index]?.word === word))
      // "A" may be a name, "a" is none.
      .filter(({ words }) => words.join("").length > 1 || tokens[0]?.original === tokens[0]?.original.toUpperCase())
      .sort((a, b) => b.words.length - a.words.length)[0]
  );
}

/** Words in another order name a concept too, but never over a comma or "by": there a formula parts its figures. */
function conceptOf(tokens: readonly PlacedToken[], pieces: readonly Piece[], shouting: boolean): NamedConcept | null {
  const found = nameWithin(tokens, 0, shouting);
  if (found === null) return null;
  const parts = tokens.findIndex(
    ({ word, piece }, index) => index > 0 && (/^(?:by|from|over|to)$/.test(word) || pieces[piece - 1]?.text === ","),
  );
  if (parts < 0 || found.tokens.length <= parts) return found;
  const exact = conceptsBySynonym(found.tokens.map(({ word }) => word).join(" ")).length > 0;
  return exact ? found : conceptNamedAt(tokens.slice(0, parts), 0, shouting);
}

/** Concepts that are words of arithmetic by themselves. */
const roles: ReadonlySet<ConceptId> = new Set(["growth-rate", "cagr", "margin", "share-of-revenue"]);
/** A change is read as a change of its figure: which one is meant the periods and statements named tell. */
const arithmetic = /^(?:changes?|increase|decrease|growth|average|ratio|sum|difference)$/i;

/** "EBITDA margin" of a question that defines EBITDA is the margin of that EBITDA. */
function isMargin(tokens: readonly TextToken[], from: number): boolean {
  return /^(?:%|margin|margins)$/.test(tokens[from]?.word ?? "");
}

function otherAt(pieces: readonly Piece[], texts: readonly string[], at: number): Read {
  const piece = pieces[at]!;
  const years = readYears(texts, at);
  if (years !== null) return years;
  const when = readWhen(pieces, at);
  if (when !== null) return { token: { kind: "when", when: when.when }, length: when.length };
  const role = roleAt(texts, at);
  if (role !== null) {
    if (role.role === "filler") return { token: null, length: role.length };
    const text = texts.slice(at, at + role.length).join(" ");
    return { token: { kind: "role", role: role.role, spoken: role.spoken, text }, length: role.length };
  }
  if (piece.kind === "number") {
    const percent = texts[at + 1] === "%";
    return { token: { kind: "number", value: piece.value, percent, text: piece.text }, length: percent ? 2 : 1 };
  }
  if (piece.text === "(") return { token: { kind: "open" }, length: 1 };
  if (piece.text === ")") return { token: { kind: "close" }, length: 1 };
  if (piece.text === "," || piece.text === ";") return { token: { kind: "comma" }, length: 1 };
  if (/^[.:?!"“”'’‘=]$/.test(piece.text)) return { token: null, length: 1 };
  return { token: { kind: "unknown", text: piece.text }, length: 1 };
}

/** "3 year", "3-year", "three-year", "three years". */
function readYears(texts: readonly string[], at: number): Read | null {
  const joined = /^(\w+)-years?$/i.exec(texts[at] ?? "");
  const count = countOf(joined?.[1] ?? texts[at] ?? "");
  if (count === null) return null;
  if (joined !== null) return { token: { kind: "years", count }, length: 1 };
  const dash = texts[at + 1] === "-" ? 1 : 0;
  return /^years?$/i.test(texts[at + 1 + dash] ?? "") ? { token: { kind: "years", count }, length: 2 + dash } : null;
}

function countOf(text: string): number | null {
  const word = counts.indexOf(text.toLowerCase());
  const count = word >= 0 ? word : /^\d{1,2}$/.test(text) ? Number(text) : 0;
  return count >= 2 && count <= 10 ? count : null;
}
