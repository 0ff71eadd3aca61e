import { readFileSync } from "node:fs";
import path from "node:path";
import { type Fact } from "../../../src/contracts/document";

export interface ExpectedFact {
  readonly concept: string;
  readonly unit: string;
  readonly start: string | null;
  readonly end: string;
  readonly value: number;
}

export interface FactComparison {
  readonly expected: number;
  readonly equal: number;
  readonly differences: readonly string[];
  /** Facts of the standard taxonomies that the SEC's list does not have. */
  readonly extra: readonly string[];
}

/** By stored file: every fact without dimensions that the SEC attributes to the filing. */
export function readExpectedFacts(casesFolder: string): Map<string, readonly ExpectedFact[]> {
  const { cases } = JSON.parse(readFileSync(path.join(casesFolder, "facts_companyfacts.json"), "utf8")) as {
    cases: { file: string; facts: ExpectedFact[] }[];
  };
  return new Map(cases.map(({ file, facts }) => [file, facts]));
}

export function compareFacts(facts: readonly Fact[], expected: readonly ExpectedFact[]): FactComparison {
  const ours = new Map<string, Fact["value"][]>();
  for (const fact of facts) {
    if (Object.keys(fact.dimensions).length > 0 || typeof fact.value !== "number") continue;
    const key = keyOf(fact);
    ours.set(key, [...(ours.get(key) ?? []), fact.value]);
  }
  const wanted = new Map<string, number[]>();
  for (const fact of expected) wanted.set(keyOf(fact), [...(wanted.get(keyOf(fact)) ?? []), fact.value]);
  const differences: string[] = [];
  for (const fact of expected) {
    const values = ours.get(keyOf(fact));
    if (values?.includes(fact.value) !== true)
      differences.push(`${keyOf(fact)}: ${values?.join() ?? "-"}, not ${fact.value}`);
  }
  const extra = [...ours.keys()].filter((key) => /^(?:us-gaap|dei|srt|ecd):/.test(key) && !wanted.has(key));
  return { expected: expected.length, equal: expected.length - differences.length, differences, extra };
}

function keyOf(fact: { concept: string; unit: string | null; start: string | null; end: string | null }): string {
  return [fact.concept, fact.unit, fact.start ?? "", fact.end].join("|");
}
