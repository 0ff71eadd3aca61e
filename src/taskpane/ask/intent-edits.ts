import { concepts, conceptById } from "../../concepts/dictionary";
import { type ConceptId, type Statement } from "../../contracts/concept";
import { type IntentChoices, type IntentPart, type PeriodAsked, type QuestionIntent } from "../../contracts/intent";

/** A list of an intent, as its chips show it; kind and as-of day are single values and handled beside. */
interface ListedPart<Item> {
  readonly part: IntentPart;
  /** Before the chip's words, for who cannot see them in their line. */
  readonly called: string;
  readonly read: (intent: QuestionIntent) => readonly Item[];
  readonly write: (intent: QuestionIntent, items: readonly Item[]) => QuestionIntent;
  readonly say: (item: Item) => string;
  readonly others: (choices: IntentChoices | undefined, intent: QuestionIntent) => readonly Item[];
}

/** One thing a question was understood as, and what can be done about it. */
export interface IntentChip {
  readonly key: string;
  readonly part: IntentPart;
  readonly called: string;
  readonly words: string;
  readonly isYours: boolean;
  readonly choices: readonly IntentChoice[];
  /** Null where a question cannot be without it. */
  readonly removed: QuestionIntent | null;
}

export interface IntentChoice {
  readonly words: string;
  readonly chosen: QuestionIntent;
}

const statementNames: Partial<Record<Statement, string>> = {
  "income-statement": "income statement",
  "balance-sheet": "balance sheet",
  "cash-flow": "cash flow statement",
};

export const kindNames: Readonly<Record<QuestionIntent["kind"], string>> = {
  number: "a number",
  trend: "a trend",
  reason: "reasons",
  risk: "risks",
  guidance: "guidance",
  comparison: "a comparison",
  definition: "a definition",
  open: "an open question",
};

const latestYear: PeriodAsked = {
  label: "latest year",
  kind: "latest",
  fiscalYear: null,
  quarter: null,
  start: null,
  end: null,
};

const companies: ListedPart<QuestionIntent["companies"][number]> = {
  part: "companies",
  called: "Company",
  read: (intent) => intent.companies,
  write: (intent, items) => ({ ...intent, companies: [...items] }),
  say: ({ name, matched }) => matched ?? `${name} (not on file)`,
  others: (choices) => (choices?.companies ?? []).map((name) => ({ name, matched: name })),
};
const periods: ListedPart<PeriodAsked> = {
  part: "periods",
  called: "Period",
  read: (intent) => intent.periods,
  write: (intent, items) => ({ ...intent, periods: [...items] }),
  say: ({ label }) => label,
  others: (choices) => (choices === undefined ? [] : [latestYear, ...choices.periods]),
};
const conceptsAsked: ListedPart<ConceptId> = {
  part: "concepts",
  called: "Concept",
  read: (intent) => intent.concepts,
  write: (intent, items) => ({ ...intent, concepts: [...items] }),
  say: (id) => conceptById(id)?.name ?? id.replaceAll("-", " "),
  others: (_, intent) => relatedConcepts(intent.concepts),
};
const statements: ListedPart<Statement> = {
  part: "statements",
  called: "Statement",
  read: (intent) => intent.statements,
  write: (intent, items) => ({ ...intent, statements: [...items] }),
  say: (statement) => statementNames[statement] ?? statement.replaceAll("-", " "),
  others: () => ["income-statement", "balance-sheet", "cash-flow"],
};
const items: ListedPart<string> = {
  part: "items",
  called: "Section",
  read: (intent) => intent.items,
  write: (intent, list) => ({ ...intent, items: [...list] }),
  say: (item) => `Item ${item}`,
  others: () => ["1", "1A", "3", "7", "7A", "8"],
};
const forms: ListedPart<string> = {
  part: "forms",
  called: "Source",
  read: (intent) => intent.forms,
  write: (intent, list) => ({ ...intent, forms: [...list] }),
  say: (form) => form,
  others: (choices) => choices?.forms ?? [],
};

/** The chips of an intent, in the order a question is usually put. */
export function chipsOf(intent: QuestionIntent, choices: IntentChoices | undefined): IntentChip[] {
  return [
    ...listChips(companies, intent, choices),
    ...listChips(conceptsAsked, intent, choices),
    ...listChips(periods, intent, choices),
    kindChip(intent),
    ...listChips(statements, intent, choices),
    ...listChips(items, intent, choices),
    ...listChips(forms, intent, choices),
  ];
}

