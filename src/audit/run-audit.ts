import { type Finding } from "../contracts/finding";
import { type ModelMap } from "../contracts/model-map";
import { formatRange } from "../workbook/address";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { allRules } from "./all-rules";
import { AuditContext } from "./audit-context";
import { type AuditRule } from "./audit-rule";
import { completeFinding } from "./complete-finding";
import { groupRepeats } from "./group-repeats";
import { joinCauses, type RuleDraft } from "./join-causes";
import { rankFindings, type WeighedFinding } from "./rank";

/** Every finding of every rule, one a cause, best first. */
export function runAudit(
  index: WorkbookIndex,
  model: ModelMap,
  options: { readonly rules?: readonly AuditRule[]; readonly onRule?: (done: number, total: number) => void } = {},
): Finding[] {
  const context = new AuditContext(index, model);
  const rules = options.rules ?? allRules;
  const drafts: RuleDraft[] = [];
  rules.forEach((rule, i) => {
    for (const draft of rule.find(context)) drafts.push({ rule: rule.id, draft });
    options.onRule?.(i + 1, rules.length);
  });
  const weighed: WeighedFinding[] = [];
  const ids = new Set<string>();
  for (const { rule, draft, alsoAt } of groupRepeats(joinCauses(context, drafts))) {
    const finding = completeFinding(context, rule, draft);
    let id = finding.id;
    for (let copy = 2; ids.has(id); copy++) id = `${finding.id}-${copy}`;
    ids.add(id);
    const elsewhere = alsoAt.map((range) => ({ sheet: range.sheet, cells: formatRange(range) }));
    weighed.push({
      finding: { ...finding, id, ...(elsewhere.length === 0 ? {} : { alsoAt: elsewhere }) },
      concernsWholeModel: draft.concernsWholeModel ?? false,
    });
  }
  return rankFindings(weighed);
}
