import { type AskEvent, type AskRequest } from "../../contracts/answer";
import { type PassageContext } from "../../contracts/evidence";
import { type EvidenceRequest, type EvidenceResponse } from "../../contracts/evidence-request";
import { type FilingChanges } from "../../contracts/filing-changes";
import { type ServiceStatus } from "../../contracts/service-status";

/** What came of a request. Not reaching the service is an expected outcome: the pane works without it. */
export type ServiceReply<T> =
  | { readonly kind: "ok"; readonly value: T }
  | { readonly kind: "unreachable"; readonly why: string }
  | { readonly kind: "refused"; readonly code: string; readonly message: string; readonly requestId: string | null }
  | { readonly kind: "cancelled" };

/** The service behind the pane: the only way anything leaves this page. */
export interface ServiceClient {
  status(signal: AbortSignal): Promise<ServiceReply<ServiceStatus>>;
  evidence(request: EvidenceRequest, signal: AbortSignal): Promise<ServiceReply<EvidenceResponse>>;
  /** Resolves when the stream ends; `ok` only where an answer or its failure arrived. */
  ask(request: AskRequest, onEvent: (event: AskEvent) => void, signal: AbortSignal): Promise<ServiceReply<null>>;
  /** The passage with `around` neighbours on either side. */
  passageContext(passageId: string, around: number, signal: AbortSignal): Promise<ServiceReply<PassageContext>>;
  /** An item of a filing against the year before's. */
  filingChanges(
    request: { documentId: string; item: string; asOf: string },
    signal: AbortSignal,
  ): Promise<ServiceReply<FilingChanges>>;
}
