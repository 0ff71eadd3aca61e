import { type CellAddress } from "../contracts/model-map";
import { type Severity } from "../contracts/finding";
import { type RichText } from "../contracts/rich-text";
import { type CellRange } from "../contracts/workbook-snapshot";
import { type AuditContext } from "./audit-context";

/** What a rule saw, before its consequence is weighed and its identity made. */
export interface FindingDraft {
  readonly severity: Severity;
  /** 0..1 */
  readonly confidence: number;
  readonly sheet: string;
  /** On `sheet`, most telling first. */
  readonly ranges: readonly CellRange[];
  readonly title: string;
  readonly comment: RichText;
  /** What it is if it is right: closes the comment with how sure we are; without it the comment states a plain fact. */
  readonly nature?: "slip" | "judgement";
  /** The finding in one sentence, for when another finding has the same cause and speaks for both. */
  readonly aside?: RichText;
  /** Names the place by what it means (labels, periods), so that the finding keeps its id when rows are inserted. */
  readonly meaning: string;
  /** Cells elsewhere that it read: a change of one makes the finding stale. */
  readonly alsoRead?: readonly CellAddress[];
  /** True where it puts the whole model in doubt, whatever depends on its cells. */
  readonly concernsWholeModel?: boolean;
}

/** A rule looks for one kind of problem and says nothing where it is not sure. */
export interface AuditRule {
  /** kebab-case; part of every finding's id. */
  readonly id: string;
  readonly find: (context: AuditContext) => FindingDraft[];
}
