import { addDays } from "../../src/concepts/time/days";
import { type Retrieval } from "../../src/retrieval/create-retrieval";
import { type StoredDocument } from "../../src/storage/store";

export interface AskedAbout {
  readonly documents: readonly StoredDocument[];
  readonly companies: readonly string[];
  /** As-of days are drawn from here… */
  readonly from: string;
  /** …to here. */
  readonly to: string;
}

const topics = [
  "revenue",
  "net income",
  "risk factors",
  "supply",
  "competition",
  "total assets",
  "cash",
  "debt",
  "tax",
  "litigation",
];
const openings = [
  "What was",
  "Why did it change:",
  "Show the balance sheet and",
  "Show the income statement and",
  "What is new in",
  "How did it develop over the last 3 years:",
  "Compare with its peers",
];
const conceptIds = ["revenue", "net-income", "total-assets", "eps-basic", "operating-cash-flow"];
const tags = ["us-gaap:Revenues", "us-gaap:NetIncomeLoss", "us-gaap:Assets", "us-gaap:StockholdersEquity"];

/** One question of a drawn kind, as of a drawn day: passages, of peers as well, facts, histories or what chips offer. */
export async function askAtRandom(
  retrieval: Retrieval,
  { documents, companies, from, to }: AskedAbout,
  random: () => number,
): Promise<{ readonly kind: string; readonly asOf: string; readonly result: unknown }> {
  const drawn = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)]!;
  const days = Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
  const asOf = addDays(from, Math.floor(random() * (days + 1)));
  const company = drawn(companies);
  const question = `${drawn(openings)} ${drawn(topics)}`;
  const search = async (query: string, who: string | null, documentId: string | null) => {
    const found = await retrieval.search({ query, k: 10, company: who, documentId, asOf });
    for (const { score } of found.results) {
      const sum = score.parts.reduce((all, part) => all + part.value, 0);
      if (Math.abs(sum - score.total) > 0.00005)
        throw new Error(`The parts of "${query}" add up to ${sum}, not ${score.total}.`);
    }
    return found.results;
  };
  const kinds: Readonly<Record<string, () => Promise<unknown>>> = {
    "passages of a company": () => search(question, company, null),
    "passages of a document": () => search(question, null, drawn(documents).id),
    "passages of peers": () => search(`${question} of ${company} and ${drawn(companies)}`, null, null),
    facts: () => retrieval.findFacts({ company, documentId: null, conceptIds, periods: [], asOf }),
    "facts of a document": () =>
      retrieval.findFacts({ company: null, documentId: drawn(documents).id, conceptIds, periods: [], asOf }),
    histories: () => retrieval.factHistories(company, { concepts: [drawn(tags)], asOf, wholeCompany: random() < 0.5 }),
    chips: async () => {
      const intent = await retrieval.understandQuestion({ question, company, documentId: null, asOf });
      const offered = await retrieval.offerChoices(intent, asOf);
      const known = documents.filter(({ filed }) => filed !== null && filed <= asOf);
      // A choice has no filing of its own: it is late where no document known on the day could have given it.
      const years = new Set(known.flatMap((one) => one.fiscalYear ?? Number(one.periodEnd?.slice(0, 4))));
      const forms = new Set(known.map(({ form }) => form));
      return [
        ...offered.periods.map(({ fiscalYear }) => ({ filed: years.has(fiscalYear!) ? asOf : null })),
        ...offered.forms.map((form) => ({ filed: forms.has(form) ? asOf : null })),
      ];
    },
  };
  const kind = drawn(Object.keys(kinds));
  return { kind, asOf, result: await kinds[kind]!() };
}

/** How many filing days stand anywhere in a result, and how many of them are later than the day or unknown. */
export function filedLate(result: unknown, asOf: string): { readonly seen: number; readonly late: number } {
  let seen = 0;
  let late = 0;
  const open: unknown[] = [result];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    if ("filed" in value) {
      seen += 1;
      if (typeof value.filed !== "string" || value.filed > asOf) late += 1;
    }
    open.push(...(Object.values(value) as unknown[]));
  }
  return { seen, late };
}
