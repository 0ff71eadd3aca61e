import { type QuestionIntent } from "../../contracts/intent";
import { companyWords } from "../words/company-words";
import { type KnownCompany, resolveCompany } from "./known-companies";
import { findUnknownNames } from "./unknown-names";

type Companies = QuestionIntent["companies"];

interface Asked {
  readonly question: string;
  readonly company: string | null;
  readonly documentId: string | null;
}

/**
 * Companies the question names; the caller's own where it names none, or speaks of "the company" beside another.
 * Without either, the only company on file, unless the question is about somebody else: nobody stands in for another.
 */
export function companiesMeant(
  request: Asked,
  named: readonly KnownCompany[],
  known: readonly KnownCompany[],
): Companies {
  const meant = named.map((company) => ({ name: company.name, matched: company.name }));
  const own = request.company?.trim() ?? "";
  if (own === "" && meant.length === 0) return companyUnsaid(request, known);
  const { question } = request;
  const matched = resolveCompany(known, own)?.name ?? null;
  const stranger = meant.length > 0 ? null : strangerIn(question, [own, ...(matched === null ? [] : [matched])]);
  if (stranger !== null) {
    const beside = /\b(?:the company|our|we|us|this|these|compar\w+|versus|vs)\b/i.test(question);
    return [...(beside ? [{ name: own, matched }] : []), { name: stranger, matched: null }];
  }
  const speaksOfOwn = /\b(?:the company|our|we|us|its)\b/i.test(question);
  if (own === "" || (meant.length > 0 && !speaksOfOwn)) return meant;
  if (meant.some((company) => company.matched === matched && matched !== null)) return meant;
  return [{ name: own, matched }, ...meant];
}

function companyUnsaid({ question, documentId }: Asked, known: readonly KnownCompany[]): Companies {
  if (documentId !== null) return [];
  const unknown = findUnknownNames(question);
  const stranger = unknown.company ?? unknown.owner;
  if (stranger !== null) return [{ name: stranger, matched: null }];
  const acting = unknown.others.find((name) => actsIn(question, name));
  if (acting !== undefined) return [{ name: acting, matched: null }];
  const only = known.length === 1 ? known[0]! : null;
  return only !== null && unknown.others.length === 0 ? [{ name: only.name, matched: only.name }] : [];
}

/** A company named beside the caller's own, which may itself be called by a part of its name. */
function strangerIn(question: string, own: readonly string[]): string | null {
  const { company, owner } = findUnknownNames(question);
  const stranger = company ?? owner;
  if (stranger === null) return null;
  const words = companyWords(stranger);
  return own.some((name) => words.every((word) => companyWords(name).includes(word))) ? null : stranger;
}

/** "How much did Copperline Robotics earn": whoever earns is a company. */
function actsIn(question: string, name: string): boolean {
  const at = question.indexOf(name);
  return at > 0 && /\b(?:did|does|has|will)\s+$/i.test(question.slice(0, at));
}
