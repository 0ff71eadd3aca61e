import { type AuditContext } from "./audit-context";

/** The same reading, worked out when first asked for and kept for the review: several rules ask for it. */
export function oncePerReview<Reading>(read: (context: AuditContext) => Reading): (context: AuditContext) => Reading {
  const known = new WeakMap<AuditContext, { readonly reading: Reading }>();
  return (context) => {
    let kept = known.get(context);
    if (kept === undefined) known.set(context, (kept = { reading: read(context) }));
    return kept.reading;
  };
}
