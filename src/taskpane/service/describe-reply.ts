import { type ServiceReply } from "../ports/service-client";

/** Why there is no value, as one sentence for the reader. */
export function describeReply(reply: Exclude<ServiceReply<unknown>, { kind: "ok" }>): string {
  switch (reply.kind) {
    case "unreachable":
      return `The filings service cannot be reached: ${reply.why}.`;
    case "refused":
      return reply.requestId === null ? reply.message : `${reply.message} (request ${reply.requestId})`;
    case "cancelled":
      return "Stopped.";
  }
}
