import { type AskRequest } from "../contracts/answer";
import { type IsoDate } from "../contracts/dates";
import { type DocumentRef } from "../contracts/document";
import { type Evidence } from "../contracts/evidence";
import { type QuestionIntent } from "../contracts/intent";
import { type FactWithCitation } from "./ports";

export interface Gathered {
  readonly evidence: readonly Evidence[];
  readonly facts: readonly FactWithCitation[];
  /** How many things the ports gave that the question does not admit. */
  readonly refused: number;
  /** Documents left out because nobody said when they were filed; 0 where no as-of date is asked. */
  readonly undated: number;
}

/** The day after which nothing counts: the request's own, else what the question says. */
export function asOfOf(request: AskRequest, intent: QuestionIntent): IsoDate | null {
  return request.asOf ?? intent.asOf;
}

/**
 * Keeps what was known on the as-of date and, where a document is named, what it says. The ports are asked for the
 * same; this stands behind them because a figure from the future is the one mistake a backtest cannot survive.
 */
export function admitGathered(
  found: { evidence: readonly Evidence[]; facts: readonly FactWithCitation[]; undated?: number },
  window: { asOf: IsoDate | null; documentId: string | null },
): Gathered {
  const admitted = (document: DocumentRef): boolean => {
    if (window.documentId !== null && document.id !== window.documentId) return false;
    // Without a filing date nobody can say that it was known by then, whatever period it reports.
    return window.asOf === null || (document.filed !== null && document.filed <= window.asOf);
  };
  const evidence = found.evidence.filter((item) => admitted(item.document));
  const facts = found.facts
    .filter((item) => admitted(item.document))
    .map((item) => withoutLaterHistory(item, admitted));
  return {
    evidence,
    facts,
    undated: found.undated ?? 0,
    refused: found.evidence.length - evidence.length + (found.facts.length - facts.length),
  };
}

function withoutLaterHistory(item: FactWithCitation, admitted: (document: DocumentRef) => boolean): FactWithCitation {
  const earlier = item.earlier.filter((value) => admitted(value.document));
  const otherwise = item.otherwise?.filter((value) => admitted(value.document)) ?? [];
  const { since, ...rest } = item;
  return {
    ...rest,
    earlier,
    otherwise,
    restated: item.restated && (item.earlier.length === 0 || earlier.length > 0),
    ...(since !== undefined && admitted(since) ? { since } : {}),
  };
}
