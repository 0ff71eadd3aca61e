import { type ParsedDocument } from "../../../src/contracts/document";
import { factText } from "./expected-figures";

/** Words that make another figure of the one they stand beside. */
const qualified: readonly ((company: string, name: string, year: number) => string)[] = [
  (company, name, year) => `What was ${company}'s adjusted ${name} in fiscal ${year}?`,
  (company, name, year) => `What was ${company}'s organic ${name} in fiscal ${year}?`,
  (company, name, year) => `What was ${company}'s ${name} per employee in fiscal ${year}?`,
  (company, name, year) => `What was ${company}'s ${name} excluding acquisitions in fiscal ${year}?`,
  (company, name, year) => `What ${name} did ${company} guide to for fiscal ${year}?`,
  (company, name, year) => `What was ${company}'s target ${name} for fiscal ${year}?`,
  (company, name, year) => `What was ${company}'s pro forma ${name} in fiscal ${year}?`,
  (company, name, year) => `What was ${company}'s ${name} at constant currency in fiscal ${year}?`,
  (company, name, year) => `What was ${company}'s ${name} before one-off items in fiscal ${year}?`,
  (company, name, year) => `What was ${company}'s deferred ${name} from leases in fiscal ${year}?`,
  (company, name, year) => `What was ${company}'s non-GAAP ${name} in fiscal ${year}?`,
  (company, name, year) => `What was ${company}'s ${name} in December of fiscal ${year}?`,
  (company, name, year) => `What was ${company}'s budgeted ${name} for fiscal ${year}?`,
  (company, name, year) => `What was ${company}'s quarterly ${name} in fiscal ${year}?`,
  (company, name, year) => `What was ${company}'s average monthly ${name} in fiscal ${year}?`,
  (company, name, year) => `How much of ${company}'s ${name} in fiscal ${year} came from its largest customer?`,
];
const names = ["revenue", "operating income", "net income", "operating cash flow", "capital expenditure", "net sales"];
const perReport = 8;
const membersPerReport = 5;
const strangers = ["Quartz Meadow Holdings", "Tallow & Reed", "Ninefold Dynamics"];

/** Questions beside the plain ones that no figure of the company as a whole answers. */
export function trapsFor(parsed: ParsedDocument, company: string, turn: number): string[] {
  const year = Number(factText(parsed, "dei:DocumentFiscalYearFocus"));
  const nameAt = (index: number): string => names[(turn + index) % names.length]!;
  const qualifiers = Array.from({ length: perReport }, (_, index) =>
    qualified[(turn * 3 + index) % qualified.length]!(company, nameAt(index), year),
  );
  const members = membersOf(parsed)
    .slice(0, membersPerReport)
    .map((member, index) =>
      index % 2 === 0
        ? `What was ${company}'s ${member} ${nameAt(index)} in fiscal ${year}?`
        : `What was ${company}'s ${nameAt(index)} from ${member} in fiscal ${year}?`,
    );
  return [
    ...qualifiers,
    ...members,
    `How many shares did ${company} repurchase in fiscal ${year}?`,
    `What was ${strangers[turn % strangers.length]}'s ${nameAt(1)} in fiscal ${year}?`,
    `What was ${company}'s ${nameAt(2)} in fiscal ${year + 2}?`,
    `What was ${company}'s ${nameAt(3)} in fiscal ${year - 9}?`,
    `Compare the ${nameAt(4)} of ${company} and ${strangers[(turn + 1) % strangers.length]} in fiscal ${year}.`,
  ];
}

/** Products, segments and regions the report itself tells apart, in words. */
function membersOf(parsed: ParsedDocument): string[] {
  const axes = ["srt:ProductOrServiceAxis", "us-gaap:StatementBusinessSegmentsAxis", "srt:StatementGeographicalAxis"];
  const members = parsed.facts.flatMap((fact) => axes.flatMap((axis) => fact.dimensions[axis] ?? []));
  const words = [...new Set(members)]
    .map(inWords)
    .filter((member) => !/total|reportable|operating segments/i.test(member));
  return [...new Set(words)];
}

function inWords(member: string): string {
  if (member.startsWith("country:")) {
    return new Intl.DisplayNames("en", { type: "region" }).of(member.slice("country:".length)) ?? member;
  }
  return member
    .replace(/^.*:/, "")
    .replace(/Member$/, "")
    .replace(/([a-z])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2");
}
