import { stopWords } from "./stop-words";
import { thesaurus } from "./thesaurus";
import { tokenize } from "./tokenize";

/** A wording as the stems it is found by, and the group it stands in. */
interface Wording {
  readonly stems: readonly string[];
  readonly group: number;
}

const groups: readonly (readonly (readonly string[])[])[] = thesaurus.map((line) =>
  line.split(",").map((wording) => tokenize(wording)),
);
const byFirstStem = new Map<string, Wording[]>();
groups.forEach((wordings, group) => {
  for (const stems of wordings) {
    const first = stems[0];
    if (first !== undefined) byFirstStem.set(first, [...(byFirstStem.get(first) ?? []), { stems, group }]);
  }
});

/**
 * Stems that filings may use for what a question says in other words, those it uses itself left out. Linear in the
 * question: each place is compared with the few wordings that begin there.
 */
export function otherWordings(question: string): ReadonlySet<string> {
  const asked = tokenize(question);
  const meant = new Set<number>();
  asked.forEach((stem, at) => {
    for (const { stems, group } of byFirstStem.get(stem) ?? [])
      if (stems.every((one, i) => asked[at + i] === one)) meant.add(group);
  });
  const own = new Set(asked);
  const others = [...meant].flatMap((group) => (groups[group] ?? []).flat());
  return new Set(others.filter((stem) => stem.length > 1 && !own.has(stem) && !stopWords.has(stem)));
}
