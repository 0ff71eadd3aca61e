import { type Fact, type ParsedDocument } from "../../../src/contracts/document";
import { concepts } from "../../../src/concepts/dictionary";
import { readFacts } from "../../../src/filings/read-facts/read-facts";

export interface ReadComparison {
  /** Facts read from tables whose place the filer tagged too. */
  readonly read: number;
  /** Period and value are the tag's. */
  readonly valuesRight: number;
  /** The tag is one that the dictionary has for the concept read. */
  readonly conceptsRight: number;
  /** Tagged figures of the concepts that are read, in the statements' tables. */
  readonly tagged: number;
  readonly found: number;
  readonly mistakes: readonly string[];
}

const synonyms = new Map(concepts.flatMap(({ tags }) => (tags[0] === undefined ? [] : [[tags[0], tags] as const])));

/** The statements of a tagged filing read as if nothing were tagged, held against its tags. */
export function compareReadFacts(document: ParsedDocument): ReadComparison {
  const { facts } = readFacts(document.document, document.tables, document.passages);
  const atPlace = new Map<string, Fact[]>();
  for (const fact of document.facts) {
    if (typeof fact.value !== "number" || fact.span === null) continue;
    const key = `${fact.passageId}:${fact.span.start}`;
    atPlace.set(key, [...(atPlace.get(key) ?? []), fact]);
  }
  const tagged = document.facts.filter(
    ({ value, dimensions }) => typeof value === "number" && Object.keys(dimensions).length === 0,
  );
  const byKey = new Map(tagged.map((fact) => [keyOf(fact, fact.concept), fact]));
  const mistakes: string[] = [];
  let read = 0;
  let valuesRight = 0;
  let conceptsRight = 0;
  for (const fact of facts) {
    const tags = synonyms.get(fact.concept) ?? [fact.concept];
    const same = tags.map((tag) => byKey.get(keyOf(fact, tag))).find((one) => one !== undefined);
    // Filers tag a figure at one place of several: the same concept and period anywhere speaks as well.
    const here = atPlace.get(`${fact.passageId}:${fact.span?.start}`) ?? [];
    const truth = here.length > 0 ? here : same === undefined ? [] : [same];
    if (truth.length === 0) continue;
    read++;
    const isRight = truth.some((one) => one.start === fact.start && one.end === fact.end && agree(one, fact));
    const isNamed = truth.some((one) => tags.includes(one.concept));
    if (isRight) valuesRight++;
    if (isNamed) conceptsRight++;
    if (!isRight || !isNamed) {
      const [one] = truth;
      mistakes.push(
        `${fact.concept} ${fact.start}/${fact.end} ${fact.value}; tagged ${one!.concept} ${one!.start}/${one!.end} ${one!.value}`,
      );
    }
  }
  const ours = new Set(facts.map((fact) => keyOf(fact, fact.concept)));
  const wanted = wantedFacts(tagged);
  const found = wanted.filter(({ preferred, fact }) => ours.has(keyOf(fact, preferred))).length;
  return { read, valuesRight, conceptsRight, tagged: wanted.length, found, mistakes };
}

/** Tagged figures printed in tables, of the concepts the reader knows. */
function wantedFacts(tagged: readonly Fact[]): { preferred: string; fact: Fact }[] {
  return tagged.flatMap((fact) => {
    if (fact.span === null) return [];
    const preferred = preferredTags.get(fact.concept);
    return preferred === undefined ? [] : [{ preferred, fact }];
  });
}

const headlineConcepts = new Set(
  (
    "revenue gross-profit operating-income pretax-income net-income eps-basic eps-diluted cash-and-equivalents " +
    "total-current-assets total-assets total-current-liabilities total-liabilities total-equity operating-cash-flow " +
    "investing-cash-flow financing-cash-flow"
  ).split(" "),
);
const preferredTags = new Map(
  concepts
    .filter(({ id }) => headlineConcepts.has(id))
    .flatMap(({ tags }) => (tags[0] === undefined ? [] : [[tags[0], tags[0]] as const])),
);

function agree(one: Fact, other: Fact): boolean {
  if (typeof one.value !== "number" || typeof other.value !== "number") return false;
  const coarser = Math.min(decimalsOf(one), decimalsOf(other));
  return Math.abs(one.value - other.value) <= 0.5 * 10 ** -coarser * (1 + 1e-9);
}

function decimalsOf({ decimals }: Fact): number {
  return decimals === "INF" || decimals === null ? 12 : decimals;
}

function keyOf(fact: Pick<Fact, "unit" | "start" | "end">, concept: string): string {
  return [concept, fact.unit, fact.start ?? "", fact.end].join("|");
}
