import { type Finding } from "../contracts/finding";
import { type ModelMap } from "../contracts/model-map";
import { formatRange } from "../workbook/address";
import { type WorkbookIndex } from "../workbook/index-workbook";
import { allRules } from "./all-rules";
import { AuditContext } from "./audit-context";
import { type AuditRule } from "./audit-rule";
import { completeFinding } from "./findings/complete-finding";
import { groupKinds } from "./findings/group-kinds";
import { groupRepeats } from "./findings/group-repeats";
import { distinctIdentities } from "./findings/identity";
import { joinCauses, type RuleDraft } from "./findings/join-causes";
import { rankFindings, type WeighedFinding } from "./findings/rank";

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
  const weighed = groupKinds(groupRepeats(joinCauses(context, drafts))).map(
    ({ rule, draft, alsoAt, meanings }): WeighedFinding => {
      const finding = completeFinding(context, rule, draft, meanings);
      const elsewhere = alsoAt.map((range) => ({ sheet: range.sheet, cells: formatRange(range) }));
      return {
        finding: elsewhere.length === 0 ? finding : { ...finding, alsoAt: elsewhere },
        concernsWholeModel: draft.concernsWholeModel ?? false,
      };
    },
  );
  const ids = distinctIdentities(
    context,
    weighed.map(({ finding }) => finding),
  );
  return rankFindings(
    weighed.map(({ finding, concernsWholeModel }, i) => ({ finding: { ...finding, id: ids[i]! }, concernsWholeModel })),
  );
}
