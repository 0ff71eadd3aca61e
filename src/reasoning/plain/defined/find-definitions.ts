import { sentenceSpans } from "../../../concepts/sentence-spans";
import { statementName } from "./formula-words";
import { noNames, readWords } from "./read-words";

/** A formula as the question writes it, before its words are read. */
export interface WrittenDefinition {
  /** Null where the formula stands for what is asked without a name of its own. */
  readonly term: string | null;
  readonly formula: string;
  /** Of one without a name: what the question says right before it. */
  readonly before?: string;
}

/** "(using A and B)": the figures a calculation is to be made from, without saying how. */
export interface FoundDefinitions {
  readonly definitions: readonly WrittenDefinition[];
  /** Figures that are to be used, by no formula: "using A and B". */
  readonly uses: readonly string[];
  /** The question without its definitions. */
  readonly rest: string;
}

const longestQuestion = 8000;
const longestTerm = 90;
const cue =
  /\b(?:defined|calculated|computed|measured|determined|expressed|derived|taken)(?: here)?(?: (?:as|to be|by|using|from|with))(?: the formula)?(?![\p{L}])|\b(?:using|with|by|per|apply|applying) (?:the |this )?(?:following )?(?:formula|definition)\b/iu;
const imperative =
  /^(?:please |now |also |and |then )?(?:let us |let's |we |i |if we |if you )?(?:defin(?:e|es|ing)|let|treat|take) /i;
const asksForIt =
  /^(?:what|how|which|calculate|compute|find|give|tell|show|please|determine|using|based|according|by|for|did|does|do|is|was|were|has|i|we|can|could|in|on|as|from|when|work|derive|report)\b/i;
const auxiliaries = /[\s,(]*(?:\b(?:which|that|here|is|are|was|be|being|means?|can be|should be|it)\b[\s,]*)*$/i;
const leads =
  /^[\s,;:(]*(?:(?:where|here|with|and|note that|assume(?: that)?|assuming(?: that)?|the|a|an|our|my|so|by)\b[\s,:]*)*/i;

/** Finds what a question defines itself, each with the words of its formula, and the question that is left. */
export function findDefinitions(question: string): FoundDefinitions {
  const text = question.slice(0, longestQuestion);
  const definitions: WrittenDefinition[] = [];
  const uses: string[] = [];
  const rest = sentenceSpans(text)
    .flatMap(({ start, end }) =>
      text.slice(start, end).split(/(?<=[;?])\s|,? (?=where [^,;]{1,90}(?:=|\b(?:is|are|means|equals)\b))/i),
    )
    .map((part) => readPart(part, definitions, uses))
    .join(" ")
    .concat(question.slice(longestQuestion));
  return { definitions, uses, rest };
}

/** What is left of a clause once its definitions are taken out. */
function readPart(part: string, definitions: WrittenDefinition[], uses: string[]): string {
  const whole = wholeDefinition(part);
  if (whole !== null) {
    definitions.push(whole);
    return "";
  }
  const noted = withoutBracketedFormulas(part, definitions, uses);
  const cued = cue.exec(noted);
  if (cued === null) return withoutUses(withoutAs(noted, definitions), uses);
  const left = noted.slice(0, cued.index).replace(auxiliaries, "");
  const right = noted.slice(cued.index + cued[0].length);
  const { formula, after } = cutFormula(right);
  if (formula === "") return noted;
  const named = splitEquals(formula);
  if (named !== null) {
    definitions.push(named);
    return `${left} ${after}`;
  }
  const term = left.replace(leads, "").trim() || left.trim();
  const asks = asksForIt.test(left.trim()) || term === "";
  if (!asks && term.length <= longestTerm) {
    definitions.push({ term: bareTerm(term), formula });
    return after;
  }
  const { own, beyond } = withoutTail(formula);
  definitions.push({ term: null, formula: own, before: left });
  return `${left} ${beyond} ${after}`;
}

/** "… divided by revenue for Harrow in 2024": within a question the formula ends where the question goes on. */
function withoutTail(formula: string): { own: string; beyond: string } {
  const tails = [...formula.matchAll(/ (?:for|in|of|during|at) /gi)].map((match) => match.index);
  const at = isFormula(formula) ? undefined : tails.reverse().find((index) => isFormula(formula.slice(0, index)));
  return at === undefined ? { own: formula, beyond: "" } : { own: formula.slice(0, at), beyond: formula.slice(at) };
}

/** "Compute net margin as net income divided by revenue". */
function withoutAs(text: string, definitions: WrittenDefinition[]): string {
  for (const found of text.matchAll(/ as (?!an? (?:%|percent|share|proportion|fraction))/gi)) {
    const { formula, after } = cutFormula(text.slice(found.index + found[0].length));
    const { own, beyond } = withoutTail(formula);
    if (!isFormula(own)) continue;
    definitions.push({ term: null, formula: own, before: text.slice(0, found.index) });
    return `${text.slice(0, found.index)} ${beyond} ${after}`;
  }
  return text;
}

/** "Define X as A / B.", "Let X be A less B", "where X = A - B", "X means A + B", "X: A / B". */
function wholeDefinition(part: string): WrittenDefinition | null {
  const text = part.trim().replace(/[.?!;]+$/, "");
  const ordered = imperative.exec(text);
  if (ordered !== null) {
    const body = text.slice(ordered[0].length);
    const joint = /\s(?:as being|as|to be|to mean|be|=)(?:\s*:)?\s|\s*[=:]\s*/i.exec(body);
    return joint === null ? null : definition(body.slice(0, joint.index), body.slice(joint.index + joint[0].length));
  }
  const meant = /^by ([^,]{1,90}),? (?:we|i) mean:? /i.exec(text);
  if (meant) return definition(meant[1]!, text.slice(meant[0].length));
  const where = /^(?:and )?(?:where|with|here),? /i.test(text);
  const joint = where
    ? /\s*=\s*|\s(?:here )?(?:is|are|means|equals|being|refers to|stands for|denotes|is equal to)(?: here)?:?\s/i.exec(
        text,
      )
    : /\s*=\s*|\s(?:here )?(?:means|equals|refers to|stands for|denotes|is equal to)(?: here)?:?\s/i.exec(text);
  if (joint === null || asksForIt.test(text)) return null;
  return definition(text.slice(0, joint.index), text.slice(joint.index + joint[0].length));
}

function definition(term: string, formula: string): WrittenDefinition | null {
  const name = bareTerm(term.replace(leads, ""));
  const text = formula.trim();
  return name === "" || name.length > longestTerm || text === "" ? null : { term: name, formula: text };
}

/** "formula: X = A / B". */
function splitEquals(formula: string): WrittenDefinition | null {
  const at = formula.indexOf("=");
  return at < 0 ? null : definition(formula.slice(0, at), formula.slice(at + 1));
}

/** A name as it would be used again: without whose it is, its bracketed initials kept. */
function bareTerm(term: string): string {
  return term
    .replace(/^.*['’]s\s/, "")
    .replace(/\bhere$/i, "")
    .replace(/["“”]/g, "")
    .replace(/[\s,:]+$/, "")
    .trim();
}

/** A formula ends where its bracket closes, at a question mark, or where a comma leads on to the question. */
function cutFormula(text: string): { formula: string; after: string } {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if ("([{".includes(character)) depth += 1;
    if (")]}".includes(character)) depth -= 1;
    const leadsOn = character === "," && depth === 0 && leadingOn.test(text.slice(at, at + 40));
    const ends = character === "?" || character === ";" || (character === "." && !/\d/.test(text[at + 1] ?? ""));
    if (depth < 0 || leadsOn || (ends && depth === 0))
      return { formula: bareFormula(text.slice(0, at)), after: text.slice(at + 1) };
  }
  return { formula: bareFormula(text), after: "" };
}

const leadingOn =
  /^,\s*(?:for|in|and (?:what|how)|what|how|was|is|which|where|with|at|during|round|answer|express|give|calculate|compute|please|did)\b/i;

function bareFormula(text: string): string {
  return text.replace(/^[\s:,=]+/, "").replace(/[\s,.]+$/, "");
}

/** "free cash flow (cash from operations - capex)", "net margin (defined as A / B)", "(using A and B)". */
function withoutBracketedFormulas(part: string, definitions: WrittenDefinition[], uses: string[]): string {
  let left = part;
  // Behind "defined as" brackets belong to the formula.
  const until = cue.exec(part)?.index ?? part.length;
  for (const { start, end } of outerBrackets(part).reverse()) {
    const inside = part.slice(start + 1, end);
    if (until < start || /[-+*/=:×÷−]\s*$/.test(part.slice(0, start)) || /^\s*[-+*/=×÷−]/.test(part.slice(end + 1)))
      continue;
    const cued = new RegExp(`^\\s*(?:i\\.?e\\.?,?\\s*|that is,?\\s*)?(?:is |are )?(?:${cue.source})`, "iu").exec(
      inside,
    );
    const used = /^\s*(?:using|based on|computed from|from) /i.exec(inside);
    const before = part.slice(0, start);
    const formula = bareFormula(cued === null ? inside : inside.slice(cued[0].length));
    if (cued === null && used !== null && !isFormula(inside.slice(used[0].length))) {
      if (inside.slice(used[0].length).replace(statementName, "").trim() === "") continue;
      uses.push(inside.slice(used[0].length));
    } else if (formula === "" || (cued === null && !isFormula(formula))) continue;
    else definitions.unshift(splitEquals(formula) ?? { term: lastTerm(before), formula, before });
    left = `${left.slice(0, start)}${left.slice(end + 1)}`;
  }
  return left;
}

/** What stands right before a bracketed formula is not told apart from the question around it. */
function lastTerm(before: string): string | null {
  const alone = before.replace(leads, "").trim();
  return asksForIt.test(before.trim()) || alone === "" || alone.length > longestTerm ? null : bareTerm(alone);
}

/** Arithmetic over at least two figures, or over one and a number, every word of it known. */
function isFormula(text: string): boolean {
  const tokens = readWords(text, noNames);
  if (tokens === null || tokens.some((token) => token.kind === "unknown")) return false;
  const figures = tokens.filter((token) => token.kind === "concept" || token.kind === "number").length;
  const arithmetic = tokens.some(
    (token) => token.kind === "role" && ["plus", "minus", "times", "over", "share-of", "ratio"].includes(token.role),
  );
  return figures > 1 && arithmetic && tokens.some((token) => token.kind === "concept");
}

function outerBrackets(text: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "(" && depth++ === 0) start = at;
    if (text[at] === ")" && depth > 0 && --depth === 0) found.push({ start, end: at });
  }
  return found;
}

/** "Calculate X using A and B": the sentence stays, its figures are held against the definition used. */
function withoutUses(text: string, uses: string[]): string {
  const found = /\busing (?!only|the (?:balance|income|cash|statement|information|details|line))/i.exec(text);
  if (found === null) return text;
  const { formula, after } = cutFormula(text.slice(found.index + found[0].length));
  const tokens = readWords(formula, noNames);
  if (tokens === null || tokens.filter((token) => token.kind === "concept").length < 2) return text;
  uses.push(formula);
  return `${text.slice(0, found.index)} ${after}`;
}
