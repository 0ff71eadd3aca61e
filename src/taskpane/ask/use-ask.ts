import { useCallback, useEffect, useRef, useState } from "react";
import { type Answer, type AskEvent, type AskRequest, type TraceEntry } from "../../contracts/answer";
import { type Evidence } from "../../contracts/evidence";
import { usePanePorts } from "../ports/pane-ports";
import { describeReply } from "../service/describe-reply";

export type ExchangeOutcome =
  | { readonly kind: "running" }
  | { readonly kind: "answer"; readonly answer: Answer }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "stopped" };

/** A question and all that has come back for it so far. */
export interface Exchange {
  readonly id: number;
  readonly request: AskRequest;
  readonly steps: readonly TraceEntry[];
  readonly found: readonly Evidence[];
  /** Words of a language model before they were checked. */
  readonly draft: string;
  readonly outcome: ExchangeOutcome;
}

export interface AskControls {
  /** Oldest first; kept as long as the pane is open. */
  readonly exchanges: readonly Exchange[];
  readonly isRunning: boolean;
  readonly ask: (request: AskRequest) => void;
  readonly stop: () => void;
}

export function useAsk(): AskControls {
  const { service } = usePanePorts();
  const [exchanges, setExchanges] = useState<readonly Exchange[]>([]);
  const running = useRef<AbortController | null>(null);
  const nextId = useRef(1);

  useEffect(() => () => running.current?.abort(), []);

  const ask = useCallback(
    (request: AskRequest) => {
      running.current?.abort();
      const controller = new AbortController();
      running.current = controller;
      const id = nextId.current++;
      const change = (how: (exchange: Exchange) => Exchange): void =>
        setExchanges((all) => all.map((exchange) => (exchange.id === id ? how(exchange) : exchange)));

      setExchanges((all) => [...all, { id, request, steps: [], found: [], draft: "", outcome: { kind: "running" } }]);
      void service
        .ask(request, (event) => change((exchange) => applyEvent(exchange, event)), controller.signal)
        .then((reply) => {
          if (reply.kind === "ok") return;
          change((exchange) => {
            if (exchange.outcome.kind !== "running") return exchange;
            const outcome: ExchangeOutcome =
              reply.kind === "cancelled" ? { kind: "stopped" } : { kind: "failed", message: describeReply(reply) };
            return { ...exchange, outcome };
          });
        });
    },
    [service],
  );
  const stop = useCallback(() => running.current?.abort(), []);
  const isRunning = exchanges.some((exchange) => exchange.outcome.kind === "running");
  return { exchanges, isRunning, ask, stop };
}

function applyEvent(exchange: Exchange, event: AskEvent): Exchange {
  switch (event.kind) {
    case "progress":
      return { ...exchange, steps: [...exchange.steps, event.entry] };
    case "found":
      return { ...exchange, found: [...exchange.found, ...event.evidence] };
    case "draft":
      return { ...exchange, draft: event.text };
    case "answer":
      return { ...exchange, outcome: { kind: "answer", answer: event.answer } };
    case "failed":
      return { ...exchange, outcome: { kind: "failed", message: event.error.message } };
  }
}