/** What can be added where the question was understood as nothing of the kind, under the name of its part. */
export function additionsTo(
  intent: QuestionIntent,
  choices: IntentChoices | undefined,
): { readonly called: string; readonly choices: readonly IntentChoice[] }[] {
  return [
    additions(companies, intent, choices),
    additions(periods, intent, choices),
    additions(conceptsAsked, intent, choices),
    additions(statements, intent, choices),
    additions(forms, intent, choices),
  ].filter((group) => group.choices.length > 0);
}

/** The same question as of another day; null: of all that is on file. */
export function withAsOf(intent: QuestionIntent, asOf: string | null): QuestionIntent {
  return marked({ ...intent, asOf }, "as-of");
}

function listChips<Item>(
  listed: ListedPart<Item>,
  intent: QuestionIntent,
  choices: IntentChoices | undefined,
): IntentChip[] {
  const own = listed.read(intent);
  return own.map((item, position) => ({
    key: `${listed.part}/${listed.say(item)}/${position}`,
    part: listed.part,
    called: listed.called,
    words: listed.say(item),
    isYours: isYours(intent, listed.part),
    choices: notYet(listed, intent, choices).map((other) => ({
      words: listed.say(other),
      chosen: marked(
        listed.write(
          intent,
          own.map((one, at) => (at === position ? other : one)),
        ),
        listed.part,
      ),
    })),
    removed: marked(
      listed.write(
        intent,
        own.filter((_, at) => at !== position),
      ),
      listed.part,
    ),
  }));
}

function additions<Item>(listed: ListedPart<Item>, intent: QuestionIntent, choices: IntentChoices | undefined) {
  const found = notYet(listed, intent, choices).map((item) => ({
    words: listed.say(item),
    chosen: marked(listed.write(intent, [...listed.read(intent), item]), listed.part),
  }));
  return { called: listed.called, choices: found };
}

function notYet<Item>(listed: ListedPart<Item>, intent: QuestionIntent, choices: IntentChoices | undefined): Item[] {
  const taken = new Set(listed.read(intent).map(listed.say));
  return listed.others(choices, intent).filter((item) => !taken.has(listed.say(item)));
}

function kindChip(intent: QuestionIntent): IntentChip {
  const kinds = Object.keys(kindNames) as QuestionIntent["kind"][];
  return {
    key: "kind",
    part: "kind",
    called: "Asks for",
    words: kindNames[intent.kind],
    isYours: isYours(intent, "kind"),
    choices: kinds
      .filter((kind) => kind !== intent.kind)
      .map((kind) => ({ words: kindNames[kind], chosen: marked({ ...intent, kind }, "kind") })),
    removed: null,
  };
}

const isYours = (intent: QuestionIntent, part: IntentPart): boolean => intent.edited?.includes(part) === true;

function marked(intent: QuestionIntent, part: IntentPart): QuestionIntent {
  return { ...intent, edited: [...new Set([...(intent.edited ?? []), part])] };
}

const mostRelated = 12;
/** Where no concept was understood: the lines nearly every question about a company is about. */
const everyday: readonly ConceptId[] = ["revenue", "gross-profit", "operating-income", "net-income", "free-cash-flow"];

/** What the reader may have meant instead: what is read beside the concepts found, and what bears a word of their names. */
function relatedConcepts(found: readonly ConceptId[]): ConceptId[] {
  if (found.length === 0) return everyday.filter((id) => conceptById(id) !== null);
  const own = found.flatMap((id) => conceptById(id) ?? []);
  const words = new Set(own.flatMap(({ name }) => wordsOf(name)));
  const beside = own.flatMap(({ neighbours }) => neighbours);
  const alike = concepts
    .filter(
      ({ inQuestions, isGeneric, name }) => inQuestions && !isGeneric && wordsOf(name).some((one) => words.has(one)),
    )
    .map(({ id }) => id);
  return [...new Set([...beside, ...alike])].filter((id) => conceptById(id) !== null).slice(0, mostRelated);
}

const wordsOf = (name: string): string[] =>
  name
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 3);
