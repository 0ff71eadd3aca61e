import { type CompanyOnFile, type StoredDocument } from "../../storage/store";
import { companyWords } from "../words/company-words";

/** A company of the store under all its spellings. */
export interface KnownCompany {
  /** The spelling most documents begin with; shown to the user. */
  readonly name: string;
  readonly names: readonly string[];
  readonly tickers: readonly string[];
  readonly ciks: readonly string[];
}

/** One entry a company: spellings that share a CIK, a ticker or the words of the name are the same one. */
export function groupCompanies(spellings: readonly CompanyOnFile[]): KnownCompany[] {
  const groups: CompanyOnFile[][] = [];
  for (const spelling of spellings) {
    const same = groups.filter((group) => group.some((member) => isSameCompany(member, spelling)));
    const merged = [...same.flat(), spelling];
    for (const group of same) groups.splice(groups.indexOf(group), 1);
    groups.push(merged);
  }
  return groups.map((group) => ({
    name: (group.find((spelling) => spelling.cik !== null) ?? group[0]!).name,
    names: unique(group.map((spelling) => spelling.name)),
    tickers: unique(group.flatMap((spelling) => spelling.ticker?.toUpperCase() ?? [])),
    ciks: unique(group.flatMap((spelling) => (spelling.cik === null ? [] : bareCik(spelling.cik)))),
  }));
}

/** The company a caller means by a name, a ticker or a CIK; null where the store has none or cannot tell which. */
export function resolveCompany(known: readonly KnownCompany[], asked: string): KnownCompany | null {
  const wanted = asked.trim();
  const words = companyWords(wanted).join(" ");
  const exact = known.filter(
    (company) =>
      company.tickers.includes(wanted.toUpperCase()) ||
      (/^\d{1,10}$/.test(wanted) && company.ciks.includes(bareCik(wanted))) ||
      (words !== "" && company.names.some((name) => companyWords(name).join(" ") === words)),
  );
  if (exact.length > 0) return exact.length === 1 ? exact[0]! : null;
  if (words === "") return null;
  const beginning = known.filter((company) =>
    company.names.some((name) => {
      const full = companyWords(name).join(" ");
      return full.startsWith(`${words} `) || words.startsWith(`${full} `);
    }),
  );
  return beginning.length === 1 ? beginning[0]! : null;
}

export function isDocumentOf(company: KnownCompany, document: StoredDocument): boolean {
  return (
    (document.cik !== null && company.ciks.includes(bareCik(document.cik))) ||
    (document.company !== null && company.names.includes(document.company))
  );
}

function isSameCompany(a: CompanyOnFile, b: CompanyOnFile): boolean {
  if (a.cik !== null && b.cik !== null) return bareCik(a.cik) === bareCik(b.cik);
  if (a.ticker !== null && b.ticker !== null && a.ticker.toUpperCase() === b.ticker.toUpperCase()) return true;
  const words = companyWords(a.name).join(" ");
  return words !== "" && words === companyWords(b.name).join(" ");
}

const bareCik = (cik: string) => cik.replace(/^0+/, "");
const unique = (items: readonly string[]) => [...new Set(items)];
