import { type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { labelledLinks, type LabelledLink } from "../../lines/labelled-links";
import { soleMeasure, type SoleMeasure } from "../../meaning/sole-measure";
import { rootOf } from "../../meaning/safe-target";
import { nameOf } from "../../lines/cell-name";
import { number, place, say } from "../../wording/say";

/** Where one may rightly be carried over under the name of the other. */
const near: readonly (readonly [SoleMeasure, SoleMeasure])[] = [
  ["total equity", "equity value"],
  ["cost of equity", "wacc"],
];

function areNear(a: SoleMeasure, b: SoleMeasure): boolean {
  return a === b || near.some((pair) => pair.includes(a) && pair.includes(b));
}

function judge(context: AuditContext, { label, cells, target, targetLabel, isWholeRow }: LabelledLink): FindingDraft[] {
  const own = soleMeasure(label);
  const read = own === null ? null : soleMeasure(targetLabel);
  const first = cells[0]!;
  /** Before a deal there is no interest, at the entry no cash: other periods tell the measures apart. */
  if (!isWholeRow) return [];
  if (own === null || read === null || areNear(own, read) || context.numberAt(first) === null) return [];
  /** The row it reads may itself only carry over what is wanted, under a wrong name of its own. */
  const root = soleMeasure(nameOf(context, rootOf(context, target))?.label ?? "");
  if (root !== null && areNear(own, root)) return [];
  const isAcross = target.sheet !== first.sheet;
  return [
    {
      severity: "high",
      confidence: 0.88,
      sheet: first.sheet,
      ranges: coverCells(cells),
      title: `“${label}” shows “${targetLabel}”`,
      comment: say`“${place(first, label)}” only carries over “${place(target, targetLabel)}”${isAcross ? ` of ${target.sheet}` : ""}, ${number(context, target)}. The two names stand for different measures, so one of them is wrong and whoever reads this one is misled. Point it at the row of its own name, or rename it.`,
      nature: "slip",
      meaning: `${label}/${targetLabel}`,
      aside: say`It carries over “${place(target, targetLabel)}”, a different measure.`,
      alsoRead: [target],
    },
  ];
}

/** A figure under the name of one well-known measure that only carries over another one. */
export const anotherMeasure: AuditRule = {
  id: "another-measure",
  find: (context) => labelledLinks(context).flatMap((link) => judge(context, link)),
};
