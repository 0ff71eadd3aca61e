import { type Finding, type Severity } from "../../contracts/finding";

/** What a reader takes in before giving up: the default view shows no more. */
export const findingsInDefaultView = 20;
/** No rule may fill the default view while others have something to say. */
const mostOfOneRule = 6;

const severityWeight: Readonly<Record<Severity, number>> = { high: 3, medium: 2, low: 1 };

/** 0..1: whether an output moves, and how much of the model hangs on it. */
function reach(finding: Finding, concernsWholeModel: boolean): number {
  if (concernsWholeModel) return 1;
  const outputs = finding.consequence.outputs.length > 0 ? 0.6 : 0;
  return outputs + Math.min(0.4, Math.log10(1 + finding.consequence.dependents) / 8);
}

export interface WeighedFinding {
  readonly finding: Finding;
  readonly concernsWholeModel: boolean;
}

/** Consequence and severity together, in the measure we are sure; ties keep the workbook's own order. */
export function rankFindings(weighed: readonly WeighedFinding[]): Finding[] {
  return weighed
    .map(({ finding, concernsWholeModel }, position) => ({
      finding,
      position,
      score: (severityWeight[finding.severity] + 1.5 * reach(finding, concernsWholeModel)) * finding.confidence,
    }))
    .sort((a, b) => b.score - a.score || a.position - b.position)
    .map(({ finding }) => finding);
}

/** The findings a reader sees first: the best, with no rule crowding out the others; what room is left goes to the rest. */
export function defaultView(ranked: readonly Finding[], atMost = findingsInDefaultView): Finding[] {
  const perRule = new Map<string, number>();
  const first = new Set<Finding>();
  const rest: Finding[] = [];
  for (const finding of ranked) {
    const count = perRule.get(finding.rule) ?? 0;
    if (count < mostOfOneRule && first.size < atMost) first.add(finding);
    else rest.push(finding);
    perRule.set(finding.rule, count + 1);
  }
  for (const finding of rest.slice(0, atMost - first.size)) first.add(finding);
  return ranked.filter((finding) => first.has(finding));
}
