import { matchConcept } from "../../../concepts/match-concept";
import { type CellAddress } from "../../../contracts/model-map";
import { addTo } from "../../../workbook/group-by";
import { cellKey, type AuditContext } from "../../audit-context";
import { type AuditRule, type FindingDraft } from "../../audit-rule";
import { coverCells } from "../../lines/cover-cells";
import { labelledLinks, type LabelledLink } from "../../lines/labelled-links";
import { labelledRows, type LabelledRow } from "../../lines/labelled-rows";
import { labelWords } from "../../lines/row-label";
import { interchangeable } from "../../meaning/right-source";
import { isSafeTarget, rootOf } from "../../meaning/safe-target";
import { number, place, say } from "../../wording/say";

/** Words by which a row is of another time, side or form than the one it carries over, and those that name nothing. */
const otherForm =
  /\b(?:open\w*|begin\w*|start\w*|clos\w*|end\w*|prior|previous|last|balance|amount|value|change\w*|increase|decrease|check|from|to|current|input|output|base|selected|live|used|assumed|entry|exit|year|period|date|units?|n\/?a|beg|bop|eop)\b/iu;
const shortestName = 4;

/** Rows of each sheet that alone are called so. */
function soleRows(context: AuditContext): ReadonlyMap<string, LabelledRow | null> {
  const named = new Map<string, LabelledRow[]>();
  for (const row of labelledRows(context))
    addTo(named, `${row.sheet}\u0000${labelWords(context, row.label).join(" ")}`, row);
  return new Map([...named].map(([key, rows]) => [key, rows.length === 1 ? rows[0]! : null]));
}

function judge(
  context: AuditContext,
  link: LabelledLink,
  names: ReadonlyMap<string, LabelledRow | null>,
): FindingDraft[] {
  const { label, cells, target, targetLabel, isWholeRow } = link;
  const first = cells[0]!;
  if (!isWholeRow || target.sheet === first.sheet || otherForm.test(label) || otherForm.test(targetLabel)) return [];
  const [own, read] = [labelWords(context, label), labelWords(context, targetLabel)];
  const [name, other] = [own.join(" "), read.join(" ")];
  if (name.length < shortestName || other.length < shortestName || own.some((word) => read.includes(word))) return [];
  const right = names.get(`${target.sheet}\u0000${name}`);
  if (right === undefined || right === null || names.get(`${target.sheet}\u0000${other}`) === null) return [];
  const at = right.cells.map(({ address }) => address).find((cell) => cell.columnIndex0 === target.columnIndex0);
  if (at === undefined || at.rowIndex0 === target.rowIndex0) return [];
  const [shown, meant] = [context.numberAt(target), context.numberAt(at)];
  if (shown === null || meant === null || Math.abs(shown - meant) <= 1e-9 * Math.abs(meant)) return [];
  if (areOne(label, targetLabel) || leadsTo(context, target, at) || leadsTo(context, at, target)) return [];
  return isSafeTarget(context, cells, [at]) ? [draft(context, link, at, right.label)] : [];
}

/** Two names for one thing. */
function areOne(a: string, b: string): boolean {
  const [x, y] = [matchConcept(a), matchConcept(b)];
  return x !== null && y !== null && x.confidence >= 0.6 && y.confidence >= 0.6 && interchangeable(x.id, y.id);
}

/** A row that is itself a link to the other, or stands in for it. */
function leadsTo(context: AuditContext, from: CellAddress, to: CellAddress): boolean {
  return cellKey(rootOf(context, from)) === cellKey(rootOf(context, to));
}

function draft(context: AuditContext, link: LabelledLink, at: CellAddress, rightLabel: string): FindingDraft {
  const { label, cells, target, targetLabel } = link;
  return {
    severity: "high",
    confidence: 0.87,
    sheet: cells[0]!.sheet,
    ranges: coverCells(cells),
    title: `“${label}” shows “${targetLabel}” of ${target.sheet}`,
    comment: say`“${place(cells[0]!, label)}” carries over “${place(target, targetLabel)}” of ${target.sheet}, ${number(context, target)}, while that sheet has a row of its own name, “${place(at, rightLabel)}”, with ${number(context, at)}. Another line’s figure stands under this name. Point it at the row it is named after, or rename it.`,
    nature: "slip",
    meaning: `${label}/${targetLabel}`,
    aside: say`It carries over “${place(target, targetLabel)}”, not “${place(at, rightLabel)}”.`,
    alsoRead: [target, at],
  };
}

/** A link to another sheet that passes by the row of its own name. */
export const namedElsewhere: AuditRule = {
  id: "named-elsewhere",
  find(context) {
    const links = labelledLinks(context);
    if (links.length === 0) return [];
    const names = soleRows(context);
    return links.flatMap((link) => judge(context, link, names));
  },
};
