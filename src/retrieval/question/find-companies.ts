import { companyWords } from "../words/company-words";
import { type KnownCompany } from "./known-companies";
import { stopWords } from "../words/stop-words";

export interface NamedCompany {
  readonly company: KnownCompany;
  /** The words of the question that name it. */
  readonly words: string;
}

/** Capitals of finance that are tickers of somebody as well: only "$IT" or "(IT)" means the company. */
export const capitalsOfFinance: ReadonlySet<string> = new Set(
  (
    "A AI AND ALL ARE AR AP ASP AUM BS CAGR CAPEX CEO CF CFO CIK COGS COO DCF DIO DPO DSO EBIT EBITDA EPS ESG EU EUR EV FCF FX FY GAAP " +
    "GDP GM HQ IFRS IPO IR IS IT LTM MD NAV NI NOL NOW NPV OCF ON OR PE PEG PP PPE PV R&D RD REIT ROA ROE ROI ROIC SBC SEC SGA " +
    "SO TAM TTM UK US USA USD VAT WACC YOY YTD"
  ).split(" "),
);

/** The known companies a question names, by name or ticker, in reading order. */
export function findCompanies(question: string, known: readonly KnownCompany[]): NamedCompany[] {
  const found: (NamedCompany & { at: number })[] = [];
  for (const company of known) {
    const place = tickerPlace(question, company) ?? namePlace(question, company, known);
    if (place) found.push({ company, ...place });
  }
  return found.sort((a, b) => a.at - b.at).map(({ company, words }) => ({ company, words }));
}

interface Place {
  readonly at: number;
  readonly words: string;
}

function tickerPlace(question: string, company: KnownCompany): Place | null {
  const shouting = question === question.toUpperCase();
  for (const ticker of company.tickers) {
    const escaped = escapePattern(ticker);
    const marked = new RegExp(`\\$${escaped}(?![A-Za-z0-9])|\\((?:[A-Z]+:\\s*)?${escaped}\\)`).exec(question);
    if (marked) return { at: marked.index, words: ticker };
    if (shouting || ticker.length < 2 || capitalsOfFinance.has(ticker)) continue;
    const bare = new RegExp(`(?<![A-Za-z0-9$])${escaped}(?![A-Za-z0-9])`).exec(question);
    if (bare) return { at: bare.index, words: ticker };
  }
  return null;
}

function namePlace(question: string, company: KnownCompany, known: readonly KnownCompany[]): Place | null {
  for (const name of company.names) {
    const initials = initialsPlace(question, name) ?? acronymPlace(question, name, known);
    if (initials) return initials;
    const words = companyWords(name);
    for (let length = words.length; length >= 1; length--) {
      const part = words.slice(0, length);
      if (length < words.length && !isDistinctive(part, company, known)) break;
      const place = wordsPlace(question, part);
      if (place) return place;
    }
  }
  return null;
}

/** "Orchid & Fern" is spoken of as "O&F" or "OnF". */
function initialsPlace(question: string, name: string): Place | null {
  const pair = /^\s*(\p{L})\p{L}+\s*(?:&|and)\s*(\p{L})\p{L}+/iu.exec(name);
  if (!pair) return null;
  const written = `${pair[1]!.toUpperCase()}(?:\\s?&\\s?|n)${pair[2]!.toUpperCase()}`;
  const match = new RegExp(`(?<![\\p{L}\\p{N}&])${written}(?![\\p{L}\\p{N}&])`, "u").exec(question);
  return match ? { at: match.index, words: match[0] } : null;
}

/** "Advanced Lumen Devices" is spoken of as "ALD", where no other company and no term of finance is. */
function acronymPlace(question: string, name: string, known: readonly KnownCompany[]): Place | null {
  const acronym = acronymOf(name);
  if (acronym === null || capitalsOfFinance.has(acronym) || question === question.toUpperCase()) return null;
  const bearers = known.filter(
    ({ names, tickers }) => tickers.includes(acronym) || names.some((one) => acronymOf(one) === acronym),
  );
  if (bearers.length > 1) return null;
  const match = new RegExp(`(?<![\\p{L}\\p{N}$&])${acronym}(?![\\p{L}\\p{N}&])`, "u").exec(question);
  return match ? { at: match.index, words: acronym } : null;
}

function acronymOf(name: string): string | null {
  const letters = companyWords(name).map((word) => word[0]!.toUpperCase());
  return letters.length >= 3 && letters.length <= 6 && letters.every((letter) => /[A-Z]/.test(letter))
    ? letters.join("")
    : null;
}

/** A part of a name stands for it where it is long enough, no ordinary word, and no other company begins so. */
function isDistinctive(part: readonly string[], company: KnownCompany, known: readonly KnownCompany[]): boolean {
  const beginsSo = (name: string) => part.every((word, i) => companyWords(name)[i] === word);
  if (known.some((other) => other !== company && other.names.some(beginsSo))) return false;
  return part.length > 1 || (part[0]!.length >= 4 && !ordinaryFirstWords.has(part[0]!));
}

/** First words that many companies share: alone they name none. */
const ordinaryFirstWords = new Set(
  (
    "american general united first national international advanced global best home bank world universal standard southern " +
    "northern western eastern central pacific atlantic royal consolidated applied analog digital electronic energy capital " +
    "financial health medical public service texas california york city state federal great new old blue green black white " +
    "north south east west delta air data open life real fresh summit premier prime core true free next"
  ).split(" "),
);

/** Short or everyday names must be written as names: "3M", "Target"; others in any case. */
function wordsPlace(question: string, words: readonly string[]): Place | null {
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}$])${words.map(spelledAnyWay).join("[^\\p{L}\\p{N}]{0,4}")}(?:['’]?s)?(?![\\p{L}\\p{N}])`,
    "giu",
  );
  for (const match of question.matchAll(pattern)) {
    const written = match[0];
    const needsCapital =
      words.join("").length <= 4 || (words.length === 1 && (everydayNames.has(words[0]!) || stopWords.has(words[0]!)));
    if (!needsCapital || written[0] !== written[0]!.toLowerCase() || (/^\d/.test(written) && /[A-Z]/.test(written))) {
      return { at: match.index, words: written };
    }
  }
  return null;
}

/** Everyday words that are names as well. */
const everydayNames = new Set(
  (
    "target block match apple square progressive discover carnival shell chase oracle alphabet ball public snap box dollar gap " +
    "coach limited express guess children waters equity frontier focus key main under five visa tapestry progress harbor " +
    "beacon anchor bridge crown eagle signal compass vertex matrix"
  ).split(" "),
);

const spelledAnyWay = (word: string) => escapePattern(word).replace(/(?<=\p{L})(?=\p{L})/gu, "['’.]?");
const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
