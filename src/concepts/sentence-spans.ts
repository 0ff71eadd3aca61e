import {
  alwaysBeforeMore,
  beforeLetters,
  beforeNumbers,
  headsOfNames,
  mayEndSentence,
  namedByNumber,
  sentenceOpeners,
} from "./abbreviations";

export interface SentenceSpan {
  readonly start: number;
  /** Past the last character. */
  readonly end: number;
}

const letter = /\p{L}/u;
const small = /\p{Ll}/u;
const capital = /\p{Lu}/u;
const enumerator = /^[([]?(?:\d{1,3}[a-z]?|[a-z]|[ivx]{1,5})[)\]]?$/i;
const footnoteMark = /[([](?:\d{1,2}|[a-z])[)\]](?=\s|$)/y;
const word = /[\p{L}\p{N}][\p{L}\p{N}'’&-]{0,30}/uy;
const companyForm = /(?:Inc|Corp|Ltd|LLC|Holdings)\b/y;
/** No word that matters here is longer; a line of a million letters is not looked through again at each point. */
const longestWord = 24;

/**
 * Sentences with where they stand; together they cover all words of the text, white space between them apart.
 * A line's end ends a sentence unless the next line goes on in small letters; points of abbreviations, initials,
 * decimals and enumerations do not. Linear in the length of the text.
 */
export function sentenceSpans(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let start = skipSpace(text, 0);
  const close = (end: number): void => {
    let last = end;
    while (last > start && isSpace(text.charCodeAt(last - 1))) last--;
    if (last > start) spans.push({ start, end: last });
    start = skipSpace(text, end);
  };
  for (let at = start; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === lineEnd) {
      if (at >= start && lineEndsSentence(text, at)) close(at);
    } else if (code === bullet || code === squareBullet || code === blackCircle) {
      if (at > start && isSpace(text.charCodeAt(at - 1))) close(at);
    } else if (isTerminator(code)) {
      const end = pastTerminator(text, at);
      if (end > at && endsSentence(text, start, at, end)) close(end);
      at = Math.max(at, end - 1);
    }
  }
  close(text.length);
  return spans;
}

/** The sentences themselves. */
export function splitSentences(text: string): string[] {
  return sentenceSpans(text).map(({ start, end }) => text.slice(start, end));
}

const lineEnd = 10;
const fullStop = 46;
const bullet = 0x2022;
const squareBullet = 0x25aa;
const blackCircle = 0x25cf;

function isTerminator(code: number): boolean {
  return code === fullStop || code === 33 || code === 63 || code === 0x2026;
}

function isSpace(code: number): boolean {
  return code === 32 || (code >= 9 && code <= 13) || code === 0xa0 || (code >= 0x2000 && code <= 0x200a);
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && isSpace(text.charCodeAt(at))) at++;
  return at;
}

/** Past the points, what closes after them and a footnote's mark; `at` where no white space follows and it cannot be an end. */
function pastTerminator(text: string, at: number): number {
  let end = at + 1;
  while (end < text.length && isTerminator(text.charCodeAt(end))) end++;
  while (end < text.length && "\"”’')]»".includes(text[end]!)) end++;
  if (end >= text.length || isSpace(text.charCodeAt(end))) return end;
  footnoteMark.lastIndex = end;
  return footnoteMark.test(text) ? footnoteMark.lastIndex : at;
}

function endsSentence(text: string, start: number, at: number, end: number): boolean {
  const next = skipSpace(text, end);
  if (next >= text.length) return true;
  const after = text[next]!;
  // "iPhone" and "eBay" open sentences; other words in small letters go on with them.
  if (small.test(after) && !capital.test(text[next + 1] ?? "")) return false;
  if (text.charCodeAt(at) !== fullStop || end > at + 2) {
    companyForm.lastIndex = next;
    return text.charCodeAt(at) !== 33 || !companyForm.test(text);
  }
  return !isAbbreviation(text, start, at, next);
}

function isAbbreviation(text: string, start: number, at: number, next: number): boolean {
  const from = wordStart(text, start, at);
  const before = text.slice(from, at);
  if (before === "") return false;
  const known = before.replaceAll("’", "'").toLowerCase();
  const opensNext = (): boolean => sentenceOpeners.has(wordAt(text, next));
  if (alwaysBeforeMore.has(known)) return true;
  if (beforeNumbers.has(known) && /[\d#]/.test(text[next]!)) return true;
  if (mayEndSentence.has(known) || isDotted(before)) return !opensNext();
  if (enumerator.test(before)) return isNumbering(text, start, from, before, opensNext);
  return false;
}

/** "1. We", "Item 1A. Risk Factors", "J. P. Morgan": a short mark and its point belong to what follows. */
function isNumbering(text: string, start: number, from: number, mark: string, opensNext: () => boolean): boolean {
  const lead = text.slice(Math.max(start, from - longestWord), from).trimEnd();
  if (lead === "" || (from <= start + 1 && /^[([]$/.test(lead))) return true;
  const head = (/([\p{L}]+)$/u.exec(lead)?.[1] ?? "").toLowerCase();
  const headStartsSentence = from - start <= longestWord && lead.length === head.length;
  if (headStartsSentence && headsOfNames.has(head)) return true;
  if (namedByNumber.has(head)) return !opensNext();
  return mark.length === 1 && capital.test(mark) && !beforeLetters.has(head);
}

/** "U.S", "L.L.C", "a.m": letters parted by points, the last of them left out. */
function isDotted(before: string): boolean {
  return /^(?:\p{L}{1,2}\.)+\p{L}{1,2}$/u.test(before);
}

function wordStart(text: string, start: number, at: number): number {
  const lowest = Math.max(start, at - longestWord);
  let from = at;
  while (from > lowest && !isSpace(text.charCodeAt(from - 1)) && !'"“‘(—–/['.includes(text[from - 1]!)) from--;
  return from;
}

/** The word that begins here, quotes and brackets before it left out; in small letters. */
function wordAt(text: string, next: number): string {
  let from = next;
  while (from < text.length && "\"“‘'([".includes(text[from]!)) from++;
  word.lastIndex = from;
  return (word.exec(text)?.[0] ?? "").toLowerCase();
}

/** A line that goes on in small letters, after no end of its own, was only broken for its length. */
function lineEndsSentence(text: string, at: number): boolean {
  let last = at - 1;
  while (last >= 0 && text.charCodeAt(last) !== lineEnd && isSpace(text.charCodeAt(last))) last--;
  const next = skipSpace(text, at);
  if (next >= text.length || (text.indexOf("\n", at + 1) < next && text.indexOf("\n", at + 1) >= 0)) return true;
  const after = text[next]!;
  if (last >= 0 && text[last] === ",") return !letter.test(after) && !/\d/.test(after);
  return !small.test(after) || /[.:;!?]/.test(text[last] ?? "");
}
