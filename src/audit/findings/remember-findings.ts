import { type AuditRule } from "../audit-rule";
import { oncePerReview } from "../once-per-review";

/** The same rule, worked out once a review: others ask what it said already. */
export function rememberFindings(rule: AuditRule): AuditRule {
  return { id: rule.id, find: oncePerReview((context) => rule.find(context)) };
}
