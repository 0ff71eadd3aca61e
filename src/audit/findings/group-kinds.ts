import { type Severity } from "../../contracts/finding";
import { formatRange } from "../../workbook/address";
import { type GroupedDraft } from "./group-repeats";
import { listed, place, say } from "../wording/say";
import { groupBy } from "../../workbook/group-by";

/** From here on, one comment that lists the rows is read sooner than as many cards. */
const manyOnASheet = 3;
const mostListed = 10;
const weight: Readonly<Record<Severity, number>> = { high: 3, medium: 2, low: 1 };

/**
 * One finding for what goes wrong in many rows of one sheet in one way: the weightiest tells how, the others are listed
 * by their titles. A dashboard whose links all slid by some rows is one thing to mend.
 */
export function groupKinds(drafts: readonly GroupedDraft[]): GroupedDraft[] {
  const groups = groupBy(drafts, (one) => `${one.rule}\u0000${one.draft.sheet}`);
  return [...groups.values()].flatMap((group) => (group.length < manyOnASheet ? group : [asOne(group)]));
}

function asOne(group: readonly GroupedDraft[]): GroupedDraft {
  const byWeight = [...group].sort(
    (a, b) => weight[b.draft.severity] - weight[a.draft.severity] || b.draft.confidence - a.draft.confidence,
  );
  const first = byWeight[0]!;
  const others = byWeight.slice(1);
  const rows = others.map(({ draft }) => {
    const said = withoutOpening(draft.title, first.draft.title);
    return say`${said} (${place(draft.ranges[0]!, formatRange(draft.ranges[0]!))})`;
  });
  return {
    rule: first.rule,
    draft: {
      ...first.draft,
      title: `${first.draft.title}, and ${others.length} more rows like it`,
      ranges: group.flatMap(({ draft }) => draft.ranges),
      comment: say`${first.draft.comment} On the same sheet: ${listed(rows, mostListed)}.`,
      alsoRead: group.flatMap(({ draft }) => draft.alsoRead ?? []),
      concernsWholeModel: group.some(({ draft }) => draft.concernsWholeModel),
    },
    alsoAt: group.flatMap((one) => one.alsoAt),
    meanings: group.flatMap((one) => one.meanings),
  };
}

/** "A number is typed in “Tax”" beside "A number is typed in “Rent”": in a list its row is enough. */
function withoutOpening(title: string, first: string): string {
  const opening = first.slice(0, Math.max(0, first.indexOf("“")));
  if (opening !== "" && title.startsWith(opening)) return title.slice(opening.length);
  return title.startsWith("“") ? title : title.charAt(0).toLowerCase() + title.slice(1);
}
